using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Reporting;
using SystemSim.Runs;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What can be asked, from request to result: of texts at hand, without disk, terminal or clock.</summary>
public sealed class RunsTests
{
    private const string Draws = "features/draws";
    private const string Template = "places/template";

    [Test]
    public async Task The_whole_way_is_gone_without_a_disk()
    {
        var scenario = await InMemory.Read(Template);

        var run = await RunScenario.Run(scenario, new RunRequest { Verb = "report", Draws = 64, Claims = true });
        var compared = await CompareScenarios.Run([scenario], new RunRequest { Draws = 64 });
        var explained = await ExplainDifference.Run(scenario, new ExplainRequest { Measure = "spend", Option = "pooled" });
        var moved = await AskSensitivity.Run(scenario, new SensitivityRequest { Option = "pooled" });
        var verdict = await CheckScenario.Run(scenario.Source, new CheckRequest { Expects = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Failure, Is.Null);
            Assert.That(run.Result!.Draws!.Count.Made, Is.EqualTo(64));
            Assert.That(run.Result.Held.All(held => held.IsMet), Is.True);
            var files = run.Result.Folder.Files();
            Assert.That(
                files.Select(file => file.Name),
                Is.SupersetOf(["summary.html", "claims.html", "workbook.xlsx", "tidy/positions.csv", "run.json", "reproduce.sh"])
            );
            Assert.That(files.Select(file => file.Name), Does.Not.Contain("timings.json"));
            Assert.That(files.Select(file => file.Bytes.Length), Is.All.Positive);
            Assert.That(compared.Result!.Comparisons, Has.Length.EqualTo(1));
            Assert.That(compared.Result.Differ, Is.True);
            Assert.That(explained.Result!.Bars, Is.Not.Empty);
            Assert.That(((SensitivityResult.Moved)moved.Result!).Found.Bars, Is.Not.Empty);
            Assert.That((verdict.IsPassed, verdict.Expectations.Length > 0), Is.EqualTo((true, true)), verdict.Line);
        }
    }

    [Test]
    public async Task Texts_at_hand_give_the_bytes_of_files_on_a_disk([Values(1, 3)] int threads)
    {
        var onDisk = new ScenarioSource.OnDisk(Repository.Find("scenarios", Template), Repository.Root);
        var read = await OpenScenario.ReadSound(onDisk, []);

        Assert.That(
            await Bytes(await InMemory.Read(Template), new RunRequest { Draws = 32, Threads = threads }),
            Is.EqualTo(await Bytes(read.Result!, new RunRequest { Draws = 32, Threads = 1 }))
        );
    }

    [Test]
    public async Task A_folder_in_memory_holds_what_one_on_a_disk_does()
    {
        using var home = new TemporaryFolder();
        var place = Path.Combine(home.Path, "results");
        var run = (await RunScenario.Run(await InMemory.Read(Draws), new RunRequest { Draws = 8, KeepsDraws = true })).Result!;

        run.Folder.Write(place, CancellationToken.None);

        var written = Directory
            .GetFiles(place, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(place, file).Replace('\\', '/')} {Hash(File.ReadAllBytes(file))}");
        Assert.That(run.Folder.Files().Select(file => $"{file.Name} {Hash(file.Bytes)}"), Is.EquivalentTo(written));
    }

