using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary><c>check</c>: says what is wrong with scenarios, and of each whether it passed.</summary>
internal sealed class CheckVerb(Terminal terminal, ScenarioDesk desk)
{
    private const int UsualDraws = 1000;

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Description = "Scenario files, or folders that hold a scenario.yaml.",
            Arity = ArgumentArity.OneOrMore,
        };
        var strict = new Option<bool>("--strict")
        {
            Description =
                "Refuse numbers that have no source, NHS providers that do not say what they keep and repay, and benefits that are corrected twice.",
        };
        var expect = new Option<bool>("--expect") { Description = "Hold what the scenario expects against a run." };
        var draws = new Option<int?>("--draws")
        {
            Description = "Show what will be drawn of every uncertain number, in theory and in so many draws.  [default: 1000]",
            HelpName = "N",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => CommonOptions.WholeNumber(result, "--draws", 1, UsualDraws, CommonOptions.MostKept),
        };
        var command = new Command("check", "Say what is wrong with scenarios, without writing anything.")
        {
            scenarios, common.Set, common.Root, strict, expect, draws, common.Seed,
        };
        command.SetAction((parsed, stop) => runner.Run<CheckVerb>(parsed, verb => verb.Run(
            new CheckRequest
            {
                Scenarios = parsed.GetRequiredValue(scenarios),
                Overrides = parsed.GetRequiredValue(common.Set),
                IsStrict = parsed.GetValue(strict),
                Expects = parsed.GetValue(expect),
                Draws = parsed.GetValue(draws),
                Seed = parsed.GetValue(common.Seed),
                Json = parsed.GetValue(common.Json),
            },
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(CheckRequest request, CancellationToken stop)
    {
        if (request is { Seed: not null, Draws: null })
        {
            throw MeasureChoice.Wrong("--seed says how draws are made, and none are shown.", "add --draws, or leave --seed out.");
        }

        var verdicts = new List<Verdict>();
        foreach (var argument in request.Scenarios)
        {
            var verdict = await Judge(argument, request, stop);
            verdicts.Add(verdict);
            if (!request.Json)
            {
                terminal.Answer(verdict.Line);
                if (verdict.Draws is { } preview)
                {
                    terminal.Answer(PreviewText.Write(preview));
                }
            }
        }

        if (request.Json)
        {
            terminal.Answer(VerdictJson.Write(verdicts));
        }

        return ExitCodes.Gravest(verdicts.Select(verdict => verdict.Code));
    }

    private async Task<Verdict> Judge(string argument, CheckRequest request, CancellationToken stop)
    {
        var verdict = new Verdict { Scenario = argument };
        try
        {
            var scenario = await desk.Read(argument, request.Overrides, stop);
            var result = scenario.Result;
            var (problems, findings) = request.IsStrict ? result.Strictly() : (result.Problems, result.Findings);
            verdict = verdict with { Problems = problems, Findings = findings };
            Tell(verdict.Problems.Concat(verdict.Findings));
            if (result.Problems.IsEmpty)
            {
                verdict = await JudgeNumbers(scenario, verdict, request, stop);
            }
        }
        catch (Exception thrown) when (!stop.IsCancellationRequested)
        {
            // Whatever is wrong with one scenario, the others get their verdicts.
            var stopped = Endings.Of(thrown);
            terminal.Say(stopped);
            verdict = verdict with { Code = stopped.Code, Stopped = stopped.Message };
        }

        return verdict with { Code = ExitCodes.Gravest([verdict.Code, CodeOf(verdict)]) };
    }

    /// <summary>Looks for what reading cannot see: what planning shows, all of it, and only then what a run does.</summary>
    private async Task<Verdict> JudgeNumbers(OpenScenario scenario, Verdict verdict, CheckRequest request, CancellationToken stop)
    {
        var problems = await ScenarioDesk.Plan(scenario, stop);
        Tell(problems);
        if (!problems.IsEmpty)
        {
            return verdict with { Problems = [.. verdict.Problems, .. problems] };
        }

        var expectations = request.Expects ? scenario.Result.Expectations : [];
        var study = await ScenarioDesk.TryRun(scenario, options: null, ExpectationCheck.NeedsSteps(expectations), progress: null, stop);
        if (study.Broken is { Fault: not RunFault.None } broken)
        {
            problems = [ScenarioDesk.ProblemOf(scenario, broken)];
            Tell(problems);
            return verdict with { Problems = [.. verdict.Problems, .. problems] };
        }

        var results = await Hold(scenario, study, expectations, stop);
        Tell(results);

        // As many draws as a run would make tell whether too many of them would be left out.
        var preview = PreviewStudy.Run(
            scenario.Prepared,
            request.Draws ?? Math.Min(UsualDraws, DrawStudy.MostDrawsOf(scenario.Scenario) ?? UsualDraws),
            request.Seed,
            stop
        );
        Diagnostic[] leftOut = [.. RunFindings.LeftOut(preview.Count, preview.Stopped).Select(finding => finding.At(scenario))];
        Tell(leftOut);
        return verdict with
        {
            Expectations = results,
            Findings = [.. verdict.Findings, .. leftOut],
            Draws = request.Draws is null ? null : preview,
        };
    }

    private static ExitCode CodeOf(Verdict verdict) =>
        !verdict.Problems.IsEmpty ? ExitCode.WrongScenario
        : verdict.Expectations.Any(result => !result.IsMet) ? ExitCode.Failed
        : ExitCode.Done;

    /// <summary>Holds what a scenario expects against its run.</summary>
    private static async Task<ImmutableArray<ExpectationResult>> Hold(
        OpenScenario scenario, CentralStudy study, ImmutableArray<Expectation> expectations, CancellationToken stop)
    {
        ScenarioDesk.StopIfBroken(scenario, study.Broken);
        return expectations.IsEmpty ? [] : ExpectationCheck.Hold(await ScenarioDesk.Tabulate(scenario, study, stop), expectations);
    }

    private void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            terminal.Say(diagnostic);
        }
    }

    private void Tell(ImmutableArray<ExpectationResult> results)
    {
        foreach (var failure in results.SelectMany(result => result.Failures))
        {
            terminal.Say($"{failure.At}: expectation not met: {failure.Sentence}", failure.Hint);
        }
    }

    /// <summary>What is asked.</summary>
    private sealed record CheckRequest
    {
        /// <summary>Scenarios, as typed.</summary>
        public required IReadOnlyList<string> Scenarios { get; init; }

        /// <summary>Overrides.</summary>
        public required IReadOnlyList<string> Overrides { get; init; }

        /// <summary>Whether numbers without source are refused.</summary>
        public required bool IsStrict { get; init; }

        /// <summary>Whether expectations are held.</summary>
        public required bool Expects { get; init; }

        /// <summary>Draws to show; null for none.</summary>
        public required int? Draws { get; init; }

        /// <summary>Seed; null for the scenario's own.</summary>
        public required int? Seed { get; init; }

        /// <summary>Whether to answer in JSON.</summary>
        public required bool Json { get; init; }
    }
}
