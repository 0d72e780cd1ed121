using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>One side of a comparison: an option of a scenario.</summary>
/// <param name="Label">What it is called in the tables.</param>
/// <param name="Title">Name to print.</param>
/// <param name="Answers">The answers that hold it.</param>
/// <param name="Option">The option.</param>
public sealed record ComparedSide(string Label, string Title, Answers Answers, OptionId Option);
