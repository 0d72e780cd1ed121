using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A block of keys, each with a value; no key twice.</summary>
internal sealed class Mapping(Spot at, ImmutableArray<Entry> entries) : Node(at)
{
    /// <summary>Its keys and values, in order.</summary>
    public ImmutableArray<Entry> Entries { get; } = entries;

    /// <summary>The entry with a key; null when there is none.</summary>
    public Entry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>The same block with the value of one key replaced, or added at the end.</summary>
    public Mapping With(Scalar key, Node value)
    {
        var entry = new Entry(key, value);
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i].Key.Text == key.Text)
            {
                return new Mapping(At, Entries.SetItem(i, entry));
            }
        }

        return new Mapping(At, Entries.Add(entry));
    }
}
