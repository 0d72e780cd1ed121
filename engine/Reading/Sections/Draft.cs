using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A scenario as far as one tree of it could be read: what is broken is missing.</summary>
internal sealed record Draft
{
    private Dictionary<string, Service>? byName;

    /// <summary>What was gathered while reading.</summary>
    public Context Context { get; init; } = null!;

    /// <summary>The scenario's own file, as its places name it.</summary>
    public string File { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>The question it is to answer.</summary>
    public string? Question { get; init; }

    /// <summary>The option that is told of first; null when it is not said.</summary>
    public OptionId? Headline { get; init; }

    /// <summary>What every reader is told before they trust the answer.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>Paths of numbers that a starter model needs from its place; none for other scenarios.</summary>
    public ImmutableArray<string> Starter { get; init; } = [];

    /// <summary>The time covered.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>Sources of evidence.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>Grades of evidence.</summary>
    public ImmutableArray<Grade> Grades { get; init; } = [];

    /// <summary>Seasons.</summary>
    public ImmutableArray<Season> Seasons { get; init; } = [];

    /// <summary>Named uncertain factors.</summary>
    public ImmutableArray<Factor> Factors { get; init; } = [];

    /// <summary>Prices.</summary>
    public ReadPrices? Prices { get; init; }

    /// <summary>What demand rates count; null when it is not said.</summary>
    public RateBasis? Rates { get; init; }

    /// <summary>The baseline.</summary>
    public OptionId? Baseline { get; init; }

    /// <summary>Tiers of the scenario's own.</summary>
    public ImmutableArray<string> Tiers { get; init; } = [];

    /// <summary>The population.</summary>
    public ReadPeople? People { get; init; }

    /// <summary>Organisations.</summary>
    public ImmutableArray<KeyValuePair<string, Organisation>> Organisations { get; init; } = [];

    /// <summary>Services.</summary>
    public ImmutableArray<KeyValuePair<string, ReadService>> Services
    {
        get;
        init => (field, byName) = (value, null);
    }

    = [];

    /// <summary>Shared limits.</summary>
    public ImmutableArray<KeyValuePair<string, SharedLimit>> Limits { get; init; } = [];

    /// <summary>Effects that stand alone.</summary>
    public ImmutableArray<ReadEffect> Effects { get; init; } = [];

    /// <summary>How effects are combined.</summary>
    public ReadCombine? Combine { get; init; }

    /// <summary>Governance arrangements.</summary>
    public ImmutableArray<KeyValuePair<string, ReadArrangement>> Governance { get; init; } = [];

    /// <summary>Options.</summary>
    public ImmutableArray<KeyValuePair<string, ReadOption>> Options { get; init; } = [];

    /// <summary>How uncertain numbers are drawn; null when it is not said.</summary>
    public ReadDrawing? Drawing { get; init; }

    /// <summary>How the options are appraised; null when it is not said.</summary>
    public Appraisal? Appraisal { get; init; }

    /// <summary>What is expected to come out.</summary>
    public ImmutableArray<ReadExpectation> Expect { get; init; } = [];

    /// <summary>What is put first where numbers can be moved.</summary>
    public PageSettings Page { get; init; } = PageSettings.None;

    /// <summary>Every declared service, in order, whether or not it could be read.</summary>
    public ImmutableArray<ServiceId> ServiceIds => [.. Context.Names.Known(NameKind.Service).Select(name => new ServiceId(name))];

    /// <summary>The arrangement in force in the baseline; null when it could not be read.</summary>
    public ReadArrangement? BaselineArrangement =>
        Options.FirstOrDefault(option => option.Value.Id == Baseline).Value is { } option
            ? Governance.FirstOrDefault(arrangement => arrangement.Value.Id == option.Governance).Value
            : null;

    /// <summary>All effects that could be read: of services, standing alone, then of arrangements.</summary>
    public IEnumerable<ReadEffect> AllEffects =>
        Services.SelectMany(service => service.Value.Effects).Concat(Effects).Concat(
            Governance.SelectMany(arrangement => arrangement.Value.Effects));

    /// <summary>A service; null when it could not be read.</summary>
    public Service? Service(ServiceId id)
    {
        byName ??= Services.ToDictionary(service => service.Key, service => service.Value.Service);
        return byName.GetValueOrDefault(id.Name);
    }

    /// <summary>Reports a problem with something that stands at a path.</summary>
    /// <param name="code">What kind of problem it is.</param>
    /// <param name="path">Path of what is wrong, or of the nearest thing above it.</param>
    /// <param name="problem">One sentence.</param>
    /// <param name="hint">What to try next.</param>
    public void Report(Code code, string path, string problem, string? hint = null) =>
        Context.Problems.Add(code, SpotOf(path), problem, hint);

    /// <summary>Reports what is idle, unless it stands in a file that the scenario extends: what is shared is there for others
    /// too.</summary>
    /// <param name="code">What kind of finding it is.</param>
    /// <param name="path">Path of what is idle.</param>
    /// <param name="problem">One sentence.</param>
    /// <param name="hint">What to try; null for nothing.</param>
    public void ReportIdle(Code code, string path, string problem, string? hint = null)
    {
        if (SpotOf(path).File == File)
        {
            Report(code, path, problem, hint);
        }
    }

    private Spot SpotOf(string path) => PathFinder.Find(Context.Root, path)?.Spot ?? Context.Root.At;
}
