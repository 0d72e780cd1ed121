using System.Collections;
using System.Reflection;

namespace SystemSim.Studies;

/// <summary>Whether two things say the same, arrays by what they hold: what records alone do not tell.</summary>
internal static class Alike
{
    /// <summary>Whether two things of the model say the same.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="known">Says so of two things of one type, where that is known; null for no more than what they hold.</param>
    public static bool Are(object? one, object? other, Func<object, object, bool?>? known = null)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        if (one is null || other is null || one.GetType() != other.GetType())
        {
            return false;
        }

        return known?.Invoke(one, other) ?? one switch
        {
            string or ValueType and not IEnumerable when IsPlain(one.GetType()) => one.Equals(other),
            IEnumerable items => Are([.. items.Cast<object?>()], [.. ((IEnumerable)other).Cast<object?>()], known),
            _ => FieldsOf(one.GetType()).All(field => Are(field.GetValue(one), field.GetValue(other), known)),
        };
    }

    private static bool Are(object?[] items, object?[] others, Func<object, object, bool?>? known) =>
        items.Length == others.Length && items.Zip(others).All(pair => Are(pair.First, pair.Second, known));

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string);

    /// <summary>All fields, those of what the type derives from among them.</summary>
    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
        {
            foreach (
                var field in level.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                yield return field;
            }
        }
    }
}
