namespace SystemSim.Reporting;

/// <summary>The command that makes a folder again, apart from the scenarios that it names and the folder that it fills.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Words">Options with their values, such as <c>--seed</c> and <c>7</c>.</param>
public sealed record CommandRecord(string Verb, ImmutableArray<string> Words);
