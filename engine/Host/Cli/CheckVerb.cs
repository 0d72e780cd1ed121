using System.CommandLine;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>check</c>: says what is wrong with scenarios, and of each whether it passed.</summary>
internal sealed class CheckVerb(Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios)
{
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
            CustomParser = result => CommonOptions.WholeNumber(result, "--draws", 1, CheckScenario.UsualDraws, CommonOptions.MostKept),
        };
        var command = new Command("check", "Say what is wrong with scenarios, without writing anything.")
        {
            scenarios, common.Set, common.Root, strict, expect, draws, common.Seed,
        };
        command.SetAction((parsed, stop) => runner.Run<CheckVerb>(parsed, verb => verb.Run(
            parsed.GetRequiredValue(scenarios),
            new CheckRequest
            {
                Overrides = parsed.GetRequiredValue(common.Set),
                IsStrict = parsed.GetValue(strict),
                Expects = parsed.GetValue(expect),
                Draws = parsed.GetValue(draws),
                Seed = parsed.GetValue(common.Seed),
                Threads = runner.Cores,
            },
            parsed.GetValue(common.Json),
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(IReadOnlyList<string> arguments, CheckRequest request, bool json, CancellationToken stop)
    {
        if (request is { Seed: not null, Draws: null })
        {
            throw UserError.Usage("--seed says how draws are made, and none are shown.", "add --draws, or leave --seed out.");
        }

        var verdicts = new List<Verdict>();
        foreach (var argument in arguments)
        {
            var verdict = await CheckScenario.Run(scenarios.Source(argument), request with { Lanes = environment.Lanes }, stop);
            verdicts.Add(verdict);
            Tell(verdict);
            if (!json)
            {
                terminal.Answer(verdict.Line);
                if (verdict.Draws is { } preview)
                {
                    terminal.Answer(PreviewText.Write(preview));
                }
            }
        }

        if (json)
        {
            terminal.Answer(VerdictJson.Write(verdicts));
        }

        return ExitCodes.Gravest(verdicts.Select(ExitCodes.Of));
    }

    /// <summary>Tells all that was found out about a scenario.</summary>
    private void Tell(Verdict verdict)
    {
        terminal.Say(verdict.Found);
        foreach (var failure in verdict.Expectations.SelectMany(result => result.Failures))
        {
            terminal.Say($"{failure.At}: expectation not met: {failure.Sentence}", failure.Hint);
        }

        if (verdict.Stopped is { } stopped)
        {
            terminal.Say(Endings.Of(stopped));
        }
    }
}
