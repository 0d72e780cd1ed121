using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An entry of the section <c>limits</c>: what several services share.</summary>
internal static class LimitSection
{
    /// <summary>What an entry holds.</summary>
    public static Shape<SharedLimit> Shape { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("capacity", "money");
        var capacity = keys.Optional("capacity", Numbers.Count.Path, "contacts or bed-days in a time");
        keys.Optional("money", Shapes.YesOrNo.Check(MustBeTrue), false, "true: the budgets of the services are one purse");
        return new SharedLimit
        {
            Id = new LimitId(keys.Name),
            Kind = capacity is null ? LimitKind.Money : LimitKind.Capacity,
            Amount = capacity,
            Services = keys.Required("services", Shapes.NamesOf(Words.Service, atLeast: 2), "services that share it"),
        };
    });

    private static void MustBeTrue(bool money, Field here, Context context)
    {
        if (!money)
        {
            context.Problems.Add(
                Codes.MoneyFalse, here.At, "a limit of money that is not one says nothing.", "write money: true, or take the limit away.");
        }
    }
}
