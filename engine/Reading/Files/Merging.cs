namespace SystemSim.Reading;

/// <summary>Lays the keys of one file over those of another.</summary>
internal static class Merging
{
    /// <summary>
    /// Blocks are merged key by key; lists and single values are replaced, and a number is a single value however it is written.
    /// </summary>
    /// <param name="below">What is extended.</param>
    /// <param name="above">Whose keys win.</param>
    public static Mapping Of(Mapping below, Mapping above)
    {
        var kept = below.Entries.Select(entry =>
            above.Find(entry.Key.Text) is { } over ? new Entry(over.Key, Of(entry.Value, over.Value)) : entry
        );
        return new Mapping(below.At, [.. kept, .. above.Entries.Where(entry => below.Find(entry.Key.Text) is null)]);
    }

    private static Node Of(Node below, Node above) =>
        below is Mapping lower && above is Mapping upper && !NumberShape.IsBlock(lower) && !NumberShape.IsBlock(upper)
            ? Of(lower, upper)
            : above;
}
