using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The numbers of a scenario by name: a path, or what numbers at several paths are drawn as.</summary>
internal sealed class NamedNumbers
{
    private readonly ImmutableArray<Quantity> all;
    private readonly Dictionary<string, Quantity> byPath = [];
    private readonly ILookup<string, Quantity> byDraw;

    /// <summary>Takes the numbers.</summary>
    /// <param name="numbers">All numbers, in order; of two of one path the first counts.</param>
    public NamedNumbers(IEnumerable<Quantity> numbers)
    {
        all = [.. numbers.Where(number => byPath.TryAdd(number.Name, number))];
        byDraw = all.ToLookup(number => number.DrawnAs);
    }

    /// <summary>All names.</summary>
    public ImmutableArray<string> Names => [.. all.SelectMany(number => new[] { number.Name, number.DrawnAs }).Distinct()];

    /// <summary>Paths of all numbers that are uncertain.</summary>
    public ImmutableArray<string> Uncertain => [.. all.Where(number => number.Spread is not null).Select(number => number.Name)];

    /// <summary>The first number of a name; null when there is none.</summary>
    public Quantity? this[string name] => byPath.GetValueOrDefault(name) ?? byDraw[name].FirstOrDefault();

    /// <summary>Whether there is a number of a name.</summary>
    public bool IsKnown(string name) => this[name] is not null;

    /// <summary>What the number of a name is drawn as.</summary>
    public string DrawnAs(string name) => this[name]!.DrawnAs;

    /// <summary>Whether the number at a path, or any that is drawn as a name, is uncertain.</summary>
    public bool IsDrawn(string name) =>
        byPath.TryGetValue(name, out var number) ? number.Spread is not null : byDraw[name].Any(drawn => drawn.Spread is not null);

    /// <summary>Whether any number at or below a path, or drawn as a name at or below it, is uncertain.</summary>
    public bool IsDrawnAtOrBelow(string name) =>
        all.Any(number =>
            number.Spread is not null && (Context.IsAtOrBelow(number.Name, name) || Context.IsAtOrBelow(number.DrawnAs, name))
        );

    /// <summary>Whether there is any number below a path.</summary>
    public bool IsAbove(string path) =>
        all.Any(number => Context.IsAtOrBelow(number.Name, path) || Context.IsAtOrBelow(number.DrawnAs, path));

    /// <summary>Whether two names are those of one number: drawn as one, with the same value and the same spread.</summary>
    public bool AreOne(string name, string other) =>
        this[name] is { } one && this[other] is { } two && (one.DrawnAs, one.Value, one.Spread) == (two.DrawnAs, two.Value, two.Spread);

    /// <summary>The numbers right below a path, or right below what they are drawn as, each that is one once.</summary>
    public ImmutableArray<Quantity> RightBelow(string path)
    {
        ImmutableArray<Quantity> own = [.. all.Where(number => IsRightBelow(number.Name, path))];
        return own.IsEmpty ? [.. all.Where(number => IsRightBelow(number.DrawnAs, path)).DistinctBy(number => number.DrawnAs)] : own;
    }

    private static bool IsRightBelow(string name, string path) =>
        name.Length > path.Length + 1 && Context.IsAtOrBelow(name, path) && !name[(path.Length + 1)..].Contains('.');
}
