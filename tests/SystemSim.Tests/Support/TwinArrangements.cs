using System.Globalization;
using System.Text.RegularExpressions;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Tests;

/// <summary>A scenario in which every arrangement but today's has a twin: word for word the same under another name, and an option that
/// differs by it alone.</summary>
internal static partial class TwinArrangements
{
    private const string Prefix = "twin_";

    /// <summary>Reads a scenario whose arrangements have ranges for all their numbers, and twins.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="renamesPools">Whether the pool of an arrangement that has one alone has another name in the twin.</param>
    /// <param name="more">Keys that are laid over it.</param>
    public static Scenario Read(string file, bool renamesPools, string more = "{}")
    {
        var tree = new ScenarioFiles(new Problems(), new FilesOnDisk(new FileBounds(file, null))).Open(file, isInFolder: false)!;
        var known = Read(tree, file)
            .Numbers.Where(number =>
                number.Name.StartsWith("governance.", StringComparison.Ordinal)
                && number is { Spread: null, Value: not 0.0 }
                // What only options state is not written in the arrangement.
                && PathFinder.Find(tree, number.Name)?.Node is Scalar
            );
        foreach (var number in known.DistinctBy(number => number.Name))
        {
            tree = Settings.Apply(tree, [new Setting(Plain(number.Name), Range(tree, number))], new Problems());
        }

        return Read(Merging.Of(WithTwins(tree, renamesPools), (Mapping)TreeBuilder.Build(file, more, new Problems())!), file);
    }

    /// <summary>Options and their twins.</summary>
    public static IEnumerable<(string Option, string Twin)> Pairs(Scenario scenario) =>
        scenario
            .Options.Select(option => option.Id.Name)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(twin => (twin[Prefix.Length..], twin));

    private static Scenario Read(Mapping tree, string file)
    {
        var problems = new Problems();
        var result = ScenarioReader.Read(
            tree,
            file,
            [],
            new ScenarioFiles(problems, new FilesOnDisk(new FileBounds(file, null))),
            problems
        );
        return result.Scenario ?? throw new InvalidOperationException($"{file}: {string.Join('\n', result.Problems)}");
    }

    private static Mapping WithTwins(Mapping tree, bool renamesPools)
    {
        var (governance, options) = ((Mapping)tree.Find("governance")!.Value, (Mapping)tree.Find("options")!.Value);
        var today = NameOf(options, ((Scalar)((Mapping)tree.Find("compare")!.Value).Find("baseline")!.Value).Text);
        foreach (var (name, arrangement) in governance.Entries.Where(entry => entry.Key.Text != today))
        {
            governance = governance.With(
                Plain(Prefix + name.Text),
                Copy(arrangement, renamesPools ? OnlyPool((Mapping)arrangement) : null)
            );
        }

        foreach (var (name, option) in options.Entries.Where(entry => NameOf(options, entry.Key.Text) != today))
        {
            var (own, arrangement) = ((Mapping)option, NameOf(options, name.Text));
            var twin = ((Mapping)Copy(own, null)).With(Plain("governance"), Plain(Prefix + arrangement));
            if (own.Find("set")?.Value is Mapping sets)
            {
                var pool = renamesPools ? OnlyPool((Mapping)governance.Find(arrangement)!.Value) : null;
                twin = twin.With(
                    Plain("set"),
                    new Mapping(sets.At, [.. sets.Entries.Select(set => set with { Key = Plain(PathOf(set.Key.Text, arrangement, pool)) })])
                );
            }

            options = options.With(Plain(Prefix + name.Text), twin);
        }

        return tree.With(Plain("governance"), governance).With(Plain("options"), options);
    }

    private static string NameOf(Mapping options, string option) =>
        ((Scalar)((Mapping)options.Find(option)!.Value).Find("governance")!.Value).Text;

    private static string PathOf(string path, string arrangement, string? pool)
    {
        var own = path.Replace($"governance.{arrangement}.", $"governance.{Prefix}{arrangement}.", StringComparison.Ordinal);
        return pool is null ? own : own.Replace($".pools.{pool}.", $".pools.{Prefix}{pool}.", StringComparison.Ordinal);
    }

    private static string? OnlyPool(Mapping arrangement) =>
        (arrangement.Find("pools")?.Value as Mapping)?.Entries is [var only] ? only.Key.Text : null;

    /// <summary>Nodes of their own that say the same, but for the name of a pool.</summary>
    private static Node Copy(Node node, string? pool) => node switch
    {
        Mapping mapping => new Mapping(mapping.At, [.. mapping.Entries.Select(entry =>
            new Entry(entry.Key.Text == pool ? Plain(Prefix + pool) : entry.Key, Copy(entry.Value, pool)))]),
        Sequence list => new Sequence(list.At, [.. list.Items.Select(item => Copy(item, pool))]),
        Scalar scalar => new Scalar(scalar.At, scalar.Text, scalar.IsPlain),
        _ => node,
    };

    private static Mapping Range(Mapping tree, Quantity number)
    {
        var written = (Scalar)PathFinder.Find(tree, number.Name)!.Node;
        var (near, far) = (Times(written.Text, 0.9), number.Value * 1.05 > number.Limits.Most ? written.Text : Times(written.Text, 1.05));
        var (low, high) = number.Value > 0.0 ? (near, far) : (far, near);
        return new Mapping(
            written.At,
            [new Entry(Plain("value"), written), new Entry(Plain("low"), Plain(low)), new Entry(Plain("high"), Plain(high))]
        );
    }

    private static string Times(string text, double factor) =>
        Digits()
            .Replace(
                text,
                digits =>
                    (
                        double.Parse(
                            digits
                                .Value.Replace(",", "", StringComparison.Ordinal)
                                .Replace(" ", "", StringComparison.Ordinal)
                                .Replace("_", "", StringComparison.Ordinal),
                            CultureInfo.InvariantCulture
                        ) * factor
                    ).ToString("0.######", CultureInfo.InvariantCulture),
                1
            );

    private static Scalar Plain(string text) => new(new Spot("twin.yaml", 1, 1), text, isPlain: true);

    [GeneratedRegex("[0-9]+(?:[ ,_][0-9]{3})*(?:\\.[0-9]+)?")]
    private static partial Regex Digits();
}
