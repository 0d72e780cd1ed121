using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Effects on the demand for a service that cover everybody, with strengths that a study can move.</summary>
internal static class Strengths
{
    /// <summary>The effect as an option sets it.</summary>
    public static Effect Set(string service, double strength, string? grade, string name)
    {
        var effect = Less(service, strength, grade, name);
        return effect with { Strength = effect.Strength with { Name = $"options.help.set.{name}", DrawnAs = name } };
    }

    /// <summary>An effect of the baseline.</summary>
    public static Effect Less(string service, double strength, string? grade, string name) => new()
    {
        Owner = new EffectOwner.Alone(),
        On = new Target.DemandFor(new(service)),
        Strength = Q(strength) with { Name = name, Grade = grade },
        Form = StrengthForm.Less,
        Group = new(),
        Coverage = new Coverage.Stated { Share = Path(1.0), Today = Q(0.0) },
        Measured = MeasuredFrom.None,
    };
}
