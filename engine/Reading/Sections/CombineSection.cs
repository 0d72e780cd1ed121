using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>combine</c>: how effects on one target act together.</summary>
internal static class CombineSection
{
    private static Shape<CombinationRule> Rule { get; } = Shapes.OneOf<CombinationRule>();

    /// <summary>What the section holds: one rule for all, or a default and rules by target.</summary>
    public static Shape<ReadCombine> Shape { get; } = Shapes.Choice(
        (node => node is Mapping, Shapes.Map(keys => new ReadCombine(
            keys.Optional("default", Rule, default, "rule for all other targets; random unless stated"),
            [.. keys.Each(Words.Target, Rule, "target").Select(rule => new Combination(rule.Key, rule.Value))]))),
        (_ => true, Rule.Then((rule, _, _) => new ReadCombine(rule, []))));
}
