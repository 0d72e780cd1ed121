namespace SystemSim.Reporting;

/// <summary>A page of sentences and tables.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Sentences">What it says, a paragraph each.</param>
/// <param name="Tables">Tables, in order.</param>
/// <param name="About">How it was made.</param>
public sealed record PlainPage(string Title, ImmutableArray<string> Sentences, ImmutableArray<PlainTable> Tables, string About);

/// <summary>A table of a plain page.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Headings; the first column names the row.</param>
/// <param name="Rows">Rows, as many cells as there are headings.</param>
/// <param name="Note">What to know when reading it.</param>
public sealed record PlainTable(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string Note);
