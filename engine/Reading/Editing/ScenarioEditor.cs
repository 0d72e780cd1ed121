using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Puts changes into the text of a scenario, so that it says what was tried: all other bytes of it stay, and no other file is
/// touched. What cannot be kept so is refused.</summary>
public static class ScenarioEditor
{
    private const string Override = "override";
    private const string Options = "options";

    // An option, and what it sets, have a line each.
    private const int LinesOfOption = 2;

    // What rounding may make of a number that is multiplied as it is written.
    private const double Rounding = 1e-12;

    /// <summary>Changes the numbers of the scenario itself. A number that stands in its file is written anew; what another file states
    /// is overridden.</summary>
    /// <param name="texts">The texts: its own, and those that it names.</param>
    /// <param name="name">Which of them is the scenario.</param>
    /// <param name="changes">What is changed, each as <c>path=value</c>.</param>
    public static EditedText Change(NamedTexts texts, string name, IReadOnlyList<string> changes) => Edited(() =>
    {
        var (opened, asked) = (Sound(texts, name, []), Sound(texts, name, changes));
        var editor = Editor(texts, name);
        foreach (var setting in Settings.Parse(changes, new Problems()))
        {
            Put(editor, opened.Root!, setting);
        }

        var bytes = editor.Changed();
        return Numbers(Sound(texts.With(name, bytes), name, [])).SequenceEqual(Numbers(asked), Comparer)
            ? bytes
            : throw new NotKeptException(
                "written into the file it would not come to the same numbers.", "another file overrides one of them: change it there.");
    });

    /// <summary>Adds an option that is another one with changes.</summary>
    /// <param name="texts">The texts: its own, and those that it names.</param>
    /// <param name="name">Which of them is the scenario.</param>
    /// <param name="option">The option.</param>
    /// <param name="changes">What it changes, each as <c>path=value</c>.</param>
    public static EditedText AddOption(NamedTexts texts, string name, NewOption option, IReadOnlyList<string> changes) => Edited(() =>
    {
        var opened = Sound(texts, name, []);
        Sound(texts, name, changes);
        var editor = Editor(texts, name);
        editor.Add(Options, Entry(opened, option, Settings.Parse(changes, new Problems())), LinesOfOption, CommentText.Of(option.Note));

        var bytes = editor.Changed();
        var kept = Sound(texts.With(name, bytes), name, []);
        var before = Numbers(opened);
        return Numbers(kept).Intersect(before, Comparer).Count() == before.Distinct(Comparer).Count()
            ? bytes
            : throw new NotKeptException("a new option would move numbers of the others.", null);
    });

    private static EditedText Edited(Func<ImmutableArray<byte>> edit)
    {
        try
        {
            return new EditedText { Bytes = edit() };
        }
        catch (NotKeptException why)
        {
            return new EditedText { Why = why.Message, Hint = why.Hint };
        }
    }

    private static ReadResult Sound(NamedTexts texts, string name, IReadOnlyList<string> changes)
    {
        var read = ScenarioReader.Read(texts, name, changes);
        return read.Problems is [var problem, ..] ? throw new NotKeptException(problem.Problem, problem.Hint) : read;
    }

    private static TextEditor Editor(NamedTexts texts, string name)
    {
        var (text, input) = texts.Text(name);
        return TextEditor.Open(text, input);
    }

    internal static void Put(TextEditor editor, Mapping root, Setting setting)
    {
        if (editor.Find(Override, setting.Path.Text) is { } there)
        {
            if (!IsWritten(editor, there.Value, setting))
            {
                throw new NotKeptException(
                    $"'{setting.Path.Text}' is overridden already, in a way that this cannot be put into.", "change the text by hand.");
            }
        }
        else if (PathFinder.Find(root, setting.Path.Text) is not { IsWhole: true } found || !IsWritten(editor, found.Node, setting))
        {
            editor.Add(Override, new Entry(setting.Path, setting.Value), depth: 0);
        }
    }

    /// <summary>Writes a setting in the place of what stands in the text, where that can be done.</summary>
    private static bool IsWritten(TextEditor editor, Node node, Setting setting)
    {
        if (setting.Change is null)
        {
            return setting.Value is Scalar value
                && node is Scalar { Changes.IsEmpty: true } old
                && AreReplaced(editor, [(old, value.Text)]);
        }

        if (Factor(setting.Change.Text) is not { } factor)
        {
            return false;
        }

        var amounts = Amounts(node).Select(amount => (amount, By: amount.Changes.IsEmpty ? Times(amount, factor) : null)).ToList();
        return amounts.Count > 0 && AreReplaced(editor, amounts);
    }

    private static bool AreReplaced(TextEditor editor, IReadOnlyList<(Scalar Read, string? By)> changes)
    {
        var own = changes.Select(change => (Old: editor.Own(change.Read), change.By)).ToList();
        if (own.Exists(change => change.Old is null || change.By is null))
        {
            return false;
        }

        foreach (var (old, by) in own)
        {
            editor.Replace(old!, by!);
        }

        return true;
    }

