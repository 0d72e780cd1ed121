using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An entry of <c>pools</c>: what makes a fund a pool.</summary>
internal static class PoolSection
{
    private static Shape<ImmutableArray<AmountAHead>> PerPerson { get; } = Shapes
        .SourcedEach(Words.Need, Numbers.Money.Quantity, "need state")
        .Then((amounts, _, _) => amounts.Select(amount => new AmountAHead(amount.Key, amount.Value)).ToImmutableArray());

    private static Shape<ReadContribution> Contribution { get; } =
        Shapes
            .Sourced(keys => new ReadContribution(Terms(keys))
            {
                Notice = keys.Optional(
                    "notice", Numbers.CertainTime, 0.0, "what it must tell before it leaves, from the start of the run; nothing unless stated"
                ),
                Stays = keys.Optional(
                    "stays", Shapes.NamesOf(Words.Service), [], "services that it brought in and that stay when it leaves"
                ),
            })
            .Check(CheckFollow);

    private static Contribution Terms(Keys keys)
    {
        var terms = new Contribution
        {
            Partner = new OrganisationId(keys.Name),
            Follow = keys.Required("follow", Shapes.OneOf<Follow>(), "own_income, index, amounts, share, whole_fund or people"),
            First = keys.Optional(
                "first",
                Numbers.Money.Quantity,
                "contribution of the first year; what it would have budgeted in the baseline unless stated"
            ),
            Index = keys.Optional("index", Words.Index.Maybe(), null, "index followed"),
            Amounts = keys.Optional("amounts", Numbers.MoneyAYear.Path, "amounts by year"),
            Share = keys.Optional("share", Numbers.Share.Quantity, "share of the total"),
            CutInEmergency = keys.Optional(
                "cut_in_emergency",
                Shapes.YesOrNo,
                false,
                "whether it falls to the emergency level under a section 114 notice; false unless stated"
            ),
            Minimum = keys.Optional("minimum", Numbers.MoneyAYear.Path, "least that it pays, whatever it follows"),
            Leaves = keys.Optional("leaves", Words.Year.Maybe(), null, "first year in which it is out of the pool but for its minimum"),
        };
        var heads = new AmountsAHead
        {
            Amounts = keys.Optional("per_person", PerPerson, [], "so much a head a year, by need state"),
            Ages = keys.Optional("ages", Shapes.NamesOf(Words.Age), [], "age bands that are paid for; all unless stated"),
            Areas = keys.Optional("areas", Shapes.NamesOf(Words.Area), [], "areas that are paid for; all unless stated"),
            Year = keys.Optional("year", Words.Year.Maybe(), null, "year whose prices per_person is in; the first of the run unless stated"),
            Factor = keys.Optional("factor", Numbers.Multiplier.Quantity, "what people are multiplied by, such as registered over resident"),
            Index = terms.Index,
        };
        return heads.Amounts.IsDefaultOrEmpty ? terms : terms with { PerPerson = heads };
    }

    private static Shape<ReadUnderspend> Underspend { get; } = Shapes.Sourced(keys => new ReadUnderspend(
        keys.Optional("kept", Numbers.Share.Quantity, "share kept in the risk reserve"),
        keys.Optional("returned", Numbers.Share.Quantity, "share that leaves the place"))).Check(CheckUnderspend);

    private static Shape<ReadOverspend> Overspend { get; } =
        Shapes.Sourced(keys => new ReadOverspend(
            keys.Optional("share", Shapes.OneOf<RiskShare>(), default, "proportional (unless stated), lead_first or each_its_own"),
            keys.Optional(
                "by",
                Shapes
                    .SourcedEach(Words.Organisation, Numbers.Share.Quantity, "organisation")
                    .Then(
                        (shares, here, context) =>
                        {
                            Sums.CheckShares(shares.Select(share => share.Value), here, context.Problems);
                            return shares.Select(share => new PartnerShare(share.Key, share.Value)).ToImmutableArray();
                        }
                    ),
                [],
                "stated shares of the partners"
            ),
            keys.Optional("slice", Numbers.MoneyAYear.Path, "what the host bears first, when it leads"),
            keys.Optional(
                "caps",
                Shapes
                    .SourcedEach(Words.Organisation, Numbers.MoneyAYear.Path, "organisation")
                    .Then((caps, _, _) => caps.Select(cap => new PartnerPath(cap.Key, cap.Value)).ToImmutableArray()),
                [],
                "most that partners bear in a year"
            ),
            keys.Optional("excludes", Shapes.NamesOf(Words.Service), [], "services whose overspends are borne by whoever brought them in")
        ));

