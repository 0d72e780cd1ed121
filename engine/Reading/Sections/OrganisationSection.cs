using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An entry of the section <c>organisations</c>.</summary>
internal static class OrganisationSection
{
    private static Shape<ImmutableArray<MoneyLine>> Income { get; } = Shapes.SourcedEach(
        Words.Name, Numbers.SignedMoneyAYear.Path, "line of income")
        .Then((lines, _, _) => lines.Select(line => new MoneyLine(line.Key, line.Value)).ToImmutableArray());

    private static Shape<(ReservePurpose Purpose, ImmutableArray<ServiceId> Services)> Meets { get; } =
        Shapes.Choice(
            (
                node => node is Sequence,
                Shapes.NamesOf(Words.Service).Then((services, _, _) => (Purpose: ReservePurpose.Services, Services: services))
            ),
            (
                _ => true,
                Shapes.OneOf<(ReservePurpose, ImmutableArray<ServiceId>)>(
                    ("deficits", (ReservePurpose.Deficits, [])),
                    ("pool_overspends", (ReservePurpose.PoolOverspends, []))
                )
            )
        );

    private static Shape<ImmutableArray<EarmarkedReserve>> Earmarked { get; } =
        Shapes
            .SourcedEach(
                Words.Name,
                Shapes
                    .Sourced(keys =>
                        (
                            Amount: keys.Required("amount", Numbers.Money.Quantity, "what it holds"),
                            Meets: keys.Required(
                                "meets",
                                Meets,
                                "deficits, pool_overspends, or a list of services whose overspends it meets"
                            )
                        )
                    )
                    .Then(
                        (read, here, _) =>
                            new EarmarkedReserve
                            {
                                Name = here.Key,
                                Amount = read.Amount,
                                Meets = read.Meets.Purpose,
                                Services = read.Meets.Services,
                            }
                    ),
                "reserve"
            )
            .Then((reserves, _, _) => reserves.Select(reserve => reserve.Value).ToImmutableArray());

    private static Shape<Reserves> Reserves { get; } =
        Shapes.Sourced(keys => new Reserves
        {
            General = keys.Required("general", Numbers.Money.Quantity, "general reserves"),
            Floor = keys.Optional("floor", Numbers.Money.Quantity, "level below which they are not drawn"),
            Earmarked = keys.Optional("earmarked", Earmarked, [], "reserves that are set aside for a purpose, by name"),
            Order = keys.Optional(
                "order",
                Shapes.NamesOf(Words.Name),
                [],
                "names of all earmarked reserves, and general, in the order in which they are drawn; general last unless stated"
            ),
            Planned = keys.Optional("planned", Numbers.SignedMoneyAYear.Path, "planned movement into them, negative when drawn"),
        });

    private static Shape<ImmutableArray<OneOff>> OneOffs { get; } = Shapes.SourcedEach(
        Words.Name,
        Shapes.Sourced(keys => new OneOff
        {
            Name = keys.Name,
            Amount = keys.Required("amount", Numbers.Money.Quantity, "what it costs, in money of its year"),
            Year = keys.Required("year", Words.Year, "year in which it is paid"),
            RepaidOver = keys.Optional(
                "repaid_over", Numbers.CertainTime.Then(ContractSection.WholeYears).Maybe(), null,
                "whole years in which it is paid back to the reserves that it is drawn from; out of the year's money unless stated"),
        }),
        "item").Then((items, _, _) => items.Select(item => item.Value).ToImmutableArray());

    private static Shape<DeficitGrant> Grant { get; } = Shapes.Sourced(keys => new DeficitGrant
    {
        Share = keys.Required("share", Numbers.Share.Quantity, "share of the deficit that is paid"),
        Of = keys.Required("of", Numbers.Money.Quantity, "the deficit that is eligible, as it stood on the day"),
        Paid = keys.Required("paid", Words.Year, "year in which it is paid"),
        IsApproved = keys.Optional("approved", Shapes.YesOrNo, true, "whether it is approved, true unless stated; else it is not paid"),
    });

    private static Shape<Quantity> Emergency { get; } = Shapes.Sourced(keys =>
        keys.Required("emergency_level", Numbers.Share.Quantity, "share to which discretionary budgets fall while a notice is in force"));

