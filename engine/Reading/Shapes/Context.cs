using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What is known of a scenario while one of its trees is read, and what the reading gathers.</summary>
/// <remarks>
/// Sections are read in a fixed order, and later ones use what earlier ones have put here: times need the horizon, costs the default
/// index, every number the sources and factors.
/// </remarks>
internal sealed class Context(Mapping root, Problems problems)
{
    private readonly List<StatedNumber> numbers = [];
    private readonly HashSet<(NameKind Kind, string Name)> used = [];
    private readonly List<(string Path, string Told)> changes = [];

    /// <summary>The tree that is read.</summary>
    public Mapping Root { get; } = root;

    /// <summary>Takes what is wrong.</summary>
    public Problems Problems { get; } = problems;

    /// <summary>The names that the scenario declares.</summary>
    public DeclaredNames Names { get; } = new(root);

    /// <summary>The names under which its numbers are drawn.</summary>
    public DrawNames DrawNames { get; } = new(root);

    /// <summary>The horizon; null when it is not read yet, or is broken.</summary>
    public Horizon? Horizon { get; set; }

    /// <summary>The sources that were read.</summary>
    public ImmutableArray<Source> Sources { get; set; } = [];

    /// <summary>The seasons that were read.</summary>
    public ImmutableArray<Season> Seasons { get; set; } = [];

    /// <summary>The factors that were read.</summary>
    public ImmutableArray<Factor> Factors { get; set; } = [];

    /// <summary>The prices; null when they are not read yet, or are broken.</summary>
    public ReadPrices? Prices { get; set; }

    /// <summary>Every number read so far, in order.</summary>
    public IReadOnlyList<StatedNumber> Numbers => numbers;

    /// <summary>Numbers that overrides changed: the path of each amount, and what came of it in words.</summary>
    public IReadOnlyList<(string Path, string Told)> Changes => changes;

    /// <summary>The declared names that something mentioned.</summary>
    public IReadOnlySet<(NameKind Kind, string Name)> Used => used;

    /// <summary>Steps in a year; months while the horizon is not known.</summary>
    public int StepsPerYear => Horizon?.StepsPerYear ?? 12;

    /// <summary>First year of the run; any while the horizon is not known.</summary>
    public FinancialYear FirstYear => Horizon?.Start ?? new FinancialYear(FinancialYear.Earliest);

    /// <summary>A single value that is neither empty nor meant as a number; reports what it is instead.</summary>
    /// <param name="here">What stands there.</param>
    /// <param name="what">What should stand there, with its article.</param>
    /// <returns>The value; null when a problem was reported.</returns>
    public Scalar? Single(Field here, string what)
    {
        if (here.Node is not Scalar scalar)
        {
            ReportKind(here, what);
            return null;
        }

        if (scalar.IsEmpty)
        {
            Problems.Add(
                Codes.EmptyValue, scalar.At, $"nothing is written where {what} should be.",
                "an empty value never means anything: write one, or take the key away.");
            return null;
        }

        if (!scalar.Changes.IsEmpty)
        {
            Problems.Add(
                Codes.NotChangeable, scalar.Changes[0].At.At, $"'{scalar.Changes[0].Text}' changes a number, and {here.Path} is {what}.");
            return null;
        }

        return scalar;
    }

    /// <summary>Reports a node of the wrong kind.</summary>
    /// <param name="here">What stands there.</param>
    /// <param name="what">What should stand there, with its article.</param>
    public void ReportKind(Field here, string what)
    {
        if (here.Node is Scalar { IsEmpty: true })
        {
            Problems.Add(
                Codes.EmptyValue, here.At, $"nothing is written where {what} should be.",
                "an empty value never means anything: write one, or take the key away.");
            return;
        }

        var found = here.Node switch { Mapping => "a block of keys", Sequence => "a list", _ => "a single value" };
        Problems.Add(Codes.WrongKind, here.At, $"{(here.Path.Length == 0 ? "this" : here.Path)} is {found}, and {what} is needed.");
    }

    /// <summary>Notes that a name is mentioned, and reports it when nothing declares it.</summary>
    /// <returns>The name.</returns>
    public string Refer(NameKind kind, Scalar name)
    {
        used.Add((kind, name.Text));
        if (Names.Of(kind) is { } declared && !declared.Contains(name.Text))
        {
            Problems.Add(
                Codes.NotDeclared, name.At, $"{NameKinds.Singular(kind)} '{name.Text}' is not declared.",
                Suggestions.Hint(name.Text, Names.Offered(kind), $"{NameKinds.Plural(kind)} declared"));
        }

        return name.Text;
    }

    /// <summary>What a mention of a source says about numbers.</summary>
    /// <param name="name">The source.</param>
    /// <param name="at">Where it is mentioned.</param>
    public Provenance SourceOf(string name, Spot at)
    {
        var id = new SourceId(name);
        return new Provenance(id, Sources.Any(source => source.Id == id && source.IsAssumption), at);
    }

    /// <summary>Keeps a number, and gives it the factors that multiply it.</summary>
    /// <returns>The number as the scenario is to hold it.</returns>
    public Quantity Keep(Quantity quantity, Field here, Provenance from)
    {
        var factors = Factors.Where(factor => factor.On.Any(path => IsAtOrBelow(quantity.Name, path))).Select(factor => factor.Id);
        var kept = quantity with { Factors = [.. factors], DrawnAs = DrawNames.Of(quantity.Name) };
        numbers.Add(new StatedNumber(kept, here.Node, from));
        return kept;
    }

    /// <summary>Notes what came of a number that overrides changed.</summary>
    public void NoteChange(string path, string told) => changes.Add((path, told));

    /// <summary>
    /// Reports a year before the run for which an index has no level; that it has one for the run itself is checked with the index.
    /// </summary>
    /// <param name="index">The index; nothing is said of one that could not be read.</param>
    /// <param name="year">The year needed.</param>
    /// <param name="at">Where it is needed.</param>
    public void NeedLevel(IndexId? index, FinancialYear year, Spot at)
    {
        if (year < Horizon?.Start && Prices?.Levels(index) is { } levels && levels.Points[0].From > year)
        {
            Problems.Add(
                Codes.IndexTooLate, at, $"index '{index}' starts in {levels.Points[0].From}, and {year} is needed here.",
                $"add a level for {year} or earlier under prices.indices.{index}.");
        }
    }

    /// <summary>Whether a path is another one or lies below it.</summary>
    public static bool IsAtOrBelow(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] == '.');
}
