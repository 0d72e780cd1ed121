namespace SystemSim.Reporting;

/// <summary>What all charts of a run have in common: their source, and what speaks against them.</summary>
internal sealed class ClaimFrame
{
    private const int HashLetters = 8;

    private readonly string source;
    private readonly AnswerReader reader;
    private readonly Answer answer;

    /// <summary>Works out what is common.</summary>
    public ClaimFrame(AnswerReader reader, EvidenceRequest request, Answer answer)
    {
        (this.reader, this.answer) = (reader, answer);
        var hash = request.Record.Inputs.IsEmpty
            ? ""
            : $" (SHA-256 {request.Record.Inputs[0].Sha256[..Math.Min(HashLetters, request.Record.Inputs[0].Sha256.Length)]})";
        var changed = request.Record.Overrides.IsEmpty ? "" : $", {request.Record.Overrides.Length} changed by hand";
        source = $"SystemSim {request.Version}, scenario {Harmless.Text(request.Record.Name)}{hash}{changed}, {reader.Counted}";
    }

    /// <summary>What stands around a chart.</summary>
    public ChartFrame Around(string name, string title, string subtitle) =>
        new()
        {
            Name = name,
            Title = title,
            Subtitle = $"{subtitle}. {reader.PlaceAndYears}",
            Source = source,
        };

    /// <summary>A chart of what is spent, with what it supports and how sure that is.</summary>
    /// <param name="picture">The chart.</param>
    /// <param name="sentence">The sentence.</param>
    public Claim Spending(Picture picture, Prose sentence) => reader.Featured is { } featured
        ? Central(picture, sentence) with { Range = answer.Sureness(featured), Pessimistic = answer.Pessimistic(featured) }
        : Central(picture, sentence);

    /// <summary>A chart of who gains, with what it supports and how sure that is.</summary>
    public Claim Gaining(Picture picture, Prose sentence) => reader is { Featured: { } featured, Draws: not null }
        ? Central(picture, sentence) with { Range = answer.GainRange(featured), Pessimistic = answer.GainPessimistic(featured) }
        : Central(picture, sentence);

    /// <summary>A chart of central values, with what it supports.</summary>
    public Claim Central(Picture picture, Prose sentence) =>
        new()
        {
            Picture = picture,
            Sentence = sentence,
            Range = reader.Draws is null
                ? answer.Unknown()
                : Prose.Of("Not known: this chart shows central values, and draws keep no range of it."),
            Pessimistic = reader is { Featured: { } option, Draws: not null }
                ? Prose.Of("Of spending: ").Then(answer.Pessimistic(option))
                : answer.Unknown(),
            Losers = reader.Featured is { } shown ? answer.Losers(shown) : Prose.Of("Nobody: there is one option alone."),
            LeansOn = answer.LeansOn(),
        };
}
