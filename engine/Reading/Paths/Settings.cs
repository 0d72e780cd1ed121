using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>Puts settings into a tree. The tree itself stays as it is: what is changed is copied, what is not is shared.</summary>
internal static class Settings
{
    /// <summary>The settings of an <c>override</c> or a <c>set</c>, in order.</summary>
    /// <param name="block">The block; what else stands there is reported elsewhere.</param>
    public static ImmutableArray<Setting> In(Node? block) =>
        block is Mapping mapping ? [.. mapping.Entries.Select(entry => new Setting(entry.Key, entry.Value))] : [];

    /// <summary>Reads what the caller overrides.</summary>
    /// <param name="texts">Each as <c>path=value</c>; a value is written as in a file.</param>
    /// <param name="problems">Takes those that are not of that form, with <c>--set</c> as their file and their place in the list as the
    /// line.</param>
    public static ImmutableArray<Setting> Parse(IReadOnlyList<string> texts, Problems problems)
    {
        var settings = ImmutableArray.CreateBuilder<Setting>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (Parse(texts[i], new Spot("--set", i + 1, 1), problems) is { } setting)
            {
                ReportUndone(settings, setting, problems);
                settings.Add(setting);
            }
        }

        return settings.ToImmutable();
    }

    /// <summary>Reports an earlier setting of which nothing is left: what it sets is replaced, by itself or with all that is around
    /// it.</summary>
    private static void ReportUndone(IEnumerable<Setting> before, Setting setting, Problems problems)
    {
        if (
            setting.Change is null
            && before.FirstOrDefault(one => $"{one.Path.Text}.".StartsWith($"{setting.Path.Text}.", StringComparison.Ordinal)) is { } undone
        )
        {
            problems.Add(
                Codes.SetTwice, setting.Path.At, $"'{setting.Path.Text}' is set after '{undone.Path.Text}', which does nothing then.",
                "leave one of them out; a change such as +10% may follow a value.");
        }
    }

    /// <summary>A tree with settings put in, in order.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="problems">Takes those whose path leads nowhere.</param>
    public static Mapping Apply(Mapping root, ImmutableArray<Setting> settings, Problems problems)
    {
        foreach (var setting in settings)
        {
            if (Put(root, setting, setting.Path.Text.Split('.'), 0, problems) is Mapping changed)
            {
                root = changed;
            }
        }

        return root;
    }

    private static Setting? Parse(string text, Spot at, Problems problems)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            problems.Add(Codes.NotSetting, at, $"'{text}' is not of the form path=value.", "write --set services.gp.budget=£2m.");
            return null;
        }

        try
        {
            var value = TreeBuilder.Build(at.File, text[(equals + 1)..], problems) ?? new Scalar(at, "", isPlain: true);
            return new Setting(new Scalar(at, text[..equals].Trim(), isPlain: true), Moved(value, at with { Column = equals + 2 }));
        }
        catch (UnreadableException reason)
        {
            problems.Add(reason.Code, at with { Column = equals + 1 + reason.At.Column }, reason.Message, reason.Hint);
            return null;
        }
    }

    /// <summary>The same value, standing where the caller wrote it.</summary>
    private static Node Moved(Node node, Spot start)
    {
        var at = start with { Column = start.Column + node.At.Column - 1 };
        return node switch
        {
            Scalar scalar => new Scalar(at, scalar.Text, scalar.IsPlain),
            Sequence list => new Sequence(at, [.. list.Items.Select(item => Moved(item, start))]),
            Mapping mapping => new Mapping(at, [.. mapping.Entries.Select(MovedEntry)]),
            _ => node,
        };

        Entry MovedEntry(Entry entry) => new((Scalar)Moved(entry.Key, start), Moved(entry.Value, start));
    }

    private static Node? Put(Node node, Setting setting, string[] path, int depth, Problems problems)
    {
        if (depth == path.Length)
        {
            return setting.Change is { } change ? Changed(node, setting.Path, change, problems) : setting.Put;
        }

        switch (node)
        {
            case Mapping mapping when mapping.Find(path[depth]) is { } entry:
                return Put(entry.Value, setting, path, depth + 1, problems) is { } value ? mapping.With(entry.Key, value) : null;

            case Mapping mapping when depth == path.Length - 1 && setting.Change is null:
                // A key that is not there yet: whether the format has it is for the section to say.
                return mapping.With(new Scalar(setting.Path.At, path[depth], isPlain: true), setting.Put);

            case Sequence list when PathFinder.Item(list, path[depth]) is >= 0 and var index:
                return Put(list.Items[index], setting, path, depth + 1, problems) is { } item
                    ? new Sequence(list.At, list.Items.SetItem(index, item))
                    : null;

            default:
                var way = depth == 0 ? "the scenario" : string.Join('.', path[..depth]);
                var hint = node is Scalar ? $"{way} is a single value." : Suggestions.Hint(path[depth], PathFinder.Steps(node), "keys");
                problems.Add(
                    Codes.NoSuchPath, setting.Path.At, $"'{setting.Path.Text}' leads nowhere: {way} has no '{path[depth]}'.", hint);
                return null;
        }
    }

    private static Node? Changed(Node node, Scalar path, StatedChange change, Problems problems)
    {
        switch (node)
        {
            case Scalar scalar:
                return scalar.ChangedBy(change);

            case Mapping block when NumberShape.IsBlock(block) && block.Find("events") is null:
                return new Mapping(
                    block.At, [.. block.Entries.Select(entry => NumberShape.IsAmount(entry.Key.Text) ? Change(entry) : entry)]);

            case Mapping years when years.Entries.Any(IsYear):
                return new Mapping(years.At, [.. years.Entries.Select(entry => IsYear(entry) ? Change(entry) : entry)]);

            default:
                problems.Add(
                    Codes.NotChangeable, change.At.At, $"'{change.Text}' changes a number, and {path.Text} is not one.",
                    "name a single number below it.");
                return null;
        }

        Entry Change(Entry entry) => entry with
        {
            Value = entry.Value is Sequence values
                ? new Sequence(values.At, [.. values.Items.Select(value => Changed(value, path, change, problems) ?? value)])
                : Changed(entry.Value, path, change, problems) ?? entry.Value,
        };
    }

    private static bool IsYear(Entry entry) => Words.Year.Fits(entry.Key.Text);
}
