namespace SystemSim.Reporting;

/// <summary>The story as text: the question, the answer, what would turn it, how far to trust it.</summary>
public static class NarrativeText
{
    /// <summary>Writes it.</summary>
    /// <param name="evidence">What the run shows.</param>
    public static ImmutableArray<TextLine> Write(Evidence evidence) =>
    [
        .. FoldedText.Of(evidence.Title, isHeading: true),
        .. evidence.Question is { } question ? FoldedText.Of(question) : [],
        .. FoldedText.Of(evidence.About),
        .. evidence.NoForecast.SelectMany(line => FoldedText.Of(line)),
        TextLine.Empty,
        .. Told(evidence.Story.Answer),
        .. Told(evidence.Story.Options),
        .. evidence.Story.Turns.IsEmpty ? [] : Headed("It turns if", evidence.Story.Turns),
        .. Headed("How far to trust it", evidence.Story.Trust),
    ];

    private static IEnumerable<TextLine> Headed(string heading, IEnumerable<Prose> sentences) =>
        [TextLine.Empty, new TextLine(heading, isHeading: true), .. Told(sentences)];

    private static IEnumerable<TextLine> Told(IEnumerable<Prose> sentences) =>
        sentences.SelectMany(sentence => FoldedText.Of(sentence.ToString()));
}
