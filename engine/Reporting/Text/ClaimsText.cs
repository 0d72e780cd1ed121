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
        .. evidence.Claims.SelectMany(claim => Write(claim, evidence.Command)),
    ];

    private static IEnumerable<TextLine> Write(Claim claim, string command) =>
    [
        TextLine.Empty,
        new TextLine($"{claim.Picture.Title} (charts/{claim.Picture.Name}.svg)", isHeading: true),
        .. FoldedText.Of($"It supports: {claim.Sentence}", Indent),
        .. FoldedText.Of($"Range: {claim.Range}", Indent),
        .. FoldedText.Of($"Pessimistic case: {claim.Pessimistic}", Indent),
        .. FoldedText.Of($"Who loses: {claim.Losers}", Indent),
        .. FoldedText.Of($"It leans on: {claim.LeansOn}", Indent),
        .. FoldedText.Of($"Made again with: {command} --claims", Indent),
    ];
}
