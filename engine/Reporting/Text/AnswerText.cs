namespace SystemSim.Reporting;

/// <summary>The answer as text: the question, the sentences that answer it, who loses, what it leans on.</summary>
public static class AnswerText
{
    /// <summary>Writes it.</summary>
    /// <param name="evidence">What the run shows.</param>
    public static ImmutableArray<TextLine> Write(Evidence evidence) =>
    [
        new TextLine(evidence.Title, isHeading: true),
        .. evidence.Question is { } question ? FoldedText.Of(question) : [],
        .. FoldedText.Of(evidence.About),
        .. evidence.NoForecast.SelectMany(line => FoldedText.Of(line)),
        TextLine.Empty,
        .. evidence.Sentences.SelectMany(sentence => FoldedText.Of(sentence.ToString())),
        TextLine.Empty,
        .. FoldedText.Of($"Who loses: {evidence.Losers}"),
        .. evidence.Fails.SelectMany(way => FoldedText.Of(way.ToString())),
        .. FoldedText.Of($"What it leans on: {evidence.LeansOn}"),
    ];
}
