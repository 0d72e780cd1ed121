using System.Text;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Page;

/// <summary>What one user does from opening a place on: the place, and what is known of it.</summary>
/// <param name="tell">Told a stage and the share of it that is done.</param>
internal sealed class Session(Action<string, double> tell)
{
    // As many draws as give a first look at the range.
    private const int SomeDraws = 128;

    // Told when more is known than before.
    private const string Known = "known";

    // As many sliders as are there without being asked for.
    private const int FirstSliders = 3;

    private (ImmutableDictionary<string, ImmutableArray<byte>> Texts, string Scenario) opened;
    private OpenScenario? asFiled;
    private OpenScenario? moving;
    private OpenScenario? scenario;
    private RunResult? result;

    /// <summary>Opens a place, or the same with other texts and numbers.</summary>
    public async Task<Opened> Open(Opening opening)
    {
        (asFiled, moving, scenario, result) = (null, null, null, null);
        if (Shipped.Of(opening) is not var (texts, name))
        {
            return new Opened { Title = opening.Name, IsSound = false, Remarks = [Whole("there is no such place.")] };
        }

        opened = (texts, name);
        tell(RunProgress.Read, 0.0);
        var read = await OpenScenario.Read(new ScenarioSource.InMemory(new NamedTexts(texts), name), opening.Changes, BrowserModules.Usual);
        if (read.Failure is { } failure)
        {
            return new Opened { Title = opening.Name, IsSound = false, Remarks = [Whole(failure.Sentence, failure.Hint)] };
        }

        var found = read.Result!.Result;
        var isSound = found.Problems.IsEmpty;
        scenario = isSound ? read.Result : null;
        asFiled = opening.Changes.IsEmpty ? scenario : null;
        moving = null;
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
                    .Where(text => texts.ContainsKey(text) && Shipped.IsText(text))
                    .Select(text => new TextFile(Shipped.Known(opening.Kind, text), Encoding.UTF8.GetString(texts[text].AsSpan()))),
            ],
        };

        static Remark Whole(string text, string? hint = null) => new("", 1, 1, true, text, hint);
    }

    /// <summary>Runs with central values.</summary>
    /// <param name="told">The option to tell of; empty for the scenario's own.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public async Task<string> First(string told) => Keep(await RunScenario.First(Sound, Asked(told), new Told(tell)));

    /// <summary>Runs with central values and other numbers, with as little work as that takes.</summary>
    /// <param name="changes">All that is changed now.</param>
    /// <param name="told">The option to tell of; empty for the scenario's own.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public async Task<string> Move(IReadOnlyList<string> changes, string told)
    {
        moving ??= Sound.ToMove();
        var moved = await moving.With(changes);
        if (moved.Failure is { } failure)
        {
            return Worded(failure);
        }

        moving = scenario = moved.Result!.Scenario;
        return await First(told);
    }

    /// <summary>Runs with all that belongs to an answer.</summary>
    /// <param name="told">The option to tell of; empty for the scenario's own.</param>
    /// <returns>What is wrong; empty when nothing is.</returns>
    public async Task<string> Whole(string told)
    {
        var whole = await RunScenario.InStages(
            Sound,
            Asked(told) with { DrawsUnlessTold = true },
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

    /// <summary>All numbers that can be moved.</summary>
    public async Task<NumberList> Numbers() => Page.Numbers.All(await AsFiled());

    /// <summary>A number as a slider: what its file says is in the middle, whatever it has been moved to.</summary>
    /// <param name="path">Its path.</param>
    public async Task<Slider?> Slider(string path) => Page.Numbers.Of(await AsFiled(), path);

    /// <summary>The paths of the numbers that move the answer most.</summary>
    public ImmutableArray<string> Widest() => Page.Numbers.Widest(Run, FirstSliders);

    /// <summary>Where single numbers turn the answer, as far as that is known.</summary>
    public async Task<ImmutableArray<Turn>> Turns()
    {
        var filed = await AsFiled();
        return [.. Run.Switching.Select(value => Page.Numbers.TurnOf(filed, value)).OfType<Turn>()];
    }

    /// <summary>How far single numbers move the answer, as far as that is known.</summary>
    public ImmutableArray<Effect> Effects() => Run.Tornado is { } tornado ? Page.Numbers.Effects(Run.Scenario.Scenario, tornado) : [];

    /// <summary>What it is worth to know each number before choosing, as HTML; or why that cannot be said.</summary>
    public async Task<string> Information()
    {
        var asked = await AskSensitivity.Run(Sound, new SensitivityRequest { Information = true }, new Told(tell));
        return asked.Failure is { } failure
            ? Show<InformationTables>((nameof(InformationTables.Why), Worded(failure)))
            : Show<InformationTables>((nameof(InformationTables.Of), asked.Result!.Report));
    }

    /// <summary>Which option is told of, and which may be.</summary>
    /// <param name="asked">The option that was asked for; empty for none.</param>
    public async Task<Choices> Choices(string asked)
    {
        // What can be chosen is said as the file has it, whatever is chosen now.
        var known = (await AsFiled()).Scenario;
        var told = Featured.Of(known, known.Options, asked.Length == 0 ? null : new OptionId(asked));
        var option = known.Options.FirstOrDefault(option => option.Id == told);
        return new Choices(
            told?.Name ?? "",
            [
                .. known.Options.Where(option => option.Id != known.Baseline)
                    .Select(option => new Named(option.Id.Name, Harmless.Text(option.Title), "")),
            ]
        )
        {
            Sliders = known.Page.Sliders,
            Presets = [.. known.Page.Presets.Select(preset => new PresetButton(Harmless.Text(preset.Title), preset.Changes))],
            Start = option is null ? null : Terms.StartOf(known, option),
            Shares = option is null ? [] : [.. Terms.SharesOf(option)],
        };
    }

    /// <summary>The text of a scenario with what was changed.</summary>
    public static async Task<Kept> Keep(Keeping keeping)
    {
        if (Shipped.Of(keeping.Opening) is not var (texts, name))
        {
            return new Kept("", "there is no such place.");
        }

        var option = keeping.Like.Length == 0 ? null : new NewOption(keeping.Title, keeping.Note, new OptionId(keeping.Like));
        var source = new ScenarioSource.InMemory(new NamedTexts(texts), name);
        var kept = await KeepChanges.Keep(source, new KeepRequest(keeping.Opening.Changes, option));
        return kept.Failure is { } failure
            ? new Kept("", $"{failure.Sentence}{(failure.Hint is { } hint ? $" Hint: {hint}" : "")}".ReplaceLineEndings(" "))
            : new Kept(Encoding.UTF8.GetString(kept.Result!.Bytes.AsSpan()), "");
    }

    /// <summary>A file to take away.</summary>
    /// <param name="name">Which.</param>
    /// <param name="reasons">Why numbers were moved.</param>
    public byte[] Leaf(string name, ImmutableArray<Reason> reasons) => name switch
    {
        "workbook" => Leaves.WorkbookOf(Run),
        "report" => Leaves.ReportOf(Run),
        _ => Leaves.PlaceOf(Sound, opened.Texts, opened.Scenario, reasons),
    };

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

    /// <summary>What is open with the numbers of its files.</summary>
    private async Task<OpenScenario> AsFiled() =>
        asFiled ??=
            Sound.Overrides.Count == 0
                ? Sound
                : (await OpenScenario.ReadSound(Sound.Source, [], BrowserModules.Usual)).Result ?? throw NothingOpen();

    private RunResult Run => result ?? throw new InvalidOperationException("Nothing has been run.");

    private OpenScenario Sound => scenario ?? throw NothingOpen();

    private static RunRequest Asked(string told) => new() { Told = told.Length == 0 ? null : told };

    private static InvalidOperationException NothingOpen() => new("No sound scenario is open.");

    private string Keep(Outcome<RunResult> outcome)
    {
        result = outcome.Result ?? result;
        return outcome.Failure is { } failure ? Worded(failure) : "";
    }

    private static string Worded(RunFailure failure) =>
        failure.Problems.FirstOrDefault() is { } problem
            ? $"{problem.Problem}{(problem.Hint is { } way ? $" Hint: {way}" : "")}".ReplaceLineEndings(" ")
            : $"{failure.Line}{(failure.Hint is { } hint ? $" Hint: {hint}" : "")}";

    private static string Show<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        Rendering.Text<TComponent>(parameters.ToDictionary(one => one.Name, one => one.Value));

    private static Remark Remarked(string kind, Diagnostic diagnostic) =>
        new(
            Shipped.Known(kind, diagnostic.At.File),
            diagnostic.At.Line,
            diagnostic.At.Column,
            diagnostic.Severity == Severity.Error,
            diagnostic.Headline[$"{diagnostic.At}: ".Length..].ReplaceLineEndings(" "),
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
