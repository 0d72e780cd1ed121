using System.Collections.Immutable;
using System.Text;

namespace SystemSim.Reading;

/// <summary>Changes one text of YAML: new texts are spliced in where old ones stood, and new entries are added after the last of their
/// section. All other bytes stay; what cannot be changed so is not changed at all.</summary>
internal sealed class TextEditor
{
    private const string Indent = "  ";
    private const char Cr = '\r';
    private const char Lf = '\n';

    private readonly string text;
    private readonly ImmutableArray<byte> bytes;
    private readonly string lineEnd;
    private readonly Mapping root;
    private readonly Dictionary<Spot, Scalar> scalars = [];
    private readonly Dictionary<Node, string> replaced = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, List<Entry>> added = [];
    private readonly List<(TextSpan Span, string Text)> splices = [];

    private TextEditor(string text, ImmutableArray<byte> bytes, Mapping root)
    {
        (this.text, this.bytes, this.root) = (text, bytes, root);
        lineEnd = text.IndexOf(Lf, StringComparison.Ordinal) is > 0 and var first && text[first - 1] == Cr ? "\r\n" : "\n";
        Gather(root);
    }

    /// <summary>Opens a text.</summary>
    /// <param name="text">The text, which has been read without a problem.</param>
    /// <param name="input">The file that it is from.</param>
    /// <exception cref="NotKeptException">It is not a block of keys.</exception>
    public static TextEditor Open(string text, InputFile input) =>
        Parse(input.Name, text) is { } root ? new TextEditor(text, input.Bytes, root) : throw NotKept();

    /// <summary>The entry of a section of this text; null where it is not there.</summary>
    /// <param name="section">Key of the section.</param>
    /// <param name="key">Key of the entry.</param>
    public Entry? Find(string section, string key) => (root.Find(section)?.Value as Mapping)?.Find(key);

    /// <summary>The value in this text that was read from the same place; null where it is from elsewhere.</summary>
    public Scalar? Own(Scalar read) => scalars.GetValueOrDefault(read.At) is { } own && own.Text == read.Text ? own : null;

    /// <summary>Puts a new text in the place of a value, between the same quotes.</summary>
    /// <param name="old">A value of this text.</param>
    /// <param name="by">The new text.</param>
    /// <exception cref="NotKeptException">It stands there as what has no such place, or has been replaced already.</exception>
    public void Replace(Scalar old, string by)
    {
        if (!replaced.TryAdd(old, by))
        {
            throw new NotKeptException("two changes are about the same number.", "save the one, then the other.");
        }

        splices.Add((old.Span, Quoted(old, by)));
    }

    /// <summary>Adds entries after the last one of a section, which is made at the end of the text where it is not there.</summary>
    /// <param name="section">Key of the section.</param>
    /// <param name="entry">What is added.</param>
    /// <param name="depth">Down to which depth of the entry each key has a line of its own.</param>
    /// <param name="note">A comment to write into it; null for none.</param>
    public void Add(string section, Entry entry, int depth, string? note = null)
    {
        (added.TryGetValue(section, out var entries) ? entries : added[section] = []).Add(entry);
        if (root.Find(section)?.Value is Mapping { Entries.IsEmpty: false } there)
        {
            AddTo(there, entry, depth, note);
            return;
        }

        if (entries is not null || root.Find(section) is not null)
        {
            // The section stands there with nothing in it, or has just been made.
            AddBelow(section, entry, depth, note, isNew: entries is not null);
            return;
        }

        var before = text.Length == 0 || text[^1] == Lf ? "" : lineEnd;
        var margin = IndentOf(root.Entries[0].Key);
        var head = $"{before}{margin}{section}:";
        splices.Add((new TextSpan(text.Length, text.Length), $"{head}{Lines(entry, margin + Indent, depth, note)}{lineEnd}"));
    }

    /// <summary>The bytes of the text with all that was changed.</summary>
    /// <exception cref="NotKeptException">Read again it would differ by more than the changes.</exception>
    public ImmutableArray<byte> Changed()
    {
        // From last to first, so that the places of those before stay what they are; what is added at one place stays in order.
        var changed = bytes.ToBuilder();
        var mark = bytes.Length - Encoding.UTF8.GetByteCount(text);
        foreach (var (span, by) in splices.OrderBy(one => one.Span.Start).Reverse())
        {
            var start = mark + Encoding.UTF8.GetByteCount(text.AsSpan(0, span.Start));
            changed.RemoveRange(start, Encoding.UTF8.GetByteCount(text.AsSpan(span.Start, span.End - span.Start)));
            changed.InsertRange(start, Encoding.UTF8.GetBytes(by));
        }

        var result = changed.ToImmutable();
        return Parse("", Encoding.UTF8.GetString(result.AsSpan()[mark..])) is { } again && IsSame(Wanted(), again) ? result : throw NotKept();
    }

    private static NotKeptException NotKept() =>
        new("this cannot be put into the text without changing more of it.", "change the text by hand.");

