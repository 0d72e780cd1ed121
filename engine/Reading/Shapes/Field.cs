namespace SystemSim.Reading;

/// <summary>A node, and where in the scenario it stands.</summary>
/// <param name="Node">The node.</param>
/// <param name="Path">Its dotted path, such as <c>services.gp.cost</c>; empty for the whole scenario.</param>
/// <param name="Key">The last part of the path.</param>
/// <param name="NamedAt">Where its key stands; for an item of a list, the item itself.</param>
/// <param name="From">Source in force for the numbers in it.</param>
internal readonly record struct Field(Node Node, string Path, string Key, Spot NamedAt, Provenance From)
{
    /// <summary>Its first character.</summary>
    public Spot At => Node.At;

    /// <summary>The whole of a file.</summary>
    public static Field Whole(Mapping root) => new(root, "", "", root.At, default);

    /// <summary>The value of one of its keys.</summary>
    public Field Child(Entry entry) => new(entry.Value, Under(entry.Key.Text), entry.Key.Text, entry.Key.At, From);

    /// <summary>One item of a list.</summary>
    /// <param name="item">The item.</param>
    /// <param name="label">What it is called in paths.</param>
    public Field Item(Node item, string label) => new(item, Under(label), label, item.At, From);

    /// <summary>Where something below it stands: the first character of a single value, otherwise its key.</summary>
    /// <param name="path">Path from here, with dots.</param>
    public Spot Below(string path) => PathFinder.Find(Node, path)?.Spot ?? NamedAt;

    private string Under(string key) => Path.Length == 0 ? key : $"{Path}.{key}";
}
