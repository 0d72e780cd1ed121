using System.Reflection;
using SystemSim.Reading;

namespace SystemSim.Campaign;

/// <summary>One text as a number of every kind, as a change to one, and as what <c>--set</c> takes.</summary>
internal static class NumberHarness
{
    private const int StepsPerYear = 12;

    private static readonly NumberKind[] Kinds =
    [
        .. typeof(NumberKinds)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(NumberKind))
            .Select(property => (NumberKind)property.GetValue(null)!),
    ];

    /// <summary>Reads it.</summary>
    public static void Read(string text)
    {
        var scalar = new Scalar(new Spot("fuzzed.yaml", 1, 1), text, isPlain: true);
        var changed = scalar.ChangedBy(new StatedChange(scalar, IsNamed: false));
        foreach (var kind in Kinds)
        {
            Hold(NumberText.Read(scalar, kind, new Problems()), kind);
            Hold(NumberText.Read(changed, kind, new Problems()), kind);
        }

        _ = Settings.Parse([text, $"services.help.budget={text}", $"{text}=1"], new Problems());
    }

    private static void Hold(Written? written, NumberKind kind)
    {
        if (written is not null && double.IsNaN(written.Value(kind, "", StepsPerYear)))
        {
            throw new InvalidOperationException($"a {kind.Name} was read, and is no number.");
        }
    }
}
