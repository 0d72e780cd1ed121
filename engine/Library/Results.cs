using SystemSim.Analysis;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim;

/// <summary>What a run comes to.</summary>
public sealed class Results
{
    private readonly RunResult run;

    internal Results(RunResult run)
    {
        this.run = run;
        var headline = Headline.From(run.Answers);
        PriceBase = headline.PriceBase;
        Options = [.. run.Answers.Options.Select(option => option.Id.Name)];
        Findings = [.. run.Findings.Select(finding => Simulation.Problem(run.Scenario.At(finding)))];
    }

    /// <summary>The options that ran, the baseline among them.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>In which prices the scenario leads: <c>nominal</c>, or a price year.</summary>
    public string PriceBase { get; }

    /// <summary>What the run shows of the scenario, each at its place.</summary>
    public IReadOnlyList<ScenarioProblem> Findings { get; }

    /// <summary>Simulations that the rows of draws rest on: those made less those that broke a rule; 0 where none were made.</summary>
    public long Draws => run.Draws?.Used ?? 0;

    /// <summary>The answer in words, a line an item, as <c>systemsim run</c> prints it: who pays how much more or less, how sure that is,
    /// what happens to which service.</summary>
    public IReadOnlyList<string> Story => [.. AnswerText.Write(run.Evidence!).Select(line => line.Text)];

    /// <summary>Every number of the answers: what the tidy files hold, those of the simulations among them.</summary>
    public IEnumerable<Row> Rows =>
        from table in run.Folder.Tables
        from row in table.Rows
        let about = row.About
        select new Row
        {
            Option = about.Option,
            Against = about.Against,
            Measure = about.Measure,
            Year = row.Year,
            Step = row.Step,
            Organisation = about.Organisation,
            Fund = about.Fund,
            Provider = about.Provider,
            Service = about.Service,
            Tier = about.Tier,
            Area = about.Area,
            AgeBand = about.AgeBand,
            NeedState = about.NeedState,
            PriceBase = about.PriceBase,
            Unit = about.Unit,
            Statistic = about.Statistic,
            Value = row.Value,
        };

    /// <summary>What a flow comes to over all years and everybody with central values, such as what is spent; money in
    /// <see cref="PriceBase"/>.</summary>
    /// <param name="measure">A flow, such as <c>spend</c>; of a stock, which does not add up over years, take <see cref="Rows"/>.</param>
    /// <param name="option">Option.</param>
    /// <param name="against">The baseline for the difference from it; null for the option's own.</param>
    /// <exception cref="ArgumentException">There is no such number, or it is a stock.</exception>
    public double Total(string measure, string option, string? against = null)
    {
        if (
            MeasureCatalogue.Find(measure) is not { YearsAddUp: true, DependsOnStart: false, SumOf: "" } known
            || known.Unit is MeasureEntry.Ratio or MeasureEntry.Share or MeasureEntry.Probability
        )
        {
            throw new ArgumentException($"'{measure}' is no flow that adds up over years.", nameof(measure));
        }

        var rows = run
            .Answers.Rows(option, against ?? "", measure)
            .Where(row => row.Step is null && (row.About.PriceBase.Length == 0 || row.About.PriceBase == PriceBase))
            .ToArray();
        return rows.Length > 0
            ? rows.Sum(row => row.Value)
            : throw new ArgumentException($"no option '{option}' has a number '{measure}'.", nameof(option));
    }

    /// <summary>Writes everything that a run leaves to a folder: pages, workbook, charts, tidy files. The folder is there whole or not at
    /// all.</summary>
    /// <param name="folder">The folder; earlier results in it are exchanged, and anything else is left as it is and refused.</param>
    /// <param name="stop">Interrupts the writing.</param>
    /// <exception cref="IOException">It cannot be written, or holds something else.</exception>
    public void Save(string folder, CancellationToken stop = default) => run.Folder.Write(Path.GetFullPath(folder), stop);
}
