using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Puts a scenario together, once there is nothing wrong with it.</summary>
internal static class ScenarioBuilder
{
    /// <summary>Builds the scenario.</summary>
    /// <param name="draft">The scenario without what options set.</param>
    /// <param name="sides">Its options.</param>
    /// <param name="drawing">How its uncertain numbers are drawn.</param>
    /// <param name="numbers">Every number of the files.</param>
    public static Scenario Build(Draft draft, ImmutableArray<Side> sides, Drawing drawing, ImmutableArray<Quantity> numbers) =>
        TitlesApart.In(
            new()
            {
                Title = draft.Title!,
                Question = draft.Question,
                Headline = draft.Headline,
                Horizon = draft.Horizon!,
                Prices = draft.Prices!.Prices,
                Rates = draft.Rates ?? RateBasis.Need,
                Baseline = draft.Baseline!.Value,
                Options = [.. sides.Select(side => Option(side, draft))],
                Sources = draft.Sources,
                Grades = draft.Grades,
                Factors = draft.Factors,
                Numbers = numbers,
                Drawing = drawing,
                Appraisal = draft.Appraisal,
                Starter = StarterOf(draft, numbers),
                Cautions = draft.Cautions,
                Page = draft.Page,
            }
        );

    private static Starter? StarterOf(Draft draft, ImmutableArray<Quantity> numbers)
    {
        if (draft.Starter.IsEmpty)
        {
            return null;
        }

        var local = draft.Sources.Where(source => source.IsLocal).Select(source => source.Id).ToHashSet();
        var needed = numbers
            .Where(number => draft.Starter.Any(path => Context.IsAtOrBelow(number.Name, path)))
            .DistinctBy(number => number.Name)
            .ToArray();
        var missing = needed.Where(number => number.Source is not { } source || !local.Contains(source)).ToArray();
        return new(
            needed.Length - missing.Length,
            needed.Length,
            [.. draft.Starter.Where(path => missing.Any(number => Context.IsAtOrBelow(number.Name, path)))]
        );
    }

    /// <summary>Builds an option.</summary>
    /// <param name="side">The option, and the scenario as it sets it.</param>
    /// <param name="draft">The scenario without what options set.</param>
    public static Option Option(Side side, Draft draft) => new()
    {
        Id = side.Option.Id,
        Title = side.Option.Title,
        Place = Place(side.Draft, Leaving.After(Arrangement(side), side.Draft)),
        Change = Change(side, draft),
        Sets = [.. side.Sets.Select(set => set.Told(side.Draft.Context))],
    };

    private static ChangeOfArrangement? Change(Side side, Draft draft)
    {
        var today = draft.Options.First(option => option.Value.Id == draft.Baseline).Value.Governance;
        return side.Option.From is { } from && from > draft.Horizon!.Start && side.Option.Governance != today
            ? new ChangeOfArrangement { From = from, Before = Place(side.Draft, Arrangement(side.Draft, today)) }
            : Leaving.YearOf(Arrangement(side)) is { } leaves
                ? new ChangeOfArrangement { From = leaves, Before = Place(side.Draft, Arrangement(side)) }
            : null;
    }

    private static ReadArrangement Arrangement(Side side) => Arrangement(side.Draft, side.Option.Governance);

    private static ReadArrangement Arrangement(Draft draft, GovernanceId governance) =>
        draft.Governance.First(arrangement => arrangement.Key == governance.Name).Value;

    private static Place Place(Draft draft, ReadArrangement arrangement) => new()
    {
        People = draft.People!.Population,
        Services = [.. draft.Services.Select(service => service.Value.Service)],
        Limits = [.. draft.Limits.Select(limit => limit.Value)],
        Effects = [.. draft.AllEffects.Select(effect => effect.Effect)],
        Combine = draft.Combine!.Default,
        Combinations = draft.Combine.Own,
        Organisations = [.. draft.Organisations.Select(organisation => organisation.Value)],
        Governance = ArrangementBuilder.Build(arrangement, draft),
    };
}
