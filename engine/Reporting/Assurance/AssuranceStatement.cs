using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What was checked of a run, what was not, what it is for and what it is not for: for the page, the workbook and
/// <c>assurance.md</c>.</summary>
public static class AssuranceStatement
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "assurance.md";

    /// <summary>The statement on one scenario of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">The scenario.</param>
    /// <param name="log">Its log of assumptions.</param>
    public static ImmutableArray<AssuranceSection> Of(RunRecord run, ScenarioRecord record, AssumptionsLog log) =>
    [
        new("What was run", Ran(run, record)),
        new("What was checked", Checked(run, record)),
        new("What was not checked", NotChecked(record, log)),
        new("Evidence", AssumptionsText.Summary(log)),
        new("Limits", Limits),
        new("Not for", NotFor),
        new("Files that went in", [.. record.Inputs.Select(input => $"{input.Name}: SHA-256 {input.Sha256}")]),
    ];

    private static ImmutableArray<string> Limits { get; } =
    [
        "A simulation says what follows from its numbers, not what will happen. It is as good as they are.",
        "People are counted in cohorts by area, age band and need. Nobody is followed one by one, and everyone in a cohort has the same chances.",
        "Rates, unit costs and effects stay as stated, apart from what the scenario says of their growth and of one another. People and providers do not adapt in other ways.",
        "What is outside the scenario is not there: services, organisations and benefits that it does not name neither cost nor save anything.",
        "A difference between options is safer than a level, since what is wrong on both sides alike mostly falls out of it.",
    ];

    private static ImmutableArray<string> NotFor { get; } =
    [
        "Decisions about a person, or about who is eligible for what.",
        "Judging how well a named provider or team performs.",
        "A statutory budget, a section 114 report or accounts by itself: these need the professional judgement of those who sign them.",
        "A claim that pooling works, or does not, in general: the answer is of this place with these numbers.",
    ];

    private static ImmutableArray<string> Ran(RunRecord run, ScenarioRecord record)
    {
        var horizon = record.Scenario.Horizon;
        var statements = ImmutableArray.CreateBuilder<string>();
        statements.Add(
            $"{RunRecord.Program} {run.Version} ran {record.Scenario.Title}, {horizon.Start} to {horizon.YearAt(horizon.Years - 1)}."
        );
        statements.Add(
            $"Options: {string.Join("; ", record.Options.Select(option => option.Title))}. Baseline: {record.Scenario.BaselineOption.Title}."
        );
        statements.Add(record.Overrides.IsEmpty ? "No number was overridden." : $"Overridden: {string.Join("; ", record.Overridden)}.");
        statements.Add(record.Draws is { } draws
            ? $"{LeftOutText.Counted(draws.Count, draws.Seed)}, beside the run with central values.{LeftOutText.After(draws.Count)}"
            : "One run with central values; nothing was drawn, so there are no ranges.");
        if (DiscountingSentence.Of(record.Scenario) is { } discounting)
        {
            statements.Add($"{discounting} That is so of the appraisal alone; no other money is discounted.");
        }

        statements.AddRange(LeftOutText.Rules(record.Draws?.Stopped ?? []).Select(rule => $"Draws left out: {rule}."));
        if (record is { Draws: not null, Scenario.Drawing.Chance.IsEmpty: false })
        {
            statements.Add(ChanceText.Sentence(record.Scenario.Drawing));
        }

        statements.Add(
            "The same files, version, options, overrides and seed give the same bytes: reproduce.sh and reproduce.cmd run it again and say so."
        );
        return statements.ToImmutable();
    }

    private static ImmutableArray<string> Checked(RunRecord run, ScenarioRecord record)
    {
        var held = record.Expectations.Count(result => result.WasHeld);
        var failed = record.Expectations.Count(result => result.IsFailed);
        return
        [
            .. InvariantCatalogue.All.Select(invariant =>
                $"Held in every step of every option: {invariant.Meaning}. Tolerance: {invariant.Tolerance}."
            ),
            record.Expectations.IsEmpty
                ? "The scenario states no expectations."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Expectations of the scenario's author: {held - failed:N0} of {held:N0} met; {record.Expectations.Length - held:N0} could not be held in this run."
                ),
            .. record.Expectations.SelectMany(result => result.Failures).Select(failure => $"Not met: {failure.Sentence}"),
            .. record.Findings.Select(finding => $"Found in the run ({finding.Code}): {finding.Sentence}"),
            .. run.Scenarios.Length == 1
                ?
                [
                    "Every table of the workbook adds up to the penny; its audit sheet adds the run up again by formulas, and its checks sheet has one master check.",
                ]
                : Array.Empty<string>(),
        ];
    }

    private static ImmutableArray<string> NotChecked(ScenarioRecord record, AssumptionsLog log)
    {
        var statements = ImmutableArray.CreateBuilder<string>();
        statements.Add("Whether the numbers are true: the program reads sources by name and does not open them.");
        statements.Add(
            "Whether the scenario leaves out something that matters, and whether its options are those that should be compared."
        );
        statements.Add(
            "Whether the model describes this place's past: no run was held against observed years, apart from the expectations above."
        );
        if (record.Draws is not { Count.Telling: not DrawTelling.CentralAlone })
        {
            statements.Add(
                record.Draws is null
                    ? "How uncertain the answers are: run with --draws to see ranges."
                    : $"How uncertain the answers are.{LeftOutText.After(record.Draws.Count)}"
            );
        }

        if (log.WeakShare is null)
        {
            statements.Add("Which numbers the answer turns on: their effects were not measured in this run; with --draws they are.");
        }

        statements.Add("Nobody but its author has reviewed the scenario, as far as the program knows.");
        return statements.ToImmutable();
    }
}
