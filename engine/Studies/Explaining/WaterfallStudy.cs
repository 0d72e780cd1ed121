using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Explains the difference between two options by runs in which one driver at a time is switched.</summary>
public sealed record WaterfallStudy
{
    /// <summary>The way from one option to the other; null when neither has what is to be explained, or something broke.</summary>
    public required Waterfall? Waterfall { get; init; }

    /// <summary>What broke; null when every invariant held.</summary>
    public required BrokenInvariant? Broken { get; init; }

    /// <summary>Runs both options and, from the first, one for each driver in which they differ.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="of">What is to be explained; its option and baseline are passed over.</param>
    /// <param name="against">The option from which the way starts.</param>
    /// <param name="option">The option to which it leads.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    public static WaterfallStudy Run(Scenario scenario, Selection of, OptionId against, OptionId option, IProgress<double>? progress = null)
    {
        var (first, second) = (Named(against), Named(option));
        var drivers = Drivers.All.Select(driver => (driver.Name, driver.Meaning, Switched: Switch(driver, first, second)))
            .Where(driver => !Alike.Are(driver.Switched.Place, first.Place) || !Alike.Are(driver.Switched.Change, first.Change)).ToArray();
        var hybrids = scenario with
        {
            Options = [.. scenario.Options.Where(known => known.Id == scenario.Baseline || known == first || known == second), .. drivers.Select(driver => driver.Switched)],
        };
        var study = CentralStudy.Run(hybrids, bySteps: of.Step is not null, progress: progress);
        return new WaterfallStudy
        {
            Broken = study.Broken,
            Waterfall = study.Broken is not null ? null : Waterfall.Read(
                Answers.Of(hybrids, study.Runs), of, against, option, drivers.Select(driver => (driver.Name, driver.Meaning, driver.Switched.Id))),
        };

        Option Named(OptionId id) => scenario.Options.First(known => known.Id == id);
    }

    /// <summary>An option in which one driver is that of another: in the years before an arrangement takes over, that of those years.</summary>
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
            Change = from is { } year && before.Governance != place.Governance ? new ChangeOfArrangement { From = year, Before = before } : null,
        };
    }
}
