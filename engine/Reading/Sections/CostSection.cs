using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>cost</c> of a service.</summary>
internal static class CostSection
{
    private static Shape<(Quantity? BlocksOf, double After)> Release { get; } =
        Shapes.Sourced(keys =>
            (
                BlocksOf: keys.Optional(
                    "blocks_of",
                    Numbers.Part.Quantity,
                    "units in which capacity is held, such as a ward, as a share of the opening peak"
                ),
                After: keys.Required("after", Numbers.HoldingTime, "time for which capacity that was last needed is held")
            )
        );

    /// <summary>A share of the cost alone; or a charge for a unit of use, and a share beside it.</summary>
    private static Shape<ReadCharges> Charges { get; } =
        Shapes.Choice(
            (
                node => node is Mapping mapping && mapping.Entries.Any(entry => entry.Key.Text is "use" or "share"),
                Shapes
                    .Sourced(keys =>
                        (
                            Share: keys.Optional("share", Numbers.Share.Quantity, "share of the cost that users pay beside it"),
                            Use: keys.Required(
                                "use",
                                Numbers.CostOfUnit,
                                "what users pay for a contact (£60), a bed-day (£4 a bed-day) or a person in a place (£140 a week); never more than the cost"
                            ),
                            Year: keys.Required("year", Words.Year, "financial year whose money it is stated in"),
                            Index: keys.Required(
                                "index",
                                Words.IndexOrNone.Then((index, _, _) => new IndexOrNone(index)),
                                "index that carries it to other years, such as one of pensions, or none"
                            )
                        )
                    )
                    .Then(
                        (charges, here, context) =>
                        {
                            context.NeedLevel(charges.Index.Index, charges.Year, here.Below("year"));
                            var use = new ChargeOfUse
                            {
                                Amount = charges.Use.Quantity,
                                Year = charges.Year,
                                Index = charges.Index.Index,
                            };
                            return new ReadCharges(charges.Share, use, charges.Use.Unit);
                        }
                    )
            ),
            (_ => true, Numbers.Share.Quantity.Then((share, _, _) => new ReadCharges(share, null, null)))
        );

    /// <summary>What the block holds.</summary>
    public static Shape<ReadCost> Shape { get; } =
        Shapes
            .Sourced(keys =>
            {
                keys.NotBoth("volume", "people");
                return (
                    Unit: keys.Required(
                        "unit",
                        Numbers.CostOfUnit,
                        "cost of a contact (£48), of a bed-day (£460 a bed-day) or of a person in a place (£340 a week)"
                    ),
                    Year: keys.Required("year", Words.Year, "financial year whose prices it is stated in"),
                    Index: keys.Optional(
                        "index",
                        Words.IndexOrNone.Then((index, _, _) => new IndexOrNone(index)),
                        "index that carries it to other years, or none; that of prices unless stated"
                    ),
                    Charges: keys.Optional("charges", Charges, "share of the cost that users pay, or what they pay for a unit of use"),
                    Fixed: keys.Optional("fixed", Numbers.Share.Quantity, "share of the cost that stays whatever is done"),
                    SemiFixed: keys.Optional(
                        "semi_fixed",
                        Numbers.Share.Quantity,
                        "share of the cost that follows the capacity held, such as wards and teams"
                    ),
                    Release: keys.Optional(
                        "released_in",
                        Release.Maybe(),
                        null,
                        "how capacity that is no longer needed is given up; at once unless stated"
                    ),
                    Volume: keys.Optional(
                        "volume",
                        Numbers.Count.Quantity,
                        "activity in a time for which fixed cost is laid out; that of today unless stated"
                    ),
                    People: keys.Optional(
                        "people",
                        Numbers.Number.Quantity,
                        "people for whom fixed cost is laid out, for a service that people are in"
                    )
                );
            })
            .Then(
                (cost, here, context) =>
                {
                    var index = cost.Index is { } own ? own.Index : context.Prices?.Index;
                    context.NeedLevel(index, cost.Year, here.Below("year"));
                    var unit = new UnitCost
                    {
                        Unit = cost.Unit.Quantity,
                        PriceYear = cost.Year,
                        Index = index,
                        Charges = cost.Charges?.Share,
                        Use = cost.Charges?.Use,
                        Fixed = cost.Fixed,
                        SemiFixed = cost.SemiFixed,
                        BlocksOf = cost.Release?.BlocksOf,
                        ReleasedAfter = cost.Release?.After,
                        Volume = cost.Volume ?? cost.People,
                    };
                    return new ReadCost(unit, cost.Unit.Unit, cost.Charges?.UseUnit, cost.Volume is not null, cost.People is not null);
                }
            );
}
