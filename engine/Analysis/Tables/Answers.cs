using System.Collections.Concurrent;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>All observations of a scenario's runs, found by what they are about.</summary>
public sealed class Answers
{
    private readonly Dictionary<(string Option, string Against, string Measure), List<Observation>> rows = [];
    private readonly ConcurrentDictionary<(string Option, string Against, string Measure), ILookup<string, Observation>> byService = [];

    /// <summary>Sorts the observations.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">The options that ran, the baseline among them, in the scenario's order.</param>
    /// <param name="tables">Their tables.</param>
    public Answers(Scenario scenario, ImmutableArray<Option> options, ImmutableArray<Table> tables)
    {
        Scenario = scenario;
        Options = options;
        Tables = tables;
        Sort(tables);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The options that ran.</summary>
    public ImmutableArray<Option> Options { get; }

    /// <summary>The tables.</summary>
    public ImmutableArray<Table> Tables { get; private set; }

    /// <summary>Whether the runs kept every step.</summary>
    public bool HasSteps { get; private set; }

    /// <summary>Tabulates runs.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="runs">Its runs, the baseline's among them.</param>
    /// <param name="threads">Threads to use; never changes a bit.</param>
    public static Answers Of(Scenario scenario, ImmutableArray<OptionRun> runs, int threads = 1)
    {
        var answers = new Answers(scenario, [.. runs.Select(run => run.Option)], new Tabulator(scenario).Tables(runs, threads));
        answers.Add(CostOfInaction.Of(answers, draws: null)?.Central(answers) ?? []);
        return answers;
    }

    /// <summary>Adds what follows from the answers themselves.</summary>
    private void Add(IEnumerable<Observation> rows)
    {
        ImmutableArray<Observation> added = [.. rows];
        if (!added.IsEmpty)
        {
            Tables = Table.Add(Tables, added);
            Sort([new Table(MeasureCatalogue.Find(added[0].About.Measure)!.Table, added)]);
        }
    }

    /// <summary>Every observation of one measure, of every year and step and in every price base; none when there is none.</summary>
    /// <param name="option">Option.</param>
    /// <param name="against">Baseline of the difference; empty for the option's own values.</param>
    /// <param name="measure">Measure.</param>
    public IReadOnlyList<Observation> Rows(string option, string against, string measure) =>
        rows.TryGetValue((option, against, measure), out var alike) ? alike : [];

    /// <summary>The same, of one service alone.</summary>
    /// <param name="option">Option.</param>
    /// <param name="against">Baseline of the difference; empty for the option's own values.</param>
    /// <param name="measure">Measure.</param>
    /// <param name="service">Service.</param>
    public IEnumerable<Observation> Rows(string option, string against, string measure, string service) =>
        byService.GetOrAdd((option, against, measure), _ => Rows(option, against, measure).ToLookup(row => row.About.Service))[service];

    /// <summary>Makes the rows of tables known by what they are about.</summary>
    private void Sort(ImmutableArray<Table> tables)
    {
        var found = new Dictionary<Subject, List<Observation>>(ReferenceEqualityComparer.Instance);
        foreach (var table in tables)
        {
            // What is there when the run starts is written, and is no number of a year or of a step.
            foreach (var row in table.Rows.Where(row => row.Step != Observation.Opening))
            {
                if (!found.TryGetValue(row.About, out var alike))
                {
                    found[row.About] = alike = ListFor(row.About);
                }

                alike.Add(row);
                HasSteps |= row.Step is not null;
            }
        }
    }

    private List<Observation> ListFor(Subject about)
    {
        var key = (about.Option, about.Against, about.Measure);
        if (!rows.TryGetValue(key, out var alike))
        {
            rows[key] = alike = [];
        }

        return alike;
    }
}
