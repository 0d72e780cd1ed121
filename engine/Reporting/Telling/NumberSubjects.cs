using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What numbers of a scenario are about, in so few groups that a sentence can name them.</summary>
public sealed class NumberSubjects
{
    private readonly Scenario scenario;
    private readonly NumberLabels labels;
    private readonly Dictionary<string, Effect> effects;

    /// <summary>Prepares to tell.</summary>
    public NumberSubjects(Scenario scenario)
    {
        this.scenario = scenario;
        labels = new NumberLabels(scenario);
        effects = scenario
            .Options.SelectMany(option => option.Places)
            .SelectMany(place => place.Effects)
            .Where(effect => effect.Strength.Name.Length > 0)
            .DistinctBy(effect => effect.Strength.Name)
            .ToDictionary(effect => effect.Strength.Name);
    }

    /// <summary>What some numbers are about that are drawn together.</summary>
    /// <param name="names">Their names, or what they are drawn as.</param>
    public string Of(ImmutableArray<string> names) => Figures.Listed([.. names.Select(Of).Distinct()]);

    private string Achieves(string service) => $"what ‘{labels.Title(service)}’ achieves";

    private string Of(string name)
    {
        // A factor is about what it multiplies.
        var multiplied = scenario.Numbers.FirstOrDefault(number => number.Factors.Any(factor => $"factors.{factor}" == name));
        var path = (multiplied ?? scenario.Named(name))?.Name ?? name;
        return effects.TryGetValue(path, out var effect)
            ? effect.Owner switch
            {
                EffectOwner.ByService by => Achieves(by.Service.Name),
                EffectOwner.ByGovernance => "what working together achieves",
                _ => "what other effects achieve",
            }
            : path.Split('.') switch
            {
                ["organisations", var body, ..] => $"the money of {labels.Title(body)}",
                ["services", var service, "effects" or "harms", ..] => Achieves(service),
                ["services", _, "cost" or "provider" or "contract", ..] => "what services cost",
                ["services", _, "demand" or "places" or "stay" or "unmet" or "referrals" or "failure" or "start", ..] =>
                    "how many need services and for how long",
                ["services", ..] => "what services may spend and can do",
                ["governance", ..] => "the terms of pools and contracts",
                ["prices", ..] => "prices and pay",
                ["people", ..] => "how many people there are and how they fare",
                ["effects", ..] => "what other effects achieve",
                ["appraisal", ..] => "what outcomes are worth",
                ["grades" or "evidence", ..] => "how far evidence is trusted",
                _ => "other numbers",
            };
    }
}
