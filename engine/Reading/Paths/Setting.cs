namespace SystemSim.Reading;

/// <summary>Something that an <c>override</c>, a <c>set</c> or the caller puts in another's place.</summary>
/// <param name="Path">Path of what is replaced or changed, as written.</param>
/// <param name="Value">What is put there, or the change to make to the number there.</param>
internal sealed record Setting(Scalar Path, Node Value)
{
    /// <summary>Whether a number is changed rather than replaced.</summary>
    public bool IsChange =>
        Value is Scalar { IsPlain: true, Text: ['+' or '-', _, ..] or ['x', ' ', _, ..] };

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
