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
        .. Turns(evidence.Story),
        .. Headed("How far to trust it", evidence.Story.Trust),
    ];

    /// <summary>What would turn the answer, under its heading; nothing where that was not looked into.</summary>
    /// <param name="story">The story.</param>
    public static IEnumerable<TextLine> Turns(Narrative story) => story.Turns.IsEmpty ? [] : Headed(story.TurnsHeading, story.Turns);

    private static IEnumerable<TextLine> Headed(string heading, IEnumerable<Prose> sentences) =>
        [TextLine.Empty, .. FoldedText.Of(heading, isHeading: true), .. Told(sentences)];

    private static IEnumerable<TextLine> Told(IEnumerable<Prose> sentences) =>
        sentences.SelectMany(sentence => FoldedText.Of(sentence.ToString()));
}
