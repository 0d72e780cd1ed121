using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>cost</c> of a service.</summary>
internal static class CostSection
{
    private static Shape<(Quantity? BlocksOf, double After)> Release { get; } = Shapes.Sourced(keys => (
        BlocksOf: keys.Optional("blocks_of", Numbers.Share.Quantity, "units in which capacity is held, such as a ward, as a share of the opening peak"),
        After: keys.Required("after", Numbers.HoldingTime, "time for which capacity that was last needed is held")));

    /// <summary>What the block holds.</summary>
    public static Shape<ReadCost> Shape { get; } = Shapes.Sourced(keys =>
    {
        keys.NotBoth("volume", "people");
        return (
            Unit: keys.Required(
                "unit", Numbers.CostOfUnit, "cost of a contact (£48), of a bed-day (£460 a bed-day) or of a person in a place (£340 a week)"),
            Year: keys.Required("year", Words.Year, "financial year whose prices it is stated in"),
            Index: keys.Optional(
                "index", Words.IndexOrNone.Then((index, _, _) => new IndexOrNone(index)),
                "index that carries it to other years, or none; that of prices unless stated"),
            Charges: keys.Optional("charges", Numbers.Share.Quantity, "share of the cost that users pay"),
            Fixed: keys.Optional("fixed", Numbers.Share.Quantity, "share of the cost that stays whatever is done"),
            SemiFixed: keys.Optional("semi_fixed", Numbers.Share.Quantity, "share of the cost that follows the capacity held, such as wards and teams"),
            Release: keys.Optional("released_in", Release.Maybe(), null, "how capacity that is no longer needed is given up; at once unless stated"),
            Volume: keys.Optional("volume", Numbers.Count.Quantity, "activity in a time for which fixed cost is laid out; that of today unless stated"),
            People: keys.Optional("people", Numbers.Number.Quantity, "people for whom fixed cost is laid out, for a service that people are in"));
    }).Then((cost, here, context) =>
    {
        var index = cost.Index is { } own ? own.Index : context.Prices?.Index;
        context.NeedLevel(index, cost.Year, here.Below("year"));
        var unit = new UnitCost
        {
            Unit = cost.Unit.Quantity,
            PriceYear = cost.Year,
            Index = index,
            Charges = cost.Charges,
            Fixed = cost.Fixed,
            SemiFixed = cost.SemiFixed,
            BlocksOf = cost.Release?.BlocksOf,
            ReleasedAfter = cost.Release?.After,
            Volume = cost.Volume ?? cost.People,
        };
        return new ReadCost(unit, cost.Unit.Unit, cost.Volume is not null, cost.People is not null);
    });
}
