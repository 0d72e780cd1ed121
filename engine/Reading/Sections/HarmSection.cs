using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>harms</c> of what becomes of demand that is not met: what rises for those who go without.</summary>
internal static class HarmSection
{
    // Who is turned away goes without for a year, and a contact is a person, unless the scenario says otherwise.
    private const double Year = 1.0;

    private static Shape<Harm> Harm { get; } =
        Shapes.Choice(
            (
                node => node is Mapping mapping && !NumberShape.IsMeantAsBlock(mapping),
                Shapes.Sourced(keys => new Harm
                {
                    On = null!,
                    Sensitivity = keys.Required("more", Numbers.Rise.Quantity, "share by which it rises for somebody who goes without"),
                    Group = keys.Optional(
                        "for",
                        Cohorts.Group,
                        CohortGroup.Everyone,
                        "whose moves, deaths or demand it raises; everyone's unless stated"
                    ),
                    Lasts = keys.Optional(
                        "lasts",
                        Numbers.Time.Quantity,
                        Quantity.Of(Year),
                        "how long a contact that left is missed; a year unless stated"
                    ),
                    PeoplePerUnit = keys.Optional(
                        "people_per_unit",
                        Numbers.Number.Quantity,
                        Quantity.Of(1.0),
                        "people who go without for each contact; 1 unless stated"
                    ),
                })
            ),
            (
                _ => true,
                Numbers.Rise.Quantity.Then(
                    (more, _, _) =>
                        new Harm
                        {
                            On = null!,
                            Sensitivity = more,
                            Lasts = Quantity.Of(Year),
                            PeoplePerUnit = Quantity.Of(1.0),
                        }
                )
            )
        );

    /// <summary>What the block holds.</summary>
    public static Shape<ImmutableArray<Harm>> Shape { get; } = Shapes.SourcedEach(Words.Target, Harm, "target")
        .Then((harms, _, _) => harms.Select(harm => harm.Value with { On = harm.Key }).ToImmutableArray(), []);
}
