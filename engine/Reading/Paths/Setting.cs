namespace SystemSim.Reading;

/// <summary>Something that an <c>override</c>, a <c>set</c> or the caller puts in another's place.</summary>
/// <param name="Path">Path of what is replaced or changed, as written.</param>
/// <param name="Value">What is put there, or the change to make to the number there.</param>
internal sealed record Setting(Scalar Path, Node Value)
{
    /// <summary>The change that it makes to a number; null when it puts a value in the place of another.</summary>
    /// <remarks>A value is a value, whatever its sign: a change says that it is one, by a plus, by an x or by standing under
    /// <c>by</c>.</remarks>
    public StatedChange? Change => Value switch
    {
        Scalar { IsPlain: true } change when ChangeText.IsOne(change.Text) => new StatedChange(change, IsNamed: false),
        Mapping { Entries: [{ Key.Text: "by", Value: Scalar change }] } => new StatedChange(change, IsNamed: true),
        _ => null,
    };

    /// <summary>What it puts in the place of another.</summary>
    public Node Put => Value is Scalar scalar ? new Scalar(scalar.At, scalar.Text, scalar.IsPlain) { IsSet = true } : Value;

    /// <summary>The setting as it is told: <c>path = value</c>, and of a change what came of it.</summary>
    /// <param name="read">The scenario as it was read with the setting.</param>
    public string Told(Context read)
    {
        if (Change is not { } change)
        {
            return ToString();
        }

        // Of a range and of values by year the central value, or the first year, stands for the others.
        var changed = read.Changes.Where(number => Context.IsAtOrBelow(number.Path, Path.Text)).ToList();
        var shown = changed.FirstOrDefault(number => number.Path == $"{Path.Text}.value", changed.FirstOrDefault());
        return shown.Told is null
            ? $"{Path.Text} {change.Text}"
            : $"{Path.Text} = {shown.Told}{(changed.Count > 1 ? " (and the rest of it likewise)" : "")}";
    }

    /// <summary>The setting as <c>path = value</c>.</summary>
    public override string ToString() => $"{Path.Text} = {Written(Value)}";

    private static string Written(Node node) => node switch
    {
        Scalar scalar => scalar.Text,
        Sequence list => $"[{string.Join(", ", list.Items.Select(Written))}]",
        Mapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Text}: {Written(entry.Value)}"))}}}",
        _ => "",
    };
}