    private static Mapping? Parse(string name, string text)
    {
        try
        {
            var problems = new Problems();
            return TreeBuilder.Build(name, text, problems) is Mapping root && problems.Errors == 0 ? root : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private void Gather(Node node)
    {
        switch (node)
        {
            case Scalar scalar:
                scalars.TryAdd(scalar.At, scalar);
                break;

            case Sequence list:
                foreach (var item in list.Items)
                {
                    Gather(item);
                }

                break;

            case Mapping block:
                foreach (var entry in block.Entries)
                {
                    Gather(entry.Value);
                }

                break;
        }
    }

    private string Quoted(Scalar old, string by) =>
        (old.Span.End > old.Span.Start ? text[old.Span.Start] : ' ') switch
        {
            '\'' => $"'{by.Replace("'", "''", StringComparison.Ordinal)}'",
            '"' => YamlText.Quoted(by),
            '|' or '>' => throw NotKept(),
            _ => YamlText.Plain(by, isInList: !old.Text.Contains(',')),
        };

    private void AddTo(Mapping there, Entry entry, int depth, string? note)
    {
        var last = there.Entries[^1].Value.Span.End;
        if (text[there.Span.Start] == '{')
        {
            splices.Add((new TextSpan(last, last), $", {YamlText.Of(entry)}"));
            return;
        }

        AddAfter(last, Lines(entry, IndentOf(there.Entries[0].Key), depth, note));
    }

    private void AddBelow(string section, Entry entry, int depth, string? note, bool isNew)
    {
        var margin = IndentOf(root.Find(section)?.Key ?? root.Entries[0].Key) + Indent;
        if (root.Find(section) is not { } empty)
        {
            splices.Add((new TextSpan(text.Length, text.Length), $"{Lines(entry, margin, depth, note)[lineEnd.Length..]}{lineEnd}"));
        }
        else if (empty.Value is Mapping)
        {
            var open = empty.Value.Span.Start + 1;
            splices.Add((new TextSpan(open, open), $"{(isNew ? ", " : "")}{YamlText.Of(entry)}"));
        }
        else
        {
            AddAfter(empty.Key.Span.End, Lines(entry, margin, depth, note));
        }
    }

    /// <summary>Adds lines after the one in which something ends.</summary>
    private void AddAfter(int end, string lines)
    {
        // A text in several lines ends where the next line begins.
        var at = end > 0 && text[end - 1] == Lf ? end : text.IndexOf(Lf, end);
        if (at < 0)
        {
            splices.Add((new TextSpan(text.Length, text.Length), lines));
        }
        else if (at == end)
        {
            splices.Add((new TextSpan(at, at), text[end - 1] == Lf ? $"{lines[lineEnd.Length..]}{lineEnd}" : lines));
        }
        else
        {
            at = text[at - 1] == Cr ? at - 1 : at;
            splices.Add((new TextSpan(at, at), lines));
        }
    }

    /// <summary>An entry in lines of its own, each with the end of the line before it.</summary>
    private string Lines(Entry entry, string margin, int depth, string? note)
    {
        if (depth == 0 || entry.Value is not Mapping { Entries.IsEmpty: false } block)
        {
            return $"{lineEnd}{margin}{YamlText.Of(entry, isInList: false)}";
        }

        var inner = margin + Indent;
        return $"{lineEnd}{margin}{YamlText.Key(entry.Key)}:{(note is null ? "" : $"{lineEnd}{inner}# {note}")}"
            + string.Concat(block.Entries.Select(below => Lines(below, inner, depth - 1, null)));
    }

    /// <summary>What stands before a key that begins its line.</summary>
    private string IndentOf(Scalar key)
    {
        var start = text.LastIndexOf(Lf, Math.Max(0, key.Span.Start - 1)) + 1;
        var before = text[start..key.Span.Start];
        return before.All(letter => letter == ' ') ? before : throw NotKept();
    }

    /// <summary>The tree with the changes and no others.</summary>
    private Mapping Wanted()
    {
        var wanted = (Mapping)WithReplaced(root);
        foreach (var (section, entries) in added)
        {
            var there = wanted.Find(section);
            var before = (there?.Value as Mapping)?.Entries ?? ImmutableArray<Entry>.Empty;
            wanted = wanted.With(there?.Key ?? YamlText.Word(section), new Mapping(default, [.. before, .. entries]));
        }

        return wanted;
    }

    private Node WithReplaced(Node node) => node switch
    {
        Scalar scalar when replaced.TryGetValue(scalar, out var by) => YamlText.Word(by),
        Sequence list => new Sequence(list.At, [.. list.Items.Select(WithReplaced)]),
        Mapping block => new Mapping(block.At, [.. block.Entries.Select(entry => new Entry(entry.Key, WithReplaced(entry.Value)))]),
        _ => node,
    };

    private static bool IsSame(Node one, Node other) => (one, other) switch
    {
        (Scalar first, Scalar second) => first.Text == second.Text && first.IsEmpty == second.IsEmpty,
        (Sequence first, Sequence second) => first.Items.Length == second.Items.Length
            && first.Items.Zip(second.Items).All(pair => IsSame(pair.First, pair.Second)),
        (Mapping first, Mapping second) => first.Entries.Length == second.Entries.Length
            && first.Entries.Zip(second.Entries).All(pair =>
                pair.First.Key.Text == pair.Second.Key.Text && IsSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