    private static Shape<SpendingLine> Line { get; } = Shapes.Choice(
        (node => node is not Mapping mapping || NumberShape.IsBlock(mapping),
            Numbers.SignedMoneyAYear.Path.Then((path, here, _) => new SpendingLine { Name = here.Key, Amount = path })),
        (_ => true, Shapes.Sourced(keys => (
            Amount: YearsBlock.Declare(keys, Numbers.SignedMoneyAYear),
            Savings: keys.Optional("savings", Numbers.MoneyAYear.Path, "planned savings"),
            Delivered: keys.Optional(
                "delivered", Numbers.Share.Quantity, "share of the planned savings that is delivered; all unless stated")))
            .Then((line, here, context) => new SpendingLine
            {
                Name = here.Key,
                Amount = Numbers.SignedMoneyAYear.FromYears(line.Amount, here, context).Path,
                Savings = line.Savings,
                Delivered = line.Delivered,
            })));

    private static Shape<ImmutableArray<SpendingLine>> OtherSpending { get; } = Shapes.Choice(
        (PathShape.IsOne, Line.Then((line, _, _) => ImmutableArray.Create(line))),
        (_ => true, Shapes.SourcedEach(Words.Name, Line, "line of spending")
            .Then((lines, _, _) => lines.Select(line => line.Value).ToImmutableArray())));

    /// <summary>The keys of a ring-fenced account; nothing where no owner is named.</summary>
    private static Account? Account(Keys keys)
    {
        var owner = keys.Optional("owner", Words.Organisation.Maybe(), null, "council whose ring-fenced account it is");
        var counts = keys.Optional("counts_from", Words.Year.Maybe(), null, "year from which its deficit is the owner's; else never");
        var financing = keys.Optional("financing", Numbers.Share.Quantity, "what the owner pays a year for carrying its deficit");
        var grant = keys.Optional("grant", Grant, "a grant towards its deficit");
        var meets = keys.Optional("centre_meets", Numbers.Share.Path, "share of a year's overspend that the centre meets");
        foreach (var key in (string[])["counts_from", "financing", "grant", "centre_meets"])
        {
            keys.Needs(key, "owner");
        }

        return owner is { } named
            ? new Account { Owner = named, CountsFrom = counts, Financing = financing, Grant = grant, CentreMeets = meets }
            : null;
    }

    /// <summary>What an entry holds.</summary>
    public static Shape<Organisation> Shape { get; } =
        Shapes.Sourced(Declare);

    private static Organisation Declare(Keys keys)
    {
        keys.Gone(
            "exceptional_support",
            "support is leave to borrow and no gift: write capitalisation: {limit: £5m, planned: £5m, rate: 5%, over: 20 years}.");
        return new()
        {
            Id = new OrganisationId(keys.Name),
            Title = keys.Optional("title", Shapes.Text, Titles.Of(keys.Name), "name to print"),
            Kind = keys.Required(
                "kind",
                Shapes.OneOf<OrganisationKind>(),
                "council, nhs_commissioner, nhs_provider, voluntary, private or ring_fenced_account"
            ),
            Begins = keys.Optional(
                "begins",
                Shapes.YesOrNo,
                false,
                "whether it is there only once an arrangement's succession passes something to it; false unless stated"
            ),
            Income = keys.Optional("income", Income, [], "lines of income"),
            OtherSpending = keys.Optional(
                "other_spending",
                OtherSpending,
                [],
                "all spending that is not modelled as a service: one path, or lines"
            ),
            OneOffs = keys.Optional("one_offs", OneOffs, [], "what it pays for once, by name"),
            Reserves = keys.Optional("reserves", Reserves, "reserves at the start"),
            BroughtForward = keys.Optional("brought_forward", Numbers.Money.Quantity, "deficit or gap at the start"),
            Repays = keys.Optional(
                "repays",
                Numbers.Share.Quantity,
                "share of what was brought forward that is repaid each year; all unless stated, nothing for an NHS commissioner"
            ),
            Capitalisation = keys.Optional(
                "capitalisation",
                CapitalisationSection.Shape,
                "leave to treat day-to-day cost as capital (exceptional support): assets sold, debt, repayment; not for NHS bodies"
            ),
            EmergencyLevel = keys.Optional("section_114", Emergency, "issues section 114 notices; councils only"),
            Keeps = keys.Optional(
                "keeps",
                Numbers.Share.Quantity,
                "share of an underspend that it keeps; all unless stated, nothing for an NHS commissioner"
            ),
            Account = Account(keys),
            Local = keys.Optional("local", LocalSection.Shape, "what becomes in the place of what it is paid"),
        };
    }
}
