using System.Text;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Page;

/// <summary>What lies before the user: the place that is open, and what is known of it.</summary>
/// <param name="tell">Told a stage and the share of it that is done.</param>
internal sealed class Desk(Action<string, double> tell)
{
    // As many draws as give a first look at the range.
    private const int SomeDraws = 128;

    // Told when more is known than before.
    private const string Known = "known";

    private OpenScenario? scenario;
    private RunResult? result;

    /// <summary>Opens a place, or the same with other texts and numbers.</summary>
    public async Task<Opened> Open(Opening opening)
    {
        (scenario, result) = (null, null);
        if (Shipped.Of(opening) is not var (texts, name))
        {
            return new Opened { Title = opening.Name, IsSound = false, Remarks = [Whole("there is no such place.")] };
        }

        tell(RunProgress.Read, 0.0);
        var read = await OpenScenario.Read(new ScenarioSource.InMemory(new NamedTexts(texts), name), opening.Changes);
        if (read.Failure is { } failure)
        {
            return new Opened { Title = opening.Name, IsSound = false, Remarks = [Whole(failure.Sentence, failure.Hint)] };
        }

        var found = read.Result!.Result;
        var isSound = found.Problems.IsEmpty;
        scenario = isSound ? read.Result : null;
        return new Opened
        {
            Title = isSound ? Harmless.Text(scenario!.Scenario.Title) : opening.Name,
            IsSound = isSound,
            Changes = opening.Changes.Length,
            Remarks = [.. found.Problems.Concat(found.Findings).Select(diagnostic => Remarked(opening.Kind, diagnostic))],
            Files =
            [
                .. found.Inputs.Select(input => input.Name)
                    .Prepend(name)
                    .Distinct()
                    .Where(texts.ContainsKey)
                    .Select(text => new TextFile(Shipped.Known(opening.Kind, text), Encoding.UTF8.GetString(texts[text].AsSpan()))),
            ],
        };

        static Remark Whole(string text, string? hint = null) => new("", 1, 1, true, text, hint);
    }

    /// <summary>Runs with central values.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public async Task<string> First() => Keep(await RunScenario.First(Sound, new RunRequest(), new Told(tell)));

    /// <summary>Runs with all that belongs to an answer.</summary>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public async Task<string> Whole()
    {
        var asked = new RunRequest { DrawsUnlessTold = true };
        var whole = await RunScenario.InStages(
            Sound,
            asked,
            SomeDraws,
            early =>
            {
                result = early;
                tell(Known, 0.0);
            },
            new Told(tell)
        );
        return Keep(whole);
    }

    /// <summary>A screen of what is known, as HTML.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="option">The option that it is to be of; empty for the one that is told of.</param>
    public string Screen(string name, string option) =>
        result is { Evidence: { } evidence }
            ? name switch
            {
                "options" => Show<OptionsScreen>((nameof(OptionsScreen.Of), evidence)),
                "years" => Show<YearsScreen>((nameof(YearsScreen.Of), result), (nameof(YearsScreen.Option), option)),
                "why" => Show<WhyScreen>((nameof(WhyScreen.Of), result)),
                "evidence" => Show<EvidenceScreen>((nameof(EvidenceScreen.Of), result)),
                _ => Show<AnswerScreen>((nameof(AnswerScreen.Of), evidence)),
            }
            : throw new InvalidOperationException("Nothing has been run.");

    private OpenScenario Sound => scenario ?? throw new InvalidOperationException("No sound scenario is open.");

    private string Keep(Outcome<RunResult> outcome)
    {
        result = outcome.Result ?? result;
        return outcome.Failure is { } failure ? $"{failure.Line}{(failure.Hint is { } hint ? $" Try: {hint}" : "")}" : "";
    }

    private static string Show<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        Rendering.Text<TComponent>(parameters.ToDictionary(one => one.Name, one => one.Value));

    private static Remark Remarked(string kind, Diagnostic diagnostic) =>
        new(
            Shipped.Known(kind, diagnostic.At.File),
            diagnostic.At.Line,
            diagnostic.At.Column,
            diagnostic.Severity == Severity.Error,
            $"{(diagnostic.Severity == Severity.Error ? "error" : "finding")} {diagnostic.Code}: {diagnostic.Problem}".ReplaceLineEndings(" "),
            diagnostic.Hint?.ReplaceLineEndings(" ")
        );

    private sealed class Told(Action<string, double> tell) : IProgress<RunProgress>
    {
        private RunProgress last;

        // A hundredth is as much as anybody sees.
        private const double Step = 0.01;

        public void Report(RunProgress value)
        {
            if (value.Stage != last.Stage || value.Share < last.Share || value.Share >= last.Share + Step)
            {
                last = value;
                tell(value.Stage, value.Share);
            }
        }
    }
}
