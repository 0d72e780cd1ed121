using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An entry of the section <c>services</c>.</summary>
internal static class ServiceSection
{
    private static Shape<StayInPlaces> Places { get; } = Shapes.Sourced(keys => new StayInPlaces
    {
        Stay = keys.Required("stay", Numbers.Time.Quantity, "mean stay, at least a step"),
    });

    private static Shape<ReadCapacity> Capacity { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("contacts", "bed_days", "places");
        var contacts = keys.Optional("contacts", Numbers.Count.Path, "contacts in a time");
        var days = keys.Optional("bed_days", Numbers.Count.Path, "bed-days in a time, for a service with a stay");
        var places = keys.Optional("places", Numbers.Number.Path, "places, for a service that people are in");
        var capacity = new Capacity
        {
            Amount = (contacts ?? days ?? places)!,
            Target = keys.Optional(
                "target", Shapes.OneOf<CapacityTarget>(), default, "what it moves towards: path (unless stated), asked or budget"),
            GrowsAtMost = keys.Optional("grows_at_most", Numbers.Pace.Quantity, "most growth a year; no bound unless stated"),
            ShrinksAtMost = keys.Optional("shrinks_at_most", Numbers.Pace.Quantity, "most shrinking a year; no bound unless stated"),
        };
        return new ReadCapacity(
            capacity, contacts is not null ? ActivityUnit.Contacts : days is not null ? ActivityUnit.BedDays : ActivityUnit.Places);
    });

    private static Shape<ExpectedSaving> ExpectedSaving { get; } = Shapes.Sourced(keys => new ExpectedSaving
    {
        PerPound = keys.Required("per_pound", Shapes.SourcedEach(Words.Organisation, Numbers.Money.Quantity, "organisation")
            .Then((savings, _, _) => savings.Select(saving => new SavingByPayer(saving.Key, saving.Value)).ToImmutableArray()),
            "what each payer saves for each pound spent"),
        Within = keys.Required("within", Numbers.Time.Quantity, "time within which it is saved"),
    });

    private static Shape<AtStart> AtStart { get; } = Shapes.Sourced(keys => new AtStart
    {
        Waiting = keys.Optional("waiting", Numbers.Number.Quantity, "contacts on the waiting list; none unless stated"),
        InPlaces = keys.Optional("in_places", Numbers.Number.Quantity, "people in its places"),
        Delivered = keys.Optional("delivered", Numbers.Count.Quantity, "contacts delivered before the start, which fill its delay lines"),
        Left = keys.Optional("left", Numbers.Count.Quantity, "contacts that left unmet before the start"),
    });

    /// <summary>What an entry holds.</summary>
    public static Shape<ReadService> Shape { get; } = Shapes.Sourced(keys =>
    {
        keys.NotBoth("places", "stay");
        var capacity = keys.Optional("capacity", Capacity, "physical capacity; nothing limits it unless stated");
        var cost = keys.Required("cost", CostSection.Shape, "what a unit of activity costs");
        var contract = keys.Optional(
            "contract", ContractSection.Shape, "terms of payment: cost (unless stated), another form, or a block of keys")
            ?? new ReadContract(new Contract { Form = ContractForm.Cost }, null, false, false);
        var service = new Service
        {
            Id = new ServiceId(keys.Name),
            Title = keys.Optional("title", Shapes.Text, Titles.Of(keys.Name), "name to print"),
            Tier = keys.Required("tier", Words.Tier, $"{string.Join(", ", Tier.Known)}, or one of your own"),
            Provider = keys.Required("provider", Words.Organisation, "organisation that delivers it"),
            Unit = keys.Required("unit", Shapes.Text, "what one contact is, such as consultation"),
            Areas = keys.Optional("areas", Shapes.NamesOf(Words.Area), [], "areas served; all unless stated"),
            Duty = keys.Required("duty", Shapes.OneOf<Duty>(), "statutory (demand decides) or discretionary (money decides)"),
            Contract = contract.Contract,
            Budget = keys.Optional(
                "budget", Numbers.MoneyAYear.Quantity,
                "the first year's budget, or forecast when statutory; the payment for opening demand unless stated"),
            Floor = keys.Optional("floor", Numbers.MoneyAYear.Path, "least that it must be given; discretionary only"),
            Ceiling = keys.Optional("ceiling", Numbers.MoneyAYear.Path, "most that a business case may raise its budget to"),
            Priority = keys.Optional("priority", Shapes.Whole(0, 1000), 0, "priority where a limit is shared; lower goes first"),
            Demand = keys.Optional("demand", DemandSection.Shape, "what people ask because of their need; nothing unless stated")!,
            Referrals = keys.Optional("refers", ReturnsSection.Referrals, [], "shares of what it delivers that go on to other services"),
            Failures = keys.Optional("failure", ReturnsSection.Failures, [], "shares of what it delivers that come back: one, or a list"),
            Unmet = keys.Optional("unmet", UnmetSection.Shape, "what becomes of demand that is not met; all of it leaves unless stated"),
            Places = keys.Optional("places", Places, "for a service that people are in: how long they stay"),
            ShortStayDays = keys.Optional("stay", Numbers.Days.Quantity, "stay of each contact, shorter than a step"),
            Capacity = capacity?.Capacity,
            Cost = cost?.Cost!,
            ExpectedSaving = keys.Optional("expected_saving", ExpectedSaving, "what a business case for it states"),
            AtStart = keys.Optional("at_start", AtStart, new AtStart(), "where it starts; settled unless stated"),
        };
        return new ReadService(
            service, cost, contract, capacity?.Unit,
            keys.Optional("effects", Shapes.ListOf(EffectSection.OfService), [], "what it changes for those it reaches"));
    }).Then((read, here, context) => read with
    {
        Service = read.Service with { Demand = read.Service.Demand ?? DemandSection.Nobody(context) },
        Effects = [.. read.Effects.Select(effect => effect.OwnedBy(new EffectOwner.ByService(read.Service.Id)))],
    });
}
