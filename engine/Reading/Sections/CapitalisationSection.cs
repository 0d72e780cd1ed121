using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>capitalisation</c> of an organisation: support as leave to borrow.</summary>
internal static class CapitalisationSection
{
    private static Shape<int> Years { get; } = Numbers.CertainTime.Then(ContractSection.WholeYears);

    private static Shape<OpeningDebt> Debt { get; } = Shapes.Sourced(keys => new OpeningDebt
    {
        Amount = keys.Required("amount", Numbers.Money.Quantity, "what is owed when the run starts"),
        YearsLeft = keys.Required("years_left", Years, "whole years over which it is still repaid"),
        Rate = keys.Required("rate", Numbers.Share.Quantity, "interest a year, such as 4%"),
    });

    /// <summary>What it holds.</summary>
    public static Shape<Capitalisation> Shape { get; } = Shapes.Sourced(keys =>
    {
        keys.AtLeastOne("rate", "receipts", "opening_debt");
        keys.Needs("rate", "over");
        keys.Needs("over", "rate");
        keys.Needs("to_reserves", "receipts");
        keys.Needs("income_lost", "receipts");
        return new Capitalisation
        {
            Limit = keys.Required("limit", Numbers.MoneyAYear.Path, "most day-to-day cost that may be treated as capital"),
            Planned = keys.Optional(
                "planned", Numbers.MoneyAYear.Path, "what of it is agreed before the budget is set, and in it; nothing unless stated"),
            Receipts = keys.Optional("receipts", Numbers.MoneyAYear.Path, "what assets bring that may be sold for it, used before borrowing"),
            ToReserves = keys.Optional(
                "to_reserves", Numbers.MoneyAYear.Path, "what of the receipts goes into general reserves when the year starts"),
            IncomeLost = keys.Optional(
                "income_lost", Numbers.Share.Quantity, "income of a year that goes with assets, as a share of what they brought"),
            Rate = keys.Optional("rate", Numbers.Share.Path, "interest a year on what is borrowed in the year; nothing is borrowed without"),
            Over = keys.Optional("over", Years, 0, "whole years over which what is borrowed is repaid, from the year after"),
            Method = keys.Optional(
                "method", Shapes.OneOf<Repayment>(), Repayment.Equal, "equal (the same repayment each year, unless stated) or annuity"),
            OpeningDebt = keys.Optional("opening_debt", Debt, "debt for day-to-day cost that there is when the run starts"),
        };
    });
}