    /// <summary>What an entry holds.</summary>
    public static Shape<ReadPool> Shape { get; } = Shapes.Sourced(keys => new ReadPool
    {
        Host = keys.Required("host", Words.Organisation, "partner that runs the fund and bears what nobody else does"),
        Contributions = keys.Required(
            "contributions", Shapes.Each(Words.Organisation, Contribution, "organisation"), "what each partner pays in"),
        Total = keys.Optional("total", Numbers.MoneyAYear.Path, "agreed total, for contributions that are shares of it"),
        BroughtIn = keys.Optional(
            "brought_in", Shapes.Each(Words.Organisation, Shapes.NamesOf(Words.Service), "organisation"), [],
            "which partner brought each service in; who pays for it in the baseline unless stated"),
        RingFenced = keys.Optional(
            "ring_fence", Shapes.Each(Words.Service, Words.Organisation, "service"), [],
            "services whose overspend and underspend are their owner's"),
        Corridor = keys.Optional(
            "corridor", Numbers.ShareOrMore.Quantity, "what the host alone bears or keeps, as a share of all contributions"),
        SetUp = keys.Optional("set_up", Numbers.Money.Quantity, "spent in the first year to set it up"),
        Running = keys.Optional("running", Numbers.MoneyAYear.Path, "spent each year on running it"),
        Underspend = keys.Optional("underspend", Underspend, "what becomes of an underspend; shared among the partners unless stated"),
        Overspend = keys.Optional("overspend", Overspend, "how partners share an overspend; in proportion to contributions unless stated"),
        RiskReserve = keys.Optional("risk_reserve", Numbers.Money.Quantity, "risk reserve, paid in by the partners when the pool starts"),
    });

    private static void CheckUnderspend(ReadUnderspend underspend, Field here, Context context)
    {
        var sum = (underspend.Kept?.Value ?? 0.0) + (underspend.Returned?.Value ?? 0.0);
        if (sum > 1.0 + Sums.Rounding)
        {
            context.Problems.Add(
                Codes.SharesSum, here.NamedAt,
                $"the shares kept and returned of {here.Path} add up to {Sums.Percent(sum)}, more than there is.");
        }
    }

    /// <summary>The keys that say something about one thing that is followed, and those without which it says nothing.</summary>
    private static IEnumerable<(string Key, bool Belongs, bool IsNeeded)> Keys(Follow follow)
    {
        yield return ("first", follow is Follow.OwnIncome or Follow.Index or Follow.People, false);
        yield return ("index", follow is Follow.Index or Follow.People, follow == Follow.Index);
        yield return ("amounts", follow == Follow.Amounts, follow == Follow.Amounts);
        yield return ("share", follow == Follow.Share, follow == Follow.Share);
        yield return ("per_person", follow == Follow.People, follow == Follow.People);
        foreach (var key in (string[])["ages", "areas", "year", "factor"])
        {
            yield return (key, follow == Follow.People, false);
        }
    }

    private static void CheckFollow(ReadContribution read, Field here, Context context)
    {
        var contribution = read.Terms;
        var follow = Snake.Of(contribution.Follow.ToString());
        var stated = (Mapping)here.Node;
        foreach (var (key, belongs, isNeeded) in Keys(contribution.Follow))
        {
            if (!belongs && stated.Find(key) is { } entry)
            {
                context.Problems.Add(Codes.FollowKeys, entry.Key.At, $"'{key}' says nothing about a contribution that follows {follow}.");
            }
            else if (isNeeded && stated.Find(key) is null)
            {
                context.Problems.Add(Codes.FollowKeys, here.Below("follow"), $"a contribution that follows {follow} needs '{key}'.");
            }
        }

        if (contribution.PerPerson is { Year: { } year } heads)
        {
            context.NeedLevel(heads.Index, year, here.Below("year"));
        }

        foreach (var key in (string[])["notice", "stays"])
        {
            if (contribution.Leaves is null && stated.Find(key) is { } entry)
            {
                context.Problems.Add(
                    Codes.Leaving, entry.Key.At, $"'{key}' says nothing about a partner that does not leave.", "add leaves: and the year.");
            }
        }
    }
}
