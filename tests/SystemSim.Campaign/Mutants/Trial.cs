using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;
using SystemSim.Tests;

namespace SystemSim.Campaign;

/// <summary>A scenario through check and run, as the program would take it, and its sums after it.</summary>
internal static class Trial
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <summary>What becomes of a scenario.</summary>
    /// <param name="file">The file.</param>
    public static Outcome Of(string file)
    {
        try
        {
            var trial = Task.Run(() => Read(file));
            return trial.Wait(Most) ? trial.Result : new(OutcomeKind.Hang, $"after {Most.TotalSeconds} s");
        }
        catch (AggregateException thrown)
        {
            var first = thrown.GetBaseException();
            return new(OutcomeKind.Crash, $"{first.GetType().Name}: {first.Message} {first.StackTrace?.Split('\n')[0].Trim()}");
        }
    }

    private static Outcome Read(string file)
    {
        var result = ScenarioReader.Read(file, []);
        if (!result.Problems.IsEmpty)
        {
            return Refused(OutcomeKind.RefusedByReading, result.Problems);
        }

        var scenario = result.Scenario!;
        var prepared = Prepared.Of(scenario);
        if (PlanCheck.Run(prepared) is { IsEmpty: false } found)
        {
            return Refused(OutcomeKind.RefusedByPlanning, result, found);
        }

        var study = CentralStudy.Run(prepared);
        return study.Broken is { } broken
            ? Refused(OutcomeKind.RefusedByRun, result, [broken])
            : AddedUp(scenario, Answers.Of(scenario, study.Runs).Tables);
    }

    private static Outcome AddedUp(Scenario scenario, IReadOnlyCollection<Table> tables)
    {
        if (BrokenInvariant.In([.. tables]) is { } broken)
        {
            return new(OutcomeKind.NotFinite, broken.Sentence);
        }

        LedgerFact[] facts =
        [
            .. from row in tables.SelectMany(table => table.Rows)
            where row.About.Against.Length == 0 && row.About.PriceBase is "" or "nominal" && row.Step is null or > 0
            select new LedgerFact(
                row.About.Option,
                row.About.Measure,
                FinancialYear.TryParse(row.Year, out var year) ? year : default,
                row.Step - 1,
                row.Value
            ),
        ];
        return LedgerSums.Money(scenario, facts).Concat(LedgerSums.People(scenario, facts)).FirstOrDefault() is { } wrong
            ? new(OutcomeKind.DoesNotAddUp, wrong) : new(OutcomeKind.Sound);
    }

    private static Outcome Refused(OutcomeKind kind, ReadResult result, IReadOnlyCollection<BrokenInvariant> found) =>
        found.FirstOrDefault(broken => broken.Fault == RunFault.None) is { } ours ? new(OutcomeKind.Blamed, ours.Sentence)
        : Refused(kind, [.. found.Select(broken => result.NotRunnable(broken.Fault, broken.Option, broken.Path, broken.Sentence))]);

    private static Outcome Refused(OutcomeKind kind, IReadOnlyCollection<Diagnostic> told) =>
        told.FirstOrDefault(problem => problem.At.Line < 1 || problem.At.File.Length == 0 || problem.Problem.Length == 0
            || problem.ToString().Contains("please report", StringComparison.Ordinal)) is { } without
            ? new(OutcomeKind.NoPlace, without.ToString())
            : new(kind, told.First().Code);
}
