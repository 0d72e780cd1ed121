using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What came of reading a scenario: the scenario, or everything that is wrong with it.</summary>
/// <remarks>
/// <para><b>Order.</b> Problems and findings stand in the order of <see cref="Inputs"/> and of their places in these files; those
/// about <c>--set</c> come last. Each is reported once, however many options it concerns.</para>
/// </remarks>
public sealed record ReadResult
{
    private readonly string file;
    private readonly Mapping? root;
    private readonly ImmutableArray<StatedNumber> numbers = [];
    private readonly ImmutableArray<string> providers = [];
    private readonly Draft? draft;
    private readonly ImmutableArray<Side> sides = [];

    /// <summary>A scenario that could not be read far enough to look into it.</summary>
    internal ReadResult(string file, ScenarioFiles files, Problems problems)
    {
        this.file = file;
        Inputs = files.Inputs;
        var all = InOrder(problems.All, files);
        Problems = [.. all.Where(problem => problem.Severity == Severity.Error)];
        Findings = [.. all.Where(problem => problem.Severity == Severity.Finding)];
    }

    /// <summary>What was found, in the order of the files and of its places in them.</summary>
    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> found, ScenarioFiles files)
    {
        var order = files.Names.Index().ToDictionary(name => name.Item, name => name.Index);
        return
        [
            .. found
                .OrderBy(problem => order.GetValueOrDefault(problem.At.File, int.MaxValue))
                .ThenBy(problem => problem.At.Line)
                .ThenBy(problem => problem.At.Column),
        ];
    }

    /// <summary>A scenario that was read, with or without problems.</summary>
    internal ReadResult(
        string file, ScenarioFiles files, Problems problems, Mapping root, Draft draft, ImmutableArray<Side> sides, Drawing drawing,
        ImmutableArray<Expectation> expectations, ImmutableArray<Setting> overrides)
        : this(file, files, problems)
    {
        this.root = root;
        Overrides = [.. overrides.Select(setting => setting.Told(draft.Context))];
        this.draft = draft;
        this.sides = sides;
        numbers = NumberList.Of(draft, sides, files.Names);
        providers =
        [
            .. draft
                .Organisations.Where(known =>
                    known.Value is { Kind: OrganisationKind.NhsProvider } body && (body.Keeps is null || body.Repays is null)
                )
                .Select(known => known.Key),
        ];
        Expectations = expectations;
        if (Problems.IsEmpty)
        {
            Findings = InOrder(Findings.Concat(WithoutSource()).Concat(RangesOfATenth()), files);
            Scenario = ScenarioBuilder.Build(draft, sides, drawing, [.. numbers.Select(number => number.Quantity)]);
        }
    }

    /// <summary>The tree that it was read from, with all that it extends and overrides; null where it was not read so far.</summary>
    internal Mapping? Root => root;

    /// <summary>The scenario; null when there is any problem.</summary>
    public Scenario? Scenario { get; }

    /// <summary>What its author says will come out, from the scenario and from the checks beside it.</summary>
    public ImmutableArray<Expectation> Expectations { get; } = [];

    /// <summary>What the caller put in the place of numbers, as it ran.</summary>
    public ImmutableArray<string> Overrides { get; } = [];

    /// <summary>All that is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>All that its author should know, although it can be run.</summary>
    public ImmutableArray<Diagnostic> Findings { get; }

    /// <summary>The files it was read from, in reading order.</summary>
    public ImmutableArray<InputFile> Inputs { get; }

    /// <summary>Where something stands in the files.</summary>
    /// <param name="path">Its path with dots, such as <c>services.gp.failure</c>; items of lists by their label or counted from 1.</param>
    /// <returns>
    /// The first character of a single value, otherwise that of its key; of the nearest thing above when it is not there, and the
    /// first line of the scenario when there is nothing above either.
    /// </returns>
    public Spot Where(string path) => (root is null ? null : PathFinder.Find(root, path)?.Spot) ?? new Spot(file, 1, 1);

    /// <summary>What is wrong with the scenario although it reads: only what its numbers come to together shows it.</summary>
    /// <param name="fault">What it is.</param>
    /// <param name="option">The option under which it shows: where that sets the number in question, it is found there.</param>
    /// <param name="path">Path of the number in question, as for <see cref="Where"/>.</param>
    /// <param name="problem">One sentence.</param>
    public Diagnostic NotRunnable(RunFault fault, OptionId option, string path, string problem)
    {
        var (code, hint) = FaultTexts.Of(fault);
        return new Diagnostic(code.Id, Severity.Error, SetBy(option, path) ?? Where(path), problem, hint);
    }

    /// <summary>Where an option sets a number; null where it does not.</summary>
    private Spot? SetBy(OptionId option, string path)
    {
        var sets =
            root?.Find("options")?.Value is Mapping options
            && (options.Find(option.Name)?.Value as Mapping)?.Find("set")?.Value is Mapping found
                ? found.Entries
                : [];
        return sets.LastOrDefault(set => path == set.Key.Text || path.StartsWith($"{set.Key.Text}.", StringComparison.Ordinal))?.Value.At;
    }

    /// <summary>What would be wrong with the scenario if any of its presets were made.</summary>
    public ImmutableArray<Diagnostic> OfPresets()
    {
        var problems = new Problems();
        if (Scenario is not null && draft is not null)
        {
            PagePaths.CheckPresets(draft, problems);
        }

        return [.. problems.All.Where(problem => problem.Severity == Severity.Error)];
    }

    /// <summary>The same by a strict check: what it asks for besides are problems, and so are benefits that are corrected twice.</summary>
    public (ImmutableArray<Diagnostic> Problems, ImmutableArray<Diagnostic> Findings) Strictly()
    {
        var refused = Findings
            .Where(finding => finding.Code != Codes.WithoutSource.Id)
            .ToLookup(finding => finding.Code == Codes.CorrectedTwice.Id);
        return (
            [.. Problems, .. Unstated(), .. refused[true].Select(finding => finding with { Severity = Severity.Error })],
            [.. refused[false]]
        );
    }

    /// <summary>What a strict check asks for besides: sources, and what providers of the NHS keep and repay, which no rule says for all of
    /// them.</summary>
    private ImmutableArray<Diagnostic> Unstated() =>
        [
            .. Unsourced(),
            .. from provider in providers
            select new Diagnostic(
                Codes.ProviderTerms.Id,
                Severity.Error,
                Where($"organisations.{provider}"),
                $"'{provider}' is a provider of the NHS, and does not say what it keeps of an underspend and repays of a deficit.",
                "add keeps: and repays:, if only 100%."
            ),
        ];

    /// <summary>What only a run shows of the scenario.</summary>
    /// <param name="code">Stable code of the finding.</param>
    /// <param name="path">Path of what it concerns, as for <see cref="Where"/>.</param>
    /// <param name="finding">One sentence.</param>
    /// <param name="hint">What to try next; null when there is nothing useful to say.</param>
    public Diagnostic Found(string code, string path, string finding, string? hint) =>
        new(code, Severity.Finding, Where(path), finding, hint);

    /// <summary>The options of the scenario without each of the things that they set, in order.</summary>
    /// <returns>The option, the path of what it is without, and what is left of it; null where that is no sound option.</returns>
    public IEnumerable<(OptionId Option, string Path, Option? Left)> Without()
    {
        foreach (var side in sides.Where(_ => Scenario is not null))
        {
            for (var row = 0; row < side.Sets.Length; row++)
            {
                yield return (side.Option.Id, side.Sets[row].Path.Text, Rest(side, side.Sets.RemoveAt(row)));
            }
        }
    }

    private Option? Rest(Side side, ImmutableArray<Setting> sets)
    {
        var found = new Problems();
        var left = sets.IsEmpty ? draft! : ScenarioReader.Changed(root!, draft!, sets, found);
        return found.Errors == 0 ? ScenarioBuilder.Option(new Side(side.Option, sets, left), draft!) : null;
    }

    /// <summary>How many numbers have no source, as one finding at the first of them; none where each has one.</summary>
    private ImmutableArray<Diagnostic> WithoutSource()
    {
        var found = Unsourced();
        string[] names =
        [
            .. numbers
                .Select(number => number.Quantity)
                .Where(number => number is { Source: null, IsAssumption: false })
                .Select(number => number.Name),
        ];
        return found.IsEmpty
            ? []
            :
            [
                new Diagnostic(
                    Codes.WithoutSource.Id,
                    Severity.Finding,
                    found[0].At,
                    $"{names.Length} of {numbers.Length} numbers have no source: {Named(names)}.",
                    found[0].Hint
                ),
            ];
    }

    /// <summary>How many ranges are a tenth either way and rest on no source, as one finding at the first of them: so round a range is
    /// nobody's.</summary>
    private ImmutableArray<Diagnostic> RangesOfATenth()
    {
        StatedNumber[] found = [.. numbers.Where(number => number.Quantity.Source is null && IsATenth(number.Quantity))];
        string[] names = [.. found.Select(number => number.Quantity.Name)];
        return found.Length == 0
            ? []
            :
            [
                new Diagnostic(
                    Codes.RangesOfATenth.Id,
                    Severity.Finding,
                    found[0].Node.At,
                    $"{(names.Length == 1 ? "1 range is" : $"{names.Length} ranges are")} a tenth either way, without a source: {Named(names)}.",
                    "say how sure each number is: what was seen elsewhere, or the least and the most that anybody would think of."
                ),
            ];
    }

    private static bool IsATenth(Quantity number)
    {
        const double Tenth = 0.1;
        const double Rounding = 1e-9;
        return number.Spread is { Low: { } low, High: { } high }
            && number.Value != 0.0
            && Math.Abs((low / number.Value) - (1.0 - Tenth)) < Rounding
            && Math.Abs((high / number.Value) - (1.0 + Tenth)) < Rounding;
    }

    private static string Named(string[] names)
    {
        const int MostNamed = 3;
        return $"{string.Join(", ", names.Take(MostNamed))}{(names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "")}";
    }

    /// <summary>Every number that has no source and is not called an assumption, as an error at its place.</summary>
    public ImmutableArray<Diagnostic> Unsourced() =>
    [
        .. from number in numbers
           where number.Quantity is { Source: null, IsAssumption: false }
           select new Diagnostic(
               Codes.NoSource.Id, Severity.Error, number.Node.At, $"{number.Quantity.Name} has no source.",
               "add source: and the name of one, or source: assumption, here or on a block around it."),
    ];
}
