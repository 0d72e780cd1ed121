using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Explains the difference between two options by runs in which one driver at a time is switched.</summary>
public sealed record WaterfallStudy
{
    /// <summary>The way from one option to the other; null when it does not have what is to be explained, or something broke.</summary>
    public required Waterfall? Waterfall { get; init; }

    /// <summary>What broke; null when every invariant held.</summary>
    public required BrokenInvariant? Broken { get; init; }

    /// <summary>Runs both options and, from the first, one for each driver in which they differ.</summary>
    /// <param name="prepared">A scenario that reading has found sound.</param>
    /// <param name="of">What is to be explained; its option and baseline are passed over.</param>
    /// <param name="against">The option from which the way starts.</param>
    /// <param name="option">The option to which it leads.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="stop">Interrupts between runs.</param>
    public static WaterfallStudy Run(
        Prepared prepared,
        Selection of,
        OptionId against,
        OptionId option,
        IProgress<double>? progress = null,
        int threads = 1,
        CancellationToken stop = default
    )
    {
        var scenario = prepared.Scenario;
        var (first, second) = (Named(against), Named(option));
        var options = new List<Option> { first, second };
        ImmutableArray<WaterfallPart> parts = [.. Drivers.All.SelectMany(driver => Parts(driver, first, second, options))];
        var hybrids = scenario with
        {
            Options =
            [
                .. scenario.Options.Where(known => known.Id == scenario.Baseline && !options.Contains(known)),
                .. options.Distinct(),
            ],
        };
        var study = CentralStudy.Run(prepared.Like(hybrids), bySteps: of.Step is not null, progress: progress, stop: stop);
        return new WaterfallStudy
        {
            Broken = study.Broken,
            Waterfall = study.Broken is not null
                ? null
                : Waterfall.Read(Answers.Of(hybrids, study.Runs, threads), of, against, option, parts),
        };

        Option Named(OptionId id) => scenario.Options.First(known => known.Id == id);
    }

    /// <summary>How a driver is told: by a run in which it alone is switched; the arrangement apart from what the rule does in
    /// it.</summary>
    private static IEnumerable<WaterfallPart> Parts(Driver driver, Option first, Option second, List<Option> options)
    {
        var switched = Switch(driver, first, second);
        if (AreAlike(switched, first))
        {
            return [];
        }

        if (!driver.IsArrangement)
        {
            return [new(driver.Name, driver.Meaning, [(One(switched), 1.0), (first.Id, -1.0)])];
        }

        // Funds that bank all growth show whose purse pays; what is beyond that, the rule does: it spends in one fund what others bank.
        var (apart, pooled) = (One(Banked(first)), One(Banked(switched)));
        var (rule, both) = (One(Switch(Drivers.Rule, first, second)), One(Switch(Drivers.PoolingAndRule, first, second)));
        var (told, ofRule) = ArrangementsTold.As(driver, first, second);
        return
        [
            new(told.Name, told.Meaning, [(pooled, 1.0), (apart, -1.0)]),
            new(ofRule.Name, ofRule.Meaning, [(both, 1.0), (rule, -1.0), (pooled, -1.0), (apart, 1.0)]),
        ];

        // What is alike runs once.
        OptionId One(Option wanted)
        {
            var known = options.FirstOrDefault(other => AreAlike(other, wanted));
            if (known is null)
            {
                options.Add(known = wanted);
            }

            return known.Id;
        }
    }

    private static bool AreAlike(Option one, Option other) => Alike.Are(one.Place, other.Place) && Alike.Are(one.Change, other.Change);

    private static Option Banked(Option option) => option with
    {
        Id = new OptionId($"{option.Id}, banked"),
        Place = Drivers.Banked(option.Place),
        Change = option.Change is { } change ? change with { Before = Drivers.Banked(change.Before) } : null,
    };

    /// <summary>An option in which one driver is that of another: in the years before an arrangement takes over, that of those
    /// years.</summary>
    private static Option Switch(Driver driver, Option first, Option second)
    {
        var place = driver.Switch(first.Place, second.Place);
        var before = driver.Switch(first.Change?.Before ?? first.Place, second.Change?.Before ?? second.Place);
        var from = (driver.IsArrangement ? second.Change ?? first.Change : first.Change ?? second.Change)?.From;
        return first with
        {
            // No name of the format has a blank in it, so that no option of the scenario is meant.
            Id = new OptionId($"{first.Id} with {driver.Name}"),
            Place = place,
            Change =
                from is { } year && before.Governance != place.Governance ? new ChangeOfArrangement { From = year, Before = before } : null,
        };
    }
}