    /// <summary>What a change of a number changes of it: the number, or all amounts of its block or of its years.</summary>
    private static IEnumerable<Scalar> Amounts(Node node) => node switch
    {
        Scalar scalar => [scalar],
        Sequence list => list.Items.SelectMany(Amounts),
        Mapping block when NumberShape.IsBlock(block) => block
            .Entries.Where(entry => NumberShape.IsAmount(entry.Key.Text))
            .SelectMany(entry => Amounts(entry.Value)),
        Mapping years => years.Entries.Where(entry => Words.Year.Fits(entry.Key.Text)).SelectMany(entry => Amounts(entry.Value)),
        _ => [],
    };

    private static string? Times(Scalar amount, decimal factor) =>
        amount.IsPlain && Factor(amount.Text) is { } before
            ? NumberText.Times(amount.Text["x ".Length..], factor) is { } product && before > 0m ? $"x {product}" : null
            : NumberText.Times(amount.Text, factor);

    private static decimal? Factor(string text) =>
        ChangeText.IsOne(text)
        && text.StartsWith("x ", StringComparison.Ordinal)
        && decimal.TryParse(
            text["x ".Length..],
            System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture,
            out var factor
        )
            ? factor
            : null;

    private static Entry Entry(ReadResult opened, NewOption option, ImmutableArray<Setting> changes)
    {
        var options = (Mapping)opened.Root!.Find(Options)!.Value;
        if (options.Find(option.Like.Name)?.Value is not Mapping like)
        {
            throw new NotKeptException($"there is no option '{option.Like.Name}' to start from.", null);
        }

        // What is changed for all comes before what the option sets, as it did when it was tried.
        var sets = Settings.In(like.Find("set")?.Value);
        if (changes.FirstOrDefault(change => sets.Any(set => set.Path.Text == change.Path.Text)) is { } twice)
        {
            throw new NotKeptException(
                $"the option '{option.Like.Name}' sets '{twice.Path.Text}' itself.", "save it into the file, or change what the option sets.");
        }

        var keys = ImmutableArray.CreateBuilder<Entry>();
        keys.Add(new Entry(YamlText.Word("title"), YamlText.Text(option.Title)));
        keys.AddRange(like.Entries.Where(entry => entry.Key.Text is "governance" or "from"));
        var all = changes.Concat(sets).Select(set => new Entry(set.Path, set.Value)).ToImmutableArray();
        if (!all.IsEmpty)
        {
            keys.Add(new Entry(YamlText.Word("set"), new Mapping(default, all)));
        }

        return new Entry(YamlText.Word(FreeName(option.Title, options)), new Mapping(default, keys.ToImmutable()));
    }

    /// <summary>A name made of a title, which no option has yet.</summary>
    private static string FreeName(string title, Mapping options)
    {
        var words = new string([.. title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
        var name = string.Join('_', words.Split('_', StringSplitOptions.RemoveEmptyEntries));
        name = Words.Name.Fits(name) ? name : $"option_{name}".TrimEnd('_');
        var free = name;
        for (var time = 2; options.Find(free) is not null; time++)
        {
            free = $"{name}_{time}";
        }

        return free;
    }

    private static ImmutableArray<Quantity> Numbers(ReadResult read) =>
        [.. read.Scenario!.Numbers.OrderBy(number => number.Name, StringComparer.Ordinal).ThenBy(number => number.Value)];

    private static IEqualityComparer<Quantity> Comparer { get; } = EqualityComparer<Quantity>.Create(
        (one, other) =>
            one!.Name == other!.Name
            && IsNear(one.Value, other.Value)
            && IsNear(one.Spread?.Low ?? 0.0, other.Spread?.Low ?? 0.0)
            && IsNear(one.Spread?.High ?? 0.0, other.Spread?.High ?? 0.0),
        number => number.Name.GetHashCode(StringComparison.Ordinal)
    );

    private static bool IsNear(double one, double other) => Math.Abs(one - other) <= Rounding * Math.Max(Math.Abs(one), Math.Abs(other));
}

/// <summary>An option that is to be added to a scenario.</summary>
/// <param name="Title">Name to print.</param>
/// <param name="Note">Why, in a few words; empty for nothing.</param>
/// <param name="Like">The option that it is but for what is changed.</param>
public sealed record NewOption(string Title, string Note, OptionId Like);

/// <summary>What came of a change to a text.</summary>
public sealed record EditedText
{
    /// <summary>The bytes of the changed text; nothing where it was not changed.</summary>
    public ImmutableArray<byte> Bytes { get; init; }

    /// <summary>Why it was not changed; null where it was.</summary>
    public string? Why { get; init; }

    /// <summary>What to try instead; null when there is nothing useful to say.</summary>
    public string? Hint { get; init; }
}
