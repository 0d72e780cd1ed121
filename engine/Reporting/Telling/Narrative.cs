using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What a run shows, in words: worked out once, from results alone, and told by every medium in its own way.</summary>
/// <remarks>
/// <para><b>What leads.</b> Means over draws with their likely range, wherever draws may be told; the run with central values where
/// they may not, and where it says something else. The next year comes before all years; who pays before who keeps; a service that ends
/// or is cut before what is spent less.</para>
/// </remarks>
public sealed record Narrative
{
    /// <summary>The answer, the most important first.</summary>
    public required ImmutableArray<Prose> Answer { get; init; }

    /// <summary>What is spent more or less over all years, and by whom; null where no option is told of.</summary>
    public required Prose? Whole { get; init; }

    /// <summary>Which option is told of, and which are one.</summary>
    public required ImmutableArray<Prose> Options { get; init; }

    /// <summary>What stands above <see cref="Turns"/>.</summary>
    public string TurnsHeading { get; init; } = "It turns if";

    /// <summary>What single numbers would have to be for the answer to turn; three at most, but of a starter model all that was
    /// asked.</summary>
    public required ImmutableArray<Prose> Turns { get; init; }

    /// <summary>How far to trust it.</summary>
    public required ImmutableArray<Prose> Trust { get; init; }

    /// <summary>What the likely range of the option comes of, what narrows it most first; none where no range is told.</summary>
    public required ImmutableArray<RangeSource> RangeSources { get; init; }

    /// <summary>Who pays and who is better off; null where no option is told of.</summary>
    public required PageTable? Payers { get; init; }

    /// <summary>The same year by year, a table for the place and for each who pays more or less.</summary>
    public required ImmutableArray<PageTable> ByYear { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="reader">Finds numbers.</param>
    /// <param name="request">What was run.</param>
    /// <param name="options">Its options, side by side.</param>
    internal static Narrative Of(AnswerReader reader, EvidenceRequest request, OptionsTable options)
    {
        var told = options.Lines.FirstOrDefault(line => reader.Featured is { } option && line.Options.Contains(option));
        var story = told is null ? null : new OptionStory(reader, request, told);
        var payers = told is null or { IsBaseline: true } ? null : new PayersTable(reader, told);
        return new Narrative
        {
            Answer =
            [
                .. story is null ? new SideBySideStory(reader, request, options).Sentences() : story.Sentences(),
            ],
            Whole = told is null or { IsBaseline: true } or { NextYear: null } ? null : story!.Whole(),
            Options = [.. new ChoiceStory(reader, request, options, told).Sentences()],
            Turns = [.. TurnStory.Sentences(reader, request)],
            Trust = [.. new TrustStory(reader, told).Sentences()],
            RangeSources = reader.Headlined is null ? [] : request.RangeSources,
            Payers = payers?.Short(),
            ByYear = [.. payers?.ByYear() ?? []],
        };
    }
}
