namespace SystemSim.Reporting;

/// <summary>A service that an option ends or cuts beside the baseline, with central values.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Title">Name to print.</param>
/// <param name="Ends">Whether nothing of it is left.</param>
/// <param name="Year">Row of the first year in which that is so.</param>
public sealed record ServiceLoss(string Service, string Title, bool Ends, int Year);
