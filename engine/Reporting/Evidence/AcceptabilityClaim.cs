using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>How likely each option is the best, by what a quality-adjusted life year is worth, as the run's own draws tell.</summary>
internal sealed class AcceptabilityClaim
{
    private const int MostLines = 4;
    private const double Alike = 1e-9;
    private const string Effect = "quality_adjusted_life_years";

    // Worths at even distances, so that the axis is a scale.
    private static readonly ImmutableArray<double> Shown =
    [
        .. Acceptability.UsualWorths.Where(worth => worth % 10_000.0 == 0.0 && worth <= 80_000.0),
    ];

    // NICE's range until 2026, and what the Green Book takes.
    private static readonly ImmutableArray<double> Told = [20_000.0, 30_000.0, 70_000.0];

    private readonly AnswerReader reader;
    private readonly ClaimFrame frame;
    private readonly DrawAnswers draws;
    private readonly ImmutableArray<Option> options;

    private AcceptabilityClaim(AnswerReader reader, ClaimFrame frame, DrawAnswers draws)
    {
        (this.reader, this.frame, this.draws) = (reader, frame, draws);
        options = [.. reader.Options];
    }

    /// <summary>What there is to tell; null where nothing was drawn, or where no draw of any option has other life years than the
    /// baseline.</summary>
    public static AcceptabilityClaim? Of(AnswerReader reader, ClaimFrame frame) =>
        reader.Draws is { } draws && IsThere(draws) ? new AcceptabilityClaim(reader, frame, draws) : null;

    /// <summary>Whether the curves may have a title: it tells a chance.</summary>
    public bool HasCurves => reader.Headlined is not null;

    /// <summary>The curves.</summary>
    public Claim Curves()
    {
        var lines = options
            .Select(option => new Series(reader.TitleOf(option.Id), [.. Shown.Select(worth => ChanceOf(option, worth).Value)]))
            .OrderByDescending(line => line.Values.Max())
            .Take(MostLines)
            .ToImmutableArray();
        var likeliest = lines.Length < options.Length ? $", the {lines.Length} likeliest of {options.Length} options" : "";
        var about = frame.Around(
            "acceptability",
            Title(),
            $"Chance that no option has more net benefit{likeliest}, by what a quality-adjusted life year is worth: life years over {reader.Span} at that worth, less spending, {reader.Pricing}, not discounted"
        );
        var error =
            draws.Used > 0 ? Enumerable.Range(0, draws.Outcomes.Length).Where(IsChance).Max(row => draws.Summaries[row].Error) : 0.0;
        return frame.Central(new LineChart(about, [.. Shown.Select(ChartUnit.Money.Write)], lines, ChartUnit.Share).Draw(), Sentence()) with
        {
            Range = Prose.Of(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Monte Carlo error of the chances: at most {error * 100.0:0.##} percentage points ({reader.Counted}).{reader.LeftOut}"
                )
            ),
        };
    }

    /// <summary>The chances, with the option that is the best on average, which need not be the likeliest.</summary>
    public PageTable Table() =>
        new(
            $"Chance to have the most net benefit over {reader.Span}, by what a quality-adjusted life year is worth",
            ["Worth", .. options.Select(option => reader.TitleOf(option.Id)), "Best on average"],
            [
                .. Acceptability.UsualWorths.Select(worth =>
                    (ImmutableArray<PageCell>)
                        [
                            new PageCell(Written(worth)),
                            .. options
                                .Select(option => ChanceOf(option, worth))
                                .Select(chance => new PageCell(Amount.Percent(chance.Value), chance)),
                            new PageCell(reader.TitleOf(BestOnAverage(worth).Id)),
                        ]
                ),
            ]
        )
        {
            Note =
                "Share of draws in which no option has more: life years at their worth, less what is spent. Equal options share a draw. Neither life years nor money is discounted here."
                + reader.LeftOut,
        };

