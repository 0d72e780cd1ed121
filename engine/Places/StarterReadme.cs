namespace SystemSim.Places;

/// <summary>The page beside a starter model: what is published, derived, assumed, and what nobody can know from here.</summary>
public static class StarterReadme
{
    private const double NhsGrowth = 1.035;

    /// <summary>The text of <c>README.md</c>.</summary>
    /// <param name="model">The numbers.</param>
    public static string Markdown(StarterModel model) => Template.Fill("README.md", Values(model), Texts(model));

    /// <summary>What anybody should see first: findings about the figures of a place.</summary>
    /// <param name="model">The numbers.</param>
    public static ImmutableArray<PlaceFinding> FindingsOf(StarterModel model)
    {
        var care = Rests.Finding(model.RestOfCareShare);
        var nhs = Rests.Finding(model.RestOfNhsShare);
        PlaceFinding?[] all =
        [
            care is null ? null : new("rest of care", $"Adult social care. {care}"),
            nhs is null ? null : new("rest of the NHS", $"The NHS. {nhs}"),
            model.CountsAreImpossible
                ? new(
                    "impossible count",
                    "More people were admitted to care homes than were not at home in the year, which cannot be: England's share at home is taken."
                )
                : null,
            model.Council.Money.IsDerived
                ? new(
                    "no return",
                    "The council filed no return for 2024/25: its money is worked out from 2023/24 and England's proportions."
                )
                : null,
            model.Council.StartsFromEstimate
                ? new("estimate", "The projection is far above the later estimate of people: all years are taken down to it.")
                : null,
            .. StarterChecks.HeldOutOf(model).Where(held => held.Ratio is < 0.5 or > 2.0).Select(held =>
                new PlaceFinding("held out", $"{held.What}: the model gives {Written.Number(held.Ratio, 1)} times what was published.")),
        ];
        return [.. all.OfType<PlaceFinding>()];
    }

    private static Dictionary<string, double> Values(StarterModel model)
    {
        var money = model.Council.Money;
        var (unallocated, earmarked) = model.Reserves;
        var prevention = money.CareGross - model.LongTermCare - model.Support - model.RestOfCare;
        return new()
        {
            ["people_2026"] = model.PeopleIn(2026).All,
            ["care_gross"] = money.CareGross,
            ["care_net"] = money.CareNet,
            ["between"] = money.CareGross - money.CareNet,
            ["from_the_nhs"] = model.FromTheNhs,
            ["working_age_in_year"] = model.Council.Care.WorkingAge,
            ["older_in_year"] = model.Council.Care.Older,
            ["long_term"] = model.LongTermCare,
            ["long_term_share"] = model.LongTermCare / money.CareGross,
            ["support_money"] = model.Support,
            ["support_share"] = model.Support / money.CareGross,
            ["prevention"] = prevention,
            ["prevention_share"] = prevention / money.CareGross,
            ["rest_of_care_money"] = model.RestOfCare,
            ["rest_of_care_share"] = model.RestOfCare / money.CareGross,
            ["allocation_2026"] = model.Allocation * NhsGrowth,
            ["rest_of_nhs_money"] = model.RestOfNhs,
            ["rest_of_nhs_share"] = model.RestOfNhsShare,
            ["better_care_fund"] = model.BetterCareFund,
            ["unallocated"] = unallocated,
            ["earmarked"] = earmarked,
        };
    }

    private static Dictionary<string, string> Texts(StarterModel model)
    {
        var council = model.Council;
        return new()
        {
            ["name"] = council.ShortName,
            ["official_name"] = council.Name,
            ["code"] = council.Code,
            ["region"] = council.Region,
            ["kind"] = Councils.KindInWords(council),
            ["start"] = council.IsProjectedWhole ? "the projection" : "derived from the projection of its NHS areas",
            ["people_derived"] = council.IsProjectedWhole
                ? "people between mid-years"
                : "people by age, shared out of NHS areas that ONS projects",
            ["money_year"] = council.Money.IsDerived ? "net spending on care in 2023/24; all else is derived" : "2024/25",
            ["unknown"] = "the council's own fees, charges, contributions, reserves and effects",
            ["findings"] = FindingsOf(model) is { IsEmpty: false } found
                ? string.Join('\n', found.Select(finding => $"- {finding.Sentence}"))
                : "Nothing: the rests are within bounds, and what was held out is met within twice and half.",
            ["held_out"] = string.Join(
                '\n',
                StarterChecks
                    .HeldOutOf(model)
                    .Select(held =>
                        $"| {held.What} | {Written.Count(held.Published)} | {Written.Count(held.Modelled)} | held out: {Written.Number(held.Ratio, 2)} times |"
                    )
            ),
        };
    }
}

/// <summary>Something about the figures of a place that anybody should see first.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Sentence">What is found.</param>
public sealed record PlaceFinding(string Kind, string Sentence);
