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
        var merged = below;
        foreach (var entry in above.Entries)
        {
            var merges = entry.Value is Mapping upper && !NumberShape.IsBlock(upper)
                && merged.Find(entry.Key.Text)?.Value is Mapping lower && !NumberShape.IsBlock(lower);
            merged = merged.With(entry.Key, merges ? Of((Mapping)merged.Find(entry.Key.Text)!.Value, (Mapping)entry.Value) : entry.Value);
        }

        return merged;
    }
}
