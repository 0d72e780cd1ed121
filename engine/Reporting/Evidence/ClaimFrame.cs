using System.Globalization;

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
        var hash = request.Record.Inputs.IsEmpty ? "" : $" (SHA-256 {request.Record.Inputs[0].Sha256[..Math.Min(HashLetters, request.Record.Inputs[0].Sha256.Length)]})";
        var draws = reader.Draws is { } drawn ? string.Create(CultureInfo.InvariantCulture, $"{drawn.Draws:N0} draws, seed {drawn.Seed}") : "central values";
        var changed = request.Record.Overrides.IsEmpty ? "" : $", {request.Record.Overrides.Length} changed by hand";
        source = $"SystemSim {request.Version}, scenario {Harmless.Text(request.Record.Name)}{hash}{changed}, {draws}";
    }

    /// <summary>What stands around a chart.</summary>
    public ChartFrame Around(string name, string title, string subtitle) => new() { Name = name, Title = title, Subtitle = $"{subtitle}. {reader.PlaceAndYears}", Source = source };

    /// <summary>A chart with what it supports.</summary>
    /// <param name="picture">The chart.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="range">How sure it is, where that is not that of the whole answer.</param>
    public Claim Claim(Picture picture, Prose sentence, string? range = null) => new()
    {
        Picture = picture,
        Sentence = sentence,
        Range = range is not null ? Prose.Of(range) : reader.Featured is { } featured ? answer.Sureness(featured) : Prose.Of("Not known: nothing is held against anything."),
        Pessimistic = reader.Featured is { } option ? answer.Pessimistic(option) : Prose.Of("Not known: there is one option alone."),
        Losers = reader.Featured is { } shown ? answer.Losers(shown) : Prose.Of("Nobody: there is one option alone."),
        LeansOn = answer.LeansOn(),
    };
}
