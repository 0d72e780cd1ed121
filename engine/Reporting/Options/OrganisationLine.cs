namespace SystemSim.Reporting;

/// <summary>What an option comes to for one organisation over all years, against the baseline on the same draws.</summary>
/// <param name="Name">The organisation.</param>
/// <param name="Title">Its name to print.</param>
/// <param name="More">What it spends on services more than in the baseline, GBP in the price base of the headline.</param>
/// <param name="Gain">By how much its position at the end is better, alike.</param>
public sealed record OrganisationLine(string Name, string Title, Ranged More, Ranged Gain);
