using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>people</c>: who lives in the place, and how they change.</summary>
internal static class PeopleSection
{
    private static Shape<ReadStart> StartOfBand { get; } = Shapes.Sourced(keys => new ReadStart(
        keys.Name,
        keys.Required("people", Numbers.Number.Quantity, "number of people"),
        keys.Required("need", Cohorts.NeedShares, "shares of the need states: a list in order, or by name"))).Named("starting_people");

    private static Shape<ReadArea> Area { get; } = Shapes.SourcedEach(Words.AgeBandName, StartOfBand, "age band")
        .Then((bands, here, _) => new ReadArea(here.Key, [.. bands.Select(band => band.Value)]))
        .Check(AgeBands.CheckFollow);

    // A band whose people stand in a table.
    private static Shape<ReadStart> BandOfTable { get; } = Shapes.Sourced(keys => new ReadStart(
        keys.Name,
        Quantity.Of(0.0),
        keys.Required("need", Cohorts.NeedShares, "shares of the need states: a list in order, or by name"))).Named("need_of_people");

    private static Shape<ReadArea> AreaOfTable { get; } = Shapes.Sourced(keys =>
    {
        PeopleTableSection.OfStart(keys);
        return keys.Each(Words.AgeBandName, BandOfTable, "age band", atLeastOne: true);
    }).Then((bands, here, _) => new ReadArea(here.Key, [.. bands.Select(band => band.Value)]));

    private static Shape<ReadArea> AreaOrTable { get; } = Shapes.Choice((PeopleTableSection.IsIn, AreaOfTable), (_ => true, Area));

    private static Shape<ImmutableArray<ReadArea>> Start { get; } = Shapes.Choice(
        (PeopleTableSection.IsIn,
            AreaOfTable.Then((area, _, _) => ImmutableArray.Create(area with { Name = DeclaredNames.WholePlace }))),
        (Cohorts.IsByAge,
            Area.Check(AgeBands.CheckNoAreas).Then((area, _, _) => ImmutableArray.Create(area with { Name = DeclaredNames.WholePlace }))),
        (_ => true, Shapes.Sourced(keys => keys.Each(Words.Area, AreaOrTable, "area", atLeastOne: true))
            .Then((areas, _, _) => areas.Select(area => area.Value).ToImmutableArray())
            .Check(AgeBands.CheckAreas)));

    private static Shape<ImmutableArray<KeyValuePair<string, string>>> NeedStates { get; } = Shapes.Choice(
        (
            node => node is Mapping,
            Shapes.Each(
                Words.Name,
                Shapes.Map(keys => keys.Optional("title", Shapes.Text, Titles.Of(keys.Name), "name to print")),
                "need state"
            )
        ),
        (
            _ => true,
            Shapes
                .NamesOf(Words.Name)
                .Then((names, _, _) => names.Select(name => KeyValuePair.Create(name, Titles.Of(name))).ToImmutableArray())
        )
    );

    /// <summary>What the section holds.</summary>
    public static Shape<ReadPeople> Shape { get; } =
        Shapes
            .Sourced(keys => new PeopleKeys
            {
                Areas = keys.Optional("areas", Shapes.NamesOf(Words.Name), [], "areas, if there are several"),
                Need = keys.Required("need", NeedStates, "need states, from least to most need: a list of names, or a block a state"),
                Quality = keys.Optional(
                    "quality",
                    Shapes.SourcedEach(Words.Need, Numbers.Quality.Quantity, "need state"),
                    [],
                    "quality weight of a year lived in each need state; 1 is full health"
                ),
                Start = keys.Required(
                    "start",
                    Start,
                    "people by age band, youngest first, or by area and age band; the last band is open, such as 85+"
                ),
                Moves = keys.Optional("moves", Shapes.ListOf(MoveSection.Shape), [], "moves between need states"),
                Deaths = keys.Optional("deaths", DeathsSection.Shape, "deaths, other than those that moves hold"),
                Births = keys.Optional("births", FlowSection.Births, "births: a rate, or a block with rate or count"),
                Migration = keys.Optional("migration", FlowSection.Migration, "net migration"),
                ControlTotals = keys.Optional(
                    "control_totals",
                    ControlTotalSection.Shape,
                    [],
                    "people on 30 June of stated years by an official projection, which a residual makes people follow: by age band, by area, by both, or of everyone"
                ),
            })
            .Then(Build);

    private static ReadPeople Build(PeopleKeys people, Field here, Context context)
    {
        AreaId[] areas = people.Areas.IsEmpty ? [new(DeclaredNames.WholePlace)] : [.. people.Areas.Select(area => new AreaId(area))];
        var starts = people.Start.ToDictionary(area => area.Name, area => area.Bands);
        var needs = people.Need.Select(need => new NeedState
        {
            Id = new NeedStateId(need.Key),
            Title = need.Value,
            Quality = people.Quality.FirstOrDefault(quality => quality.Key.Name == need.Key).Value,
        });
        var stated = people.Deaths?.Chances ?? [];
        return new ReadPeople
        {
            DeathStated = [.. stated.Select(chance => chance is not null)],
            MovesAt = [.. people.Moves.SelectMany((rows, i) => rows.Select(row => $"people.moves.{i + 1}"))],
            Population = new Population
            {
                Areas = [.. areas],
                Ages = [.. people.Start[0].Bands.Select(start => start.AgeBand)],
                Need = [.. needs],
                Start =
                [
                    .. from area in areas
                       from band in starts[area.Name]
                       select new StartingPeople { Area = area, Age = band.AgeBand.Id, People = band.People, Need = band.Need },
                ],
                Moves = [.. people.Moves.SelectMany(rows => rows)],
                Deaths = people.Deaths?.ToModel(context.FirstYear),
                Births = people.Births,
                Migration = people.Migration,
                ControlTotals = people.ControlTotals,
            },
        };
    }
}