    [Test]
    public async Task A_scenario_that_is_kept_is_run_again_with_other_numbers()
    {
        const string Change = "services.gp.cost.unit.mean=£12";
        var request = new RunRequest { OnlyTidy = true };
        var kept = (await InMemory.Read(Draws)).ToMove();
        var before = await Bytes(kept, request);

        var (rerun, moved) = (await kept.With([Change])).Result!;
        var (_, back) = (await moved.With([])).Result!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rerun, Is.EqualTo(Rerun.Inputs));
            Assert.That(await Bytes(moved, request), Is.EqualTo(await Bytes(await InMemory.Read(Draws, Change), request)));
            Assert.That(await Bytes(back, request), Is.EqualTo(before).And.Not.EqualTo(await Bytes(moved, request)));
        }
    }

    [Test]
    public async Task A_kept_scenario_says_what_is_wrong_with_its_new_numbers()
    {
        var kept = (await InMemory.Read(Draws)).ToMove();

        var failure = (await kept.With(["services.gp.cost.nosuch=£12"])).Failure!;

        Assert.That((failure.Kind, failure.Problems.Length), Is.EqualTo((FailureKind.Scenario, 1)));
    }

    [Test]
    public async Task What_is_wrong_with_a_scenario_is_a_value()
    {
        var source = InMemory.Of(Draws, text => text.Replace("duty: statutory", "duty: sacred", StringComparison.Ordinal));

        var failure = (await OpenScenario.ReadSound(source, [])).Failure!;
        var verdict = await CheckScenario.Run(source, new CheckRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(FailureKind.Scenario));
            Assert.That(failure.Line, Is.EqualTo("nowhere/features/draws/scenario.yaml: 2 errors; it is not run."));
            Assert.That(failure.Problems.Select(problem => problem.At.File).Distinct(), Is.EqualTo([source.Name]));
            Assert.That(verdict.Problems, Is.EqualTo(failure.Problems));
            Assert.That(verdict.IsPassed, Is.False);
        }
    }

    [Test]
    public async Task A_text_or_file_that_is_not_there_is_a_value()
    {
        var text = await OpenScenario.Read(InMemory.Of(Draws) with { Name = "elsewhere.yaml" }, []);
        var file = await OpenScenario.Read(new ScenarioSource.OnDisk("nosuch", Repository.Root), []);

        Assert.That(
            (string[])[text.Failure!.Line, file.Failure!.Line],
            Is.EqualTo(["elsewhere.yaml: there is no such text.", "nosuch: there is no such file or folder."])
        );
    }

    [Test]
    public async Task A_question_that_cannot_be_asked_of_a_scenario_is_answered_by_why()
    {
        var scenario = await InMemory.Read(Draws);
        RunFailure?[] failures =
        [
            (await RunScenario.Run(scenario, new RunRequest { Options = ["nosuch"] })).Failure,
            (await RunScenario.Run(scenario, new RunRequest { Told = "now" })).Failure,
            (await RunScenario.Run(scenario, new RunRequest { Seed = 3 })).Failure,
            (await CompareScenarios.Run([scenario, scenario], new RunRequest { Draws = 8 })).Failure,
            (await CompareScenarios.Run([scenario, scenario, scenario], new RunRequest())).Failure,
            (await ExplainDifference.Run(scenario, new ExplainRequest { Measure = "spent" })).Failure,
            (await AskSensitivity.Run(scenario, new SensitivityRequest { Sobol = true, Information = true })).Failure,
            (await AskSensitivity.Run(scenario, new SensitivityRequest { Switch = "nosuch" })).Failure,
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(failure => failure?.Kind), Is.All.EqualTo(FailureKind.Question));
            Assert.That(failures.Select(failure => failure?.Hint), Is.All.Not.Null);
        }
    }

    [Test]
    public async Task Each_of_several_scenarios_gets_its_line_whatever_is_wrong_with_others()
    {
        var wrong = InMemory.Of(Draws, text => text.Replace("duty: statutory", "duty: sacred", StringComparison.Ordinal));

        var found = await CompareScenarios.Each([wrong, InMemory.Of(Draws)], [], new RunRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Overviews.Select(overview => overview.Scenario), Is.EqualTo(["draws"]));
            Assert.That(found.Failures.Select(failure => failure.Problems.Length), Is.EqualTo([2]));
            Assert.That(found.Differ, Is.True);
        }
    }

    [TestCase("features/draws", false)]
    [TestCase("places/hackney", true)]
    [TestCase("places/failure-demand", true)]
    public async Task Where_a_range_is_too_narrow_it_is_told_of_a_scenario_alone_as_beside_others(string name, bool isNarrow)
    {
        var source = new ScenarioSource.OnDisk(Repository.Find("scenarios", name), Repository.Root);
        var request = new RunRequest { Draws = 100, Threads = 2 };

        var overview = (await CompareScenarios.Each([source], [], request)).Overviews.Single();
        var alone = (await RunScenario.Run((await OpenScenario.ReadSound(source, [])).Result!, request)).Result!;

        var sentence = NarrowRange.Sentence(overview.Coverage);
        var text = string.Join('\n', OverviewText.Write([overview]).Select(line => line.Text));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sentence is not null, Is.EqualTo(isNarrow));
            Assert.That(alone.Coverage, Is.EqualTo(overview.Coverage));
            Assert.That(CompareScenarios.Overviews([alone]).Single().Lines.Select(Told), Is.EqualTo(overview.Lines.Select(Told)));
            Assert.That(overview.Lines.Select(line => line.Range is null), Is.All.EqualTo(isNarrow));
            Assert.That(text.Contains("The range is too narrow to use", StringComparison.Ordinal), Is.EqualTo(isNarrow));
            Assert.That(text.Contains("p10 to p90", StringComparison.Ordinal), Is.EqualTo(!isNarrow));
        }

        static (double, (double, double)?) Told(OverviewLine line) => (line.Told, line.Range);
    }

    [Test]
    public async Task Progress_is_told_stage_by_stage()
    {
        var told = new Told(_ => { });

        await RunScenario.Run(await InMemory.Read(Draws), new RunRequest { Draws = 600 }, told);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told.All.Where(progress => progress.Share == 0.0).Select(progress => progress.Stage),
                Is.EqualTo([RunProgress.Run, RunProgress.Tabulate, RunProgress.Draw, RunProgress.Sensitivity, RunProgress.Tell])
            );
            Assert.That(told.All.Select(progress => progress.Share), Is.All.InRange(0.0, 1.0));
            Assert.That(
                told.All.Where(progress => progress.Share == 1.0).Select(progress => progress.Stage).Distinct(),
                Is.EquivalentTo([RunProgress.Run, RunProgress.Draw, RunProgress.Sensitivity])
            );
        }
    }

    [TestCase(RunProgress.Run, 8)]
    [TestCase(RunProgress.Draw, 100_000_000)]
    [TestCase(RunProgress.Sensitivity, 8)]
    public async Task A_run_that_is_interrupted_ends(string stage, long draws)
    {
        using var interruption = new CancellationTokenSource();
        var scenario = await InMemory.Read(Draws);
        var told = new Told(progress =>
        {
            if (progress.Stage == stage)
            {
                interruption.Cancel();
            }
        });

        await Assert.ThatAsync(
            () => RunScenario.Run(scenario, new RunRequest { Draws = draws }, told, interruption.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
        Assert.That(told.All.Select(progress => progress.Stage), Does.Not.Contain(RunProgress.Tell));
    }

    [Test]
    public async Task Nothing_is_begun_that_has_been_interrupted_before()
    {
        var stop = new CancellationToken(canceled: true);
        var scenario = await InMemory.Read(Draws);
        Func<Task>[] asked =
        [
            () => OpenScenario.Read(scenario.Source, [], stop: stop),
            () => RunScenario.Run(scenario, new RunRequest(), stop: stop),
            () => CompareScenarios.Run([scenario], new RunRequest(), stop: stop),
            () => CompareScenarios.Each([scenario.Source], [], new RunRequest(), stop: stop),
            () => ExplainDifference.Run(scenario, new ExplainRequest { Measure = "spend" }, stop: stop),
            () => AskSensitivity.Run(scenario, new SensitivityRequest(), stop: stop),
            () => CheckScenario.Run(scenario.Source, new CheckRequest(), stop),
        ];

        foreach (var ask in asked)
        {
            await Assert.ThatAsync(ask, Throws.InstanceOf<OperationCanceledException>());
        }
    }

    private static async Task<string[]> Bytes(OpenScenario scenario, RunRequest request) =>
        [.. (await RunScenario.Run(scenario, request)).Result!.Folder.Files().Select(file => $"{file.Name} {Text(file.Name, file.Bytes)}")];

    // What differs is to be seen, and not only that something does.
    private static string Text(string name, byte[] bytes) =>
        name.EndsWith(".xlsx", StringComparison.Ordinal) ? Hash(bytes) : Encoding.UTF8.GetString(bytes);

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    /// <summary>Keeps what is told, from whatever thread.</summary>
    private sealed class Told(Action<RunProgress> act) : IProgress<RunProgress>
    {
        private readonly List<RunProgress> all = [];

        public IReadOnlyList<RunProgress> All => all;

        public void Report(RunProgress value)
        {
            lock (all)
            {
                all.Add(value);
            }

            act(value);
        }
    }
}
