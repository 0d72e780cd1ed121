namespace SystemSim.Reporting;

/// <summary>The answer as text: the question, the sentences that answer it, who loses, what it leans on.</summary>
public static class AnswerText
{
    /// <summary>Writes it.</summary>
    /// <param name="evidence">What the run shows.</param>
    public static ImmutableArray<TextLine> Write(Evidence evidence) =>
    [
        .. NarrativeText.Write(evidence),
        TextLine.Empty,
        .. FoldedText.Of($"Who loses: {evidence.Losers}"),
        .. FoldedText.Of($"What it leans on: {evidence.LeansOn}"),
    ];
}
