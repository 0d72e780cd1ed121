using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A block of keys, each with a value; no key twice.</summary>
internal sealed class Mapping(Spot at, ImmutableArray<Entry> entries) : Node(at)
{
    // A block with fewer keys is quicker looked through than laid out.
    private const int Many = 16;

    private FrozenDictionary<string, Entry>? byKey;

    /// <summary>Its keys and values, in order.</summary>
    public ImmutableArray<Entry> Entries { get; } = entries;

    /// <summary>The entry with a key; null when there is none.</summary>
    public Entry? Find(string key)
    {
        if (Entries.Length >= Many)
        {
            byKey ??= Entries.ToFrozenDictionary(entry => entry.Key.Text);
            return byKey.GetValueOrDefault(key);
        }

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