    /// <summary>The finding, ten words at most: who is the likeliest to be the best, and from where on another is.</summary>
    private string Title()
    {
        var leaders = Shown.Select(Likeliest).ToArray();
        if (leaders.All(alike => alike.Length == options.Length))
        {
            return "No option is likelier the best than another";
        }

        if (leaders.Any(alike => alike.Length > 1))
        {
            return "No one option is likeliest at every worth";
        }

        var changes = Enumerable.Range(1, leaders.Length - 1).Where(row => leaders[row][0].Id != leaders[row - 1][0].Id).ToArray();
        var (first, last) = (Short(leaders[0][0]), Short(leaders[^1][0]));
        return changes switch
        {
            [] => Titles.Capped($"{first}: likeliest best at every worth shown", "One option is likeliest best at every worth shown"),
            [var change] => Titles.Capped(
                $"{first} likeliest to {Worth(change - 1)}, {last} from {Worth(change)}",
                $"The likeliest option changes between {Worth(change - 1)} and {Worth(change)}"
            ),
            _ => "Which option is likeliest changes with the worth",
        };

        string Worth(int row) => ChartUnit.Money.Write(Shown[row]);

    }

    /// <summary>A short name that no other option has.</summary>
    private string Short(Option option) =>
        Titles.Short(reader.TitleOf(option.Id), option.Id.Name, options.Select(other => (reader.TitleOf(other.Id), other.Id.Name)));

    private Prose Sentence()
    {
        var prose = Prose.Of("Where a quality-adjusted life year is worth ");
        foreach (var (place, worth) in Told.Index())
        {
            var likeliest = Likeliest(worth);
            var chance = ChanceOf(likeliest[0], worth);
            var names = string.Join(" and ", likeliest.Select(option => reader.Quoted(option.Id)));
            prose = prose
                .Then(
                    place == 0
                        ? $"{Written(worth)}, {names} {(likeliest.Length == 1 ? "is" : "are")} the likeliest to have the most net benefit, in "
                        : $"; where {Written(worth)}, {names}, in "
                )
                .Then(chance, Amount.Percent(chance.Value))
                .Then($"{(place == 0 ? " of draws" : "")}{(likeliest.Length == 1 ? "" : " each")}");
        }

        return prose.Then(".");
    }

    private Cited ChanceOf(Option option, double worth) =>
        reader.OfDraws(option.Id, Acceptability.MeasureAt(worth), reader.Years.Length - 1, "mean", isDifference: false)!;

    /// <summary>The options that no other is likelier than to be the best.</summary>
    private Option[] Likeliest(double worth)
    {
        var most = options.Max(option => ChanceOf(option, worth).Value);
        return [.. options.Where(option => ChanceOf(option, worth).Value >= most - Alike)];
    }

    private Option BestOnAverage(double worth) => options.MaxBy(option => (worth * Mean(option, Effect)) - Mean(option, "spend"))!;

    private double Mean(Option option, string measure) =>
        draws
            .Summaries[
                draws
                    .Find(OutcomeKind.Whole, about =>
                        about is { Organisation: "", Against: "" } && about.Option == option.Id.Name && about.Measure == measure
                    )!
                    .Value
            ]
            .Mean;

    private static string Written(double worth) => string.Create(CultureInfo.InvariantCulture, $"£{worth:#,0}");

    private bool IsChance(int row) =>
        draws.Outcomes[row] is { Kind: OutcomeKind.Chance } outcome
        && Acceptability.UsualWorths.Any(worth => outcome.About.Measure == Acceptability.MeasureAt(worth));

    private static bool IsThere(DrawAnswers draws) =>
        draws.Outcomes.Any(outcome => outcome.About.Measure == Acceptability.MeasureAt(0.0))
        && draws
            .Outcomes.Index()
            .Any(outcome =>
                outcome.Item is { Kind: OutcomeKind.Whole, About: { Measure: Effect, Against.Length: > 0 } }
                && draws.Summaries[outcome.Index] is { Mean: not 0.0 } or { Deviation: > 0.0 }
            );
}
