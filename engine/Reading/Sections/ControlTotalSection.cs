using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>people.control_totals</c>: an official projection, by age band, area or both, or of everyone.</summary>
internal static class ControlTotalSection
{
    /// <summary>Why a control total can be one number alone.</summary>
    public const string WhyCertain =
        "state one number: the residual is fitted once, and is the same in every draw. A variant projection belongs in a scenario that extends this one.";

    private static Shape<ImmutableArray<PathPoint>> Years { get; } =
        Shapes
            .SourcedEach(Words.Year, Numbers.Number.Quantity, "financial year")
            .Then(
                (years, _, _) => years.OrderBy(year => year.Key).Select(year => new PathPoint(year.Key, year.Value)).ToImmutableArray(),
                []
            )
            .Check(CheckYears)
            .Check(CheckCertain)
            .Named("control_totals_by_year");

    private static Shape<ImmutableArray<ControlTotal>> OfArea { get; } = new OneLevelShape(Shapes.Choice(
        (PeopleTableSection.IsIn, Shapes.Sourced(keys =>
        {
            PeopleTableSection.OfTotals(keys);
            return keys.Each(Words.Age, Years, "age band");
        }).Then((ages, _, _) => ages.Select(age => Total([age.Key], age.Value)).ToImmutableArray(), [])),
        (Cohorts.IsByAge, Shapes.SourcedEach(Words.Age, Years, "age band")
            .Then((ages, _, _) => ages.Select(age => Total([age.Key], age.Value)).ToImmutableArray(), [])),
        (_ => true, Years.Then((years, _, _) => ImmutableArray.Create(Total([], years)), []))));

    /// <summary>What the block holds.</summary>
    public static Shape<ImmutableArray<ControlTotal>> Shape { get; } = new OneLevelShape(Shapes.Choice(
        (IsByArea, Shapes.SourcedEach(Words.Area, OfArea, "area")
            .Then((areas, _, _) => areas.SelectMany(area => area.Value.Select(total => In(area.Key, total))).ToImmutableArray(), [])),
        (_ => true, OfArea)));

    // Years and age bands start with a digit, areas with a letter.
    private static bool IsByArea(Node node) =>
        node is Mapping mapping
        && mapping.Entries.Any(entry => entry.Key.Text is not ("source" or PeopleTableSection.Key) and [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]);

    private static ControlTotal Total(ImmutableArray<AgeBandId> ages, ImmutableArray<PathPoint> years) =>
        new() { Of = new CohortGroup { Ages = ages }, Totals = years };

    private static ControlTotal In(AreaId area, ControlTotal total) => total with { Of = total.Of with { Areas = [area] } };

    private static void CheckYears(ImmutableArray<PathPoint> years, Field here, Context context)
    {
        if (context.Horizon is not { } horizon || years.IsEmpty)
        {
            return;
        }

        foreach (var year in years.Select(point => point.From).Where(year => year < horizon.Start))
        {
            context.Problems.Add(
                Codes.TotalBeforeRun,
                here.Below(year.ToString()),
                $"{here.Path} has a total for {year}, before the run starts in {horizon.Start}.",
                "take it away: people at the start are those of people.start."
            );
        }

        var (last, beyond) = (
            horizon.YearAt(horizon.Years - 1),
            years.Where(point => point.From >= horizon.YearAt(horizon.Years)).ToArray()
        );
        foreach (var unread in beyond.Skip(1))
        {
            context.Problems.Add(
                Codes.BeyondHorizon, here.Below(unread.From.ToString()),
                $"{here.Path} has a total for {unread.From}, and the run ends with {last}: of later years only {beyond[0].From} is used.");
        }

        if (beyond.Length == 0)
        {
            context.Problems.Add(
                Codes.TotalsStop, here.Below(years[^1].From.ToString()),
                $"{here.Path} ends on 30 June {years[^1].From.Start}, and the run ends with {last}: from then on there is no residual.",
                $"add totals up to {horizon.YearAt(horizon.Years)}, the first year after the run, if the projection has them.");
        }
    }

    /// <summary>The residual is the same in every draw, so that a range would say something that no run does.</summary>
    private static void CheckCertain(ImmutableArray<PathPoint> years, Field here, Context context)
    {
        foreach (var (year, total) in years.Where(point => point.Value.IsUncertain))
        {
            context.Problems.Add(
                Codes.TotalUncertain, here.Below(year.ToString()),
                total.Spread is null
                    ? $"{total.Name} is a control total, and the factor '{total.Factors[0]}' multiplies it."
                    : $"{total.Name} is a control total, and has a range.",
                WhyCertain);
        }
    }
}
