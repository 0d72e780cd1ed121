namespace SystemSim.Lanes;

/// <summary>A value for every section that gives one.</summary>
internal sealed class BySection
{
    private Value?[] values = new Value?[Section.Count(parts: 1)];

    /// <summary>The value of a section, by its place; null where it gives none.</summary>
    public Value? this[int section]
    {
        get => section < values.Length ? values[section] : null;
        set
        {
            if (section >= values.Length)
            {
                Array.Resize(ref values, section + 1);
            }

            values[section] = value;
        }
    }
}
