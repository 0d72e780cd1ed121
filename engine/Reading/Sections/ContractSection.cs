using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Terms of payment: those of a service, and those that an arrangement states in their place.</summary>
internal static class ContractSection
{
    private static Shape<Collapse> Collapse { get; } =
        Shapes.Sourced(keys => new Collapse
        {
            Below = keys.Required(
                "below",
                Numbers.Share.Quantity,
                "share of the first year's sum, at the year's prices, below which the provider collapses"
            ),
            To = keys.Optional("to", Numbers.Share.Quantity, "share of what it could do that is left; nothing unless stated"),
            RebuildsOver = keys.Required("rebuilds_over", Numbers.Time.Quantity, "time in which it builds up again"),
        });

    /// <summary>What a contract holds: one word, or a block.</summary>
    public static Shape<ReadContract> Shape { get; } =
        Shapes.Choice(
            (
                node => node is Mapping,
                Shapes.Sourced(keys =>
                {
                    keys.NotBoth("volume", "people");
                    var price = keys.Optional(
                        "price",
                        Numbers.CostOfUnit,
                        "price of a unit in the first year, net of charges; the net unit cost unless stated"
                    );
                    var volume = keys.Optional("volume", Numbers.Count.Quantity, "agreed activity in a time; that of today unless stated");
                    var people = keys.Optional("people", Numbers.Number.Quantity, "agreed people, for a service that people are in");
                    var contract = new Contract
                    {
                        Form = keys.Required(
                            "form",
                            Shapes.OneOf<ContractForm>(),
                            "cost, block, tariff, cost_and_volume, marginal, aligned_incentive, alliance or grant"
                        ),
                        Sum = keys.Optional(
                            "sum",
                            Numbers.MoneyAYear.Quantity,
                            "sum in the first year; the price of the volume unless stated"
                        ),
                        Price = price?.Quantity,
                        Volume = volume ?? people,
                        Rate = keys.Optional(
                            "rate",
                            Numbers.Share.Quantity,
                            "share of the price paid above the volume, or by activity in an aligned incentive"
                        ),
                        Target = keys.Optional(
                            "target",
                            Numbers.MoneyAYear.Quantity,
                            "target cost of an alliance in the first year, net of charges"
                        ),
                        GainShare = keys.Optional("gain_share", Numbers.Share.Quantity, "the provider's share of what is below the target"),
                        PainShare = keys.Optional("pain_share", Numbers.Share.Quantity, "the provider's share of what is above the target"),
                        StopLoss = keys.Optional("stop_loss", Numbers.MoneyAYear.Quantity, "most that the provider bears in a year"),
                        Index = keys.Optional("index", Words.Index.Maybe(), null, "index of its money; that of the cost unless stated"),
                        Term = keys.Optional(
                            "term",
                            Numbers.CertainTime.Then(WholeYears).Maybe(),
                            null,
                            "whole years after which sum, volume and target are agreed anew"
                        ),
                        Notice = keys.Optional(
                            "notice",
                            Numbers.NoticeTime.Maybe(),
                            null,
                            "time before which a cut of a block or a grant is told: until then its sum is paid whole; cut at once unless stated"
                        ),
                        BreakCharge = keys.Optional(
                            "break_charge",
                            Numbers.Money.Quantity,
                            "paid to the provider when an arrangement replaces these terms"
                        ),
                        TransactionCost = keys.Optional("transaction_cost", Numbers.Money.Quantity, "cost of letting it, each time"),
                        Collapse = keys.Optional("collapse", Collapse, "what a cut does to the provider of a grant"),
                    };
                    return new ReadContract(contract, price?.Unit, volume is not null, people is not null);
                })
            ),
            (
                _ => true,
                Shapes.OneOf<ContractForm>().Then((form, _, _) => new ReadContract(new Contract { Form = form }, null, false, false))
            )
        );

    /// <summary>A time as whole years; anything else is a problem.</summary>
    public static int WholeYears(double years, Field here, Context context)
    {
        if (years < 1.0 || years != Math.Floor(years))
        {
            context.Problems.Add(Codes.WholeYears, here.At, "this is a whole number of years.", "write it like 3 years.");
        }

        return (int)Math.Max(years, 1.0);
    }
}
