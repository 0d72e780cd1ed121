using System.Globalization;

namespace SystemSim.Reading;

/// <summary>What the items of a list are called in paths.</summary>
/// <remarks>
/// A path names a number for good: its draws depend on it. So an item is called by what it is about (a move by its need states, an
/// effect by its target) wherever it says so, and adding another one before it changes nothing. Other items are counted from 1.
/// </remarks>
internal static class Labels
{
    /// <summary>The labels of all items, each only once.</summary>
    public static string[] Of(Sequence list)
    {
        var labels = new string[list.Items.Length];
        var times = new Dictionary<string, int>();
        for (var i = 0; i < labels.Length; i++)
        {
            var subject = list.Items[i] is Mapping item ? Subject(item) : null;
            if (subject is null)
            {
                labels[i] = (i + 1).ToString(CultureInfo.InvariantCulture);
                continue;
            }

            var time = times[subject] = times.GetValueOrDefault(subject) + 1;
            labels[i] = time == 1 ? subject : $"{subject} #{time}";
        }

        return labels;
    }

    private static string? Subject(Mapping item)
    {
        if (Word(item, "on") is { } target)
        {
            return target;
        }

        if (Word(item, "from") is { } from)
        {
            var to = Word(item, "to") is { } state ? $" -> {state}" : "";
            return $"{from}{to}{Group(item, "ages")}{Group(item, "areas")}";
        }

        return Word(item, "returns_to");
    }

    private static string? Word(Mapping item, string key) =>
        item.Find(key)?.Value is Scalar { IsEmpty: false } scalar && !scalar.Text.Contains('.') ? scalar.Text : null;

    private static string Group(Mapping item, string key) =>
        item.Find(key)?.Value is Sequence group ? string.Concat(group.Items.OfType<Scalar>().Select(member => $" {member.Text}")) : "";
}
