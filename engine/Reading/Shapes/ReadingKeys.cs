using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>The keys of a block in a file.</summary>
internal sealed class ReadingKeys(Field here, Mapping mapping, Context context) : Keys
{
    private readonly List<string> known = [];
    private readonly List<(string Key, string Says)> missing = [];
    private readonly List<OpenKey> open = [];
    private readonly List<(string Says, string Example)> none = [];
    private readonly HashSet<string> taken = [];
    private readonly Dictionary<string, string> gone = [];

    /// <inheritdoc/>
    public override string Name => here.Key;

    /// <inheritdoc/>
    public override Provenance From => here.From;

    /// <inheritdoc/>
    public override T Required<T>(string key, Shape<T> shape, string says)
    {
        if (Take(key) is { } entry)
        {
            return shape.Read(here.Child(entry), context);
        }

        missing.Add((key, says));
        return shape.Blank;
    }

    /// <inheritdoc/>
    public override T Optional<T>(string key, Shape<T> shape, T otherwise, string says) =>
        Take(key) is { } entry ? shape.Read(here.Child(entry), context) : otherwise;

    /// <inheritdoc/>
    public override void Gone(string key, string hint) => gone.Add(key, hint);

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<TKey, T>> Each<TKey, T>(
        Word<TKey> key, Shape<T> shape, string says, bool atLeastOne = false)
    {
        open.Add(key.Form);
        var read = ImmutableArray.CreateBuilder<KeyValuePair<TKey, T>>();
        var isThere = false;
        foreach (var entry in mapping.Entries.Where(entry => key.Fits(entry.Key.Text)))
        {
            isThere = true;
            taken.Add(entry.Key.Text);
            var before = context.Problems.Errors;
            var name = key.From(entry.Key, context);
            var value = shape.Read(here.Child(entry), context);
            if (context.Problems.Errors == before)
            {
                read.Add(new(name, value));
            }
        }

        if (!isThere && atLeastOne)
        {
            none.Add((says, key.Example));
        }

        return read.ToImmutable();
    }

    /// <inheritdoc/>
    public override void ExactlyOne(params ReadOnlySpan<string> keys)
    {
        Entry? first = null;
        foreach (var key in keys)
        {
            if (mapping.Find(key) is { } entry)
            {
                Exclude(first, entry);
                first ??= entry;
            }
        }

        AtLeastOne(keys);
    }

    /// <inheritdoc/>
    public override void AtLeastOne(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (mapping.Find(key) is not null)
            {
                return;
            }
        }

        context.Problems.Add(
            Codes.MissingKey, here.NamedAt, $"{Here} needs one of {string.Join(", ", keys.ToArray().Select(key => $"'{key}'"))}.");
    }

    /// <inheritdoc/>
    public override void NotBoth(string key, string other)
    {
        if (mapping.Find(other) is { } second)
        {
            Exclude(mapping.Find(key), second);
        }
    }

    /// <inheritdoc/>
    public override void Needs(string key, string other)
    {
        if (mapping.Find(key) is { } entry && mapping.Find(other) is null)
        {
            context.Problems.Add(Codes.MissingKey, entry.Key.At, $"'{key}' needs '{other}' beside it.");
        }
    }

    /// <inheritdoc/>
    public override void TakeSource()
    {
        if (Take("source") is { } entry)
        {
            here = here with { From = Words.SourceOrAssumption.Read(here.Child(entry), context) };
        }
    }

    /// <summary>Reports the keys that nobody asked for and those that are missing.</summary>
    public void Finish()
    {
        var unknown = mapping.Entries.Where(entry => !taken.Contains(entry.Key.Text)).ToList();
        unknown.ForEach(ReportUnknown);

        // Where a key is wrong, it is likely the one that is missing.
        foreach (var (says, example) in unknown.Count == 0 ? none : [])
        {
            context.Problems.Add(Codes.MissingKey, here.NamedAt, $"{Here} has no {says}.", $"write {example}: and a value.");
        }

        foreach (var (key, says) in missing)
        {
            context.Problems.Add(Codes.MissingKey, here.NamedAt, $"{Here} has no '{key}'.", $"{key}: {says}.");
        }
    }

    private string Here => here.Path.Length == 0 ? "the scenario" : here.Path;

    private Entry? Take(string key)
    {
        known.Add(key);
        taken.Add(key);
        return mapping.Find(key);
    }

    private void Exclude(Entry? first, Entry second)
    {
        if (first is not null)
        {
            // Keys of a file that extends another stand after those of the other, so the later one is the one to reconsider.
            var later = mapping.Entries.IndexOf(first) > mapping.Entries.IndexOf(second) ? first : second;
            var earlier = later == first ? second : first;
            context.Problems.Add(
                Codes.KeysExclude, later.Key.At, $"'{later.Key.Text}' cannot stand beside '{earlier.Key.Text}'.", "keep one of them.");
        }
    }

    private void ReportUnknown(Entry entry)
    {
        var text = entry.Key.Text;
        if (entry is { Key.Text.Length: 3, Value: Scalar { IsEmpty: true } } && text.All(char.IsAsciiDigit))
        {
            context.Problems.Add(
                Codes.CommaInList, entry.Key.At, $"a comma inside brackets parts a number: '{text}' stands alone here.",
                "leave the comma out, or put the number in quotes.");
            return;
        }

        if (gone.TryGetValue(text, out var instead))
        {
            context.Problems.Add(Codes.UnknownKey, entry.Key.At, $"'{text}' is a key of {Here} no more.", instead);
            return;
        }

        if (open.Exists(key => key.IsSaid?.Invoke(text, context) == true))
        {
            context.Problems.CountSaid();
            return;
        }

        if (
            open.Select(key => (Key: key, Hint: key.Meant?.Invoke(text))).FirstOrDefault(key => key.Hint is not null) is
            { Hint: { } hint } form
        )
        {
            context.Problems.Add(form.Key.Code, entry.Key.At, $"'{text}' is not {form.Key.What}.", hint);
            return;
        }

        if (open is [var only] && known.All(key => key == "source"))
        {
            context.Problems.Add(only.Code, entry.Key.At, $"'{text}' is not {only.What}.", $"write {only.What} like {only.Example}.");
            return;
        }

        var meant = Nearest.To(text, known);
        missing.RemoveAll(gap => gap.Key == meant);
        context.Problems.Add(Codes.UnknownKey, entry.Key.At, $"'{text}' is not a key of {Here}.", Hint(text, meant));
    }

    private string Hint(string text, string? meant)
    {
        if (meant is not null)
        {
            return $"did you mean '{meant}'?";
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            return "write a blank after the colon.";
        }

        if (open.Find(key => Nearest.LookAlike(text, key.Example)) is { } like)
        {
            return $"write {like.What} like {like.Example}.";
        }

        if (KeyPlaces.Find(text, here.Path) is { } place)
        {
            return $"'{text}' belongs to {place}.";
        }

        return $"keys here: {string.Join(", ", [.. known, .. open.Select(key => key.Example)])}.";
    }
}
