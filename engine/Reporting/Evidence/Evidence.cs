using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What a run shows, ready to be told: the answer in words, charts with what they support, tables, checks.</summary>
public sealed record Evidence
{
    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>The question; null where the scenario asks none.</summary>
    public required string? Question { get; init; }

    /// <summary>What stands on all that is told of a starter model; null for other scenarios.</summary>
    public string? Stamp { get; init; }

    /// <summary>Years, prices and kind of run, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>Which years are no forecast; none where all are.</summary>
    public required ImmutableArray<string> NoForecast { get; init; }

    /// <summary>The story that every medium tells.</summary>
    public required Narrative Story { get; init; }

    /// <summary>Charts with what they show, the most important first.</summary>
    public required ImmutableArray<Claim> Charts { get; init; }

    /// <summary>What can be claimed: three to five of the charts; none where no option is told of.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Who loses.</summary>
    public required Prose Losers { get; init; }

    /// <summary>What it leans on.</summary>
    public required string LeansOn { get; init; }

    /// <summary>The options side by side.</summary>
    public required OptionsTable Options { get; init; }

    /// <summary>Tables that answer first.</summary>
    public required ImmutableArray<PageTable> Tables { get; init; }

    /// <summary>Tables of detail.</summary>
    public required ImmutableArray<PageTable> Details { get; init; }

    /// <summary>Medium-term plans and pool accounts, for the workbook too.</summary>
    internal Plans? Plans { get; init; }

    /// <summary>What was checked.</summary>
    public required PageTable Checks { get; init; }

    /// <summary>What the run shows of the scenario: options that are the same, settings from which nothing follows, draws that are left
    /// out.</summary>
    public required ImmutableArray<RunFinding> Findings { get; init; }

    /// <summary>The command that makes all of this again: from where it was asked, or in the results folder.</summary>
    public string Command { get; init; } = "sh reproduce.sh";

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>All charts.</summary>
    public IEnumerable<Picture> Pictures => Charts.Select(claim => claim.Picture);

    /// <summary>An option's name to print.</summary>
    /// <param name="option">Its name.</param>
    internal string TitleOf(string option) =>
        Options
            .Lines.SelectMany(line => line.Options.Zip(line.Titles))
            .First(one => one.First.Name == option)
            .Second;

    /// <summary>Works it out.</summary>
    public static Evidence Of(EvidenceRequest request)
    {
        var reader = new AnswerReader(request);
        var titles = new Titles(reader, request.Waterfall);
        var answer = new Answer(reader, request);
        var frame = new ClaimFrame(reader, request, answer);
        var shown = reader.Featured ?? reader.Scenario.Baseline;
        var options = OptionsTable.Of(reader, request);
        var story = Narrative.Of(reader, request, options);
        var plans = Plans.Of(request.Answers);
        ImmutableArray<Claim> charts =
        [
            .. reader.Others.Any() ? new MoneyClaims(reader, request, titles, answer, frame, options, story).All() : [],
            .. new ServiceClaims(reader, titles, frame, shown).All(),
        ];
        var tables = new EvidenceTables(reader, request, answer, frame);
        var whole = new Evidence
        {
            Title = Harmless.Text(reader.Scenario.Title),
            Question = reader.Scenario.Question is { } question ? Harmless.Text(question) : null,
            About = AboutOf(reader),
            NoForecast = [.. ForecastText.Of(reader.Headline).Select(Harmless.Text)],
            Story = story,
            Charts = charts,
            Claims = [.. new Claims(reader, request, options, charts).All()],
            Losers = reader.Featured is { } option
                ? answer.Losers(option)
                : Prose.Of("Nobody is told of: there is no one option to hold against the first."),
            LeansOn = answer.LeansOn(),
            Options = options,
            Tables = [.. tables.First(), .. RangeStory.Table(story.RangeSources) is { } sources ? [sources] : Array.Empty<PageTable>()],
            Details =
            [
                .. story.ByYear,
                .. RoutesTable.Make(reader, shown) is { } routes ? [routes] : Array.Empty<PageTable>(),
                .. new PlanPages(plans, reader.Years).Of(shown.Name, reader.TitleOf(shown)),
                .. tables.Details(),
                .. ChoosingTables.Of(reader, request, options),
            ],
            Plans = plans,
            Checks = tables.Checks(),
            Findings =
            [
                .. request.Record.Findings.Where(finding => !finding.IsForAuthor)
                    .Select(finding => finding with { Sentence = reader.Titled(finding.Sentence) }),
            ],
            Version = request.Version,
        };
        return reader.Scenario.Starter is { IsWhole: false } starter
            ? whole.Stamped(starter, new StarterStory(reader, request, starter))
            : whole;
    }

    /// <summary>What a starter model may tell: not what an option saves, only what that would have to be made of.</summary>
    private Evidence Stamped(Starter starter, StarterStory told) =>
        this with
        {
            Stamp = starter.Stamp,
            Story = Story with
            {
                Answer = [.. told.Answer()],
                TurnsHeading = told.Heading,
                Turns = [.. told.Turns()],
                Whole = null,
                Options = [],
                RangeSources = [],
                Payers = null,
                ByYear = [],
            },
            Charts = [],
            Losers = Prose.Of("cannot be told from a starter model."),
            Claims = [],
            Tables = [],
            Details = [],
            Findings = [.. Findings.Where(finding => finding.Code == RunFinding.DrawsLeftOut)],
        };

    private static string AboutOf(AnswerReader reader)
    {
        var money = reader.Headline.IsReal
            ? $"Money in {reader.Headline.PriceBase} prices."
            : "Money as it is paid, not adjusted for prices.";
        var draws = reader.Made is null
            ? reader.Scenario.HasRanges ? " Every number at its central value." : " No number has a range: nothing is drawn."
            : $" {reader.Counted}.{reader.LeftOut}";
        return $"{(reader.Years.Length == 1 ? reader.Years[0] : $"{reader.Years[0]} to {reader.Years[^1]}")}. {money}{draws}";
    }

}
