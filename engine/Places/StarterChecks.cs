namespace SystemSim.Places;

/// <summary>What a starter model must give: what it was fitted to, and apart from it what was held out.</summary>
public static class StarterChecks
{
    private const double CarePrices = 1.029 * 1.029;

    /// <summary>What was published for the council and not used, beside what the model gives.</summary>
    /// <param name="model">The numbers.</param>
    /// <returns>What it is, the service, and both numbers; without those that were not published.</returns>
    public static ImmutableArray<HeldOut> HeldOutOf(StarterModel model)
    {
        var england = England.Figures;
        var care = model.Council.Care;
        var reabled = model.ReablementAsked * StarterModel.ReablementMet;
        HeldOut?[] all =
        [
            new("Admitted to care homes at 65 and over, 2024/25", care.Admissions, model.InHomes / england.HomesYears),
            new("With care in the community on 31 March 2025", care.InCommunity, model.InHomeCare + England.AnyTime(care.WorkingAgeAtHome)),
            care.DischargedToReablement is { } discharged
                ? new("Discharged from hospital to reablement at 65 and over, 2024/25", discharged, reabled * england.DischargedAClient)
                : null,
        ];
        return [.. all.OfType<HeldOut>()];
    }

    /// <summary>The text of <c>checks.yaml</c>.</summary>
    /// <param name="model">The numbers.</param>
    public static string Yaml(StarterModel model) =>
        Template.Fill(
            "checks.yaml",
            new Dictionary<string, double>
            {
                ["care_gross"] = model.Council.Money.CareGross,
                ["care_gross_2026"] = model.Council.Money.CareGross * CarePrices,
                ["working_age_in_year"] = model.Council.Care.WorkingAge,
                ["working_age_now"] = model.WorkingAge,
                ["people_2026"] = model.PeopleIn(2026).All,
                ["oldest_2031"] = model.PeopleIn(2031).Oldest,
            },
            new Dictionary<string, string>
            {
                ["name"] = model.Council.ShortName,
                ["fitted_care"] = FittedCare(model),
                ["held_out"] = string.Join('\n', HeldOutOf(model).Select((held, row) => row == 0 ? Admissions(held) : Note(held))),
            }
        );

    /// <summary>Social care and the rest of it are two tiers, each held by itself; prevention is beside them.</summary>
    private static string FittedCare(StarterModel model) =>
        $$"""
              - {measure: provider_cost, option: siloed, year: 2026/27, tier: social_care, equals: {{Written.Money(
                InTier(model) * CarePrices
            )}}, within: 2%}
              - {measure: provider_cost, option: siloed, year: 2026/27, service: rest_of_care, equals: {{Written.Money(
                model.RestOfCare * CarePrices
            )}}, within: 2%}
            """;

    private static double InTier(StarterModel model) => model.LongTermCare + model.Support + (model.ReablementBudget / CarePrices);

    private static string Admissions(HeldOut held) =>
        $"  # {held.What}: published {Written.Count(held.Published)}, here {Written.Count(held.Modelled)}\n"
        + "  - {measure: delivered, service: care_home, option: siloed, year: 2026/27, equals: "
        + $"{Written.Number(held.Published, 0)}, within: {Written.Percent(Math.Min(1.0, held.Off + 0.05))}}}";

    private static string Note(HeldOut held) =>
        $"  # {held.What}: published {Written.Count(held.Published)}, here {Written.Count(held.Modelled)}";
}

/// <summary>A published figure that a model was not made from, and what the model gives for it.</summary>
/// <param name="What">What it counts.</param>
/// <param name="Published">As published.</param>
/// <param name="Modelled">By the model.</param>
public sealed record HeldOut(string What, double Published, double Modelled)
{
    /// <summary>How far they are apart, as a share of the larger.</summary>
    public double Off => Math.Abs(Published - Modelled) / Math.Max(Published, Modelled);

    /// <summary>The model over the published figure.</summary>
    public double Ratio => Modelled / Published;
}
