namespace SystemSim.Reporting;

/// <summary>The claims sheet as text: each chart with the one sentence that it supports, and with what speaks against it.</summary>
public static class ClaimsText
{
    private const string Indent = "  ";

    /// <summary>Writes it.</summary>
    /// <param name="evidence">What the run shows.</param>
    public static ImmutableArray<TextLine> Write(Evidence evidence) =>
    [
        new TextLine($"What can be claimed: {evidence.Title}", isHeading: true),
        .. FoldedText.Of(evidence.About),
        .. evidence.NoForecast.SelectMany(line => FoldedText.Of(line)),
        .. evidence.Claims.SelectMany(Write),
        TextLine.Empty,
        .. FoldedText.Of($"Who loses: {evidence.Losers}"),
        .. FoldedText.Of($"All of it leans on: {evidence.LeansOn}"),
        .. FoldedText.Of($"Made again with: {evidence.Command}"),
    ];

    private static IEnumerable<TextLine> Write(Claim claim) =>
    [
        TextLine.Empty,
        .. FoldedText.Of(claim.Question, isHeading: true),
        .. FoldedText.Of($"Chart: {claim.Picture.Title} (charts/{claim.Picture.Name}.svg)", Indent),
        .. FoldedText.Of($"It supports: {claim.Sentence}", Indent),
        .. FoldedText.Of($"Range: {claim.Range}", Indent),
        .. FoldedText.Of($"Pessimistic case: {claim.Pessimistic}", Indent),
        .. FoldedText.Of($"An opponent will say: {claim.Opponent}", Indent),
        .. FoldedText.Of($"The answer to that: {claim.Reply}", Indent),
    ];
}
