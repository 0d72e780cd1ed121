using System.Security.Cryptography;
using System.Text;
using NUnit.Framework;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Tests;

/// <summary>A study that is planned, drawn shard by shard and merged is a run in one process, to the byte; and whatever is wrong with its
/// files is said.</summary>
public sealed class ShardsTests
{
    private const string Feature = "features/draws";
    private const int ManyDraws = 5_001;

    [Test]
    public async Task Any_cut_and_any_order_give_the_files_of_one_process(
        [Values("features/draws", "features/chance")] string feature, [Values(1, 3, 20)] int shards)
    {
        var scenario = await InMemory.Read(feature);
        var whole = (await RunScenario.Run(scenario, new RunRequest { Draws = ManyDraws, Threads = 2 })).Result!;

        var study = await Planned(scenario, shards);
        var drawn = await Drawn(study, shards, random: new Random(shards));
        var merged = (await MergeShards.Run(study, drawn, threads: 3)).Result!;

        Assert.That(Bytes(merged), Is.EqualTo(Bytes(whole)));
    }

    [Test]
    public async Task What_is_asked_beside_draws_is_kept()
    {
        var scenario = await InMemory.Read("places/template", "services.early_help.cost.unit=£700");
        var request = new RunRequest { Draws = 2_500, Seed = 5, Options = ["pooled"], Told = "pooled", BySteps = true };
        var whole = (await RunScenario.Run(scenario, request)).Result!;

        var study = (await PlanStudy.Run(scenario, request, shards: 2, workers: 1)).Result!;
        var merged = (await MergeShards.Run(study, await Drawn(study, 2), threads: 1)).Result!;

        Assert.That(Bytes(merged), Is.EqualTo(Bytes(whole)));
    }

    [Test]
    public async Task A_study_is_its_files_and_the_same_question_is_the_same_study()
    {
        var scenario = await InMemory.Read(Feature);

        var (once, again) = (await Planned(scenario, 4), await Planned(await InMemory.Read(Feature), 4));

        Assert.That(StudyFiles.Write(again), Is.EqualTo(StudyFiles.Write(once)));
        Assert.That((await Planned(scenario, 4, seed: 8)).Hash, Is.Not.EqualTo(once.Hash));
        Assert.That(Read(StudyFiles.Write(once)).Result!.Hash, Is.EqualTo(once.Hash));
    }

    [Test]
    public async Task A_shard_is_the_same_bytes_whoever_draws_it()
    {
        var study = await Planned(await InMemory.Read(Feature), 4);

        var alone = await (await Ready(study, threads: 1)).Run(new Shard(2, 4));
        var together = await (await Ready(Read(StudyFiles.Write(study)).Result!, threads: 3)).Run(new Shard(2, 4));

        Assert.That(together, Is.EqualTo(alone));
    }

    [Test]
    public async Task What_is_missing_is_named_with_the_command_that_draws_it()
    {
        var study = await Planned(await InMemory.Read(Feature), 5) with { Named = "st" };
        var drawn = await Drawn(study, 5);

        var failure = (await MergeShards.Run(study, [drawn[0], drawn[2], drawn[3]], threads: 1)).Failure!;
        var none = (await MergeShards.Run(study, [], threads: 1)).Failure!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Line, Is.EqualTo("st: 2 shards are missing: 2/5, 5/5."));
            Assert.That(failure.Hint, Is.EqualTo("draw them: systemsim draw st --shard 2/5,5/5"));
            Assert.That(none.Line, Is.EqualTo("st: 5 shards are missing: 1/5, 2/5, 3/5, 4/5, 5/5."));
        }
    }

    [Test]
    public async Task A_shard_that_is_there_twice_is_taken_once_where_its_bytes_are_equal()
    {
        var study = await Planned(await InMemory.Read(Feature), 2);
        var drawn = await Drawn(study, 2);

        var merged = await MergeShards.Run(study, [drawn[0], drawn[1], ("copy", drawn[1].Read)], threads: 1);

        Assert.That(merged.Failure?.Line, Is.Null);
    }

    [Test]
    public async Task Draws_that_are_there_in_two_cuts_are_refused()
    {
        var study = await Planned(await InMemory.Read(Feature), 2);
        var (halves, thirds) = (await Drawn(study, 2), await Drawn(study, 3));

        var failure = (await MergeShards.Run(study, [.. halves, thirds[1]], threads: 1)).Failure!;

        Assert.That(failure.Sentence, Is.EqualTo("1-of-2.draws and 2-of-3.draws hold the same draws. 2-of-3.draws and 2-of-2.draws hold the same draws."));
    }

    [Test]
    public async Task Shards_of_different_cuts_make_up_a_study_together()
    {
        var study = await Planned(await InMemory.Read(Feature), 2);
        var (halves, quarters) = (await Drawn(study, 2), await Drawn(study, 4));

        var merged = await MergeShards.Run(study, [halves[1], quarters[0], quarters[1]], threads: 1);

        Assert.That(merged.Failure?.Line, Is.Null);
    }

    [Test]
    public async Task Shards_that_are_damaged_cut_off_or_of_another_study_are_all_named()
    {
        var scenario = await InMemory.Read(Feature);
        var study = await Planned(scenario, 4) with { Named = "st" };
        var drawn = await Drawn(study, 4);
        var other = await Drawn(await Planned(scenario, 4, seed: 9), 4);
        var damaged = drawn[1].Read();
        damaged[damaged.Length / 2] ^= 1;

        var failure = (
            await MergeShards.Run(
                study,
                [drawn[0], ("b", () => damaged), ("c", () => drawn[2].Read()[..^9]), other[3], ("e", () => "hello, this is no shard"u8.ToArray())],
                threads: 1
            )
        ).Failure!;

        Assert.That(
            failure.Line,
            Is.EqualTo(
                "st: b is damaged: its checksum is not that of its bytes. c is damaged: its checksum is not that of its bytes. "
                    + "4-of-4.draws is a shard of another study. e is no shard of a study. 3 shards are missing: 2/4, 3/4, 4/4."
            )
        );
    }

    [Test]
    public async Task No_cut_or_changed_byte_of_a_shard_is_taken_for_a_shard([Values(1, 2, 3)] int seed)
    {
        var study = await Planned(await InMemory.Read(Feature), 4);
        var whole = (await Drawn(study, 4))[2].Read();
        var random = new Random(seed);

        using (Assert.EnterMultipleScope())
        {
            for (var turn = 0; turn < 200; turn++)
            {
                var bytes = whole.ToArray();
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
                Assert.That(ShardFile.Fault(study, bytes, out _), Is.Not.Null);
                Assert.That(ShardFile.Fault(study, whole.AsSpan(0, random.Next(whole.Length)), out _), Is.Not.Null);
            }

            Assert.That(ShardFile.Fault(study, whole, out var shard), Is.Null);
            Assert.That(shard, Is.EqualTo(new Shard(3, 4)));
        }
    }

    [TestCase("study.json", "study.json is not as it was written.")]
    [TestCase("bins", "bins has been changed since the study was planned.")]
    [TestCase("inputs/draws/scenario.yaml", "inputs/draws/scenario.yaml has been changed since the study was planned.")]
    public async Task A_study_whose_files_are_changed_or_missing_is_refused(string name, string sentence)
    {
        var files = StudyFiles.Write(await Planned(await InMemory.Read(Feature), 4));

        var changed = Read([.. files.Select(file => file.Name == name ? (name, [.. file.Bytes, (byte)' ']) : file)]).Failure!;
        var gone = Read([.. files.Where(file => file.Name != name)]).Failure!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed.Sentence, Is.EqualTo(sentence));
            Assert.That(gone.Sentence, Is.EqualTo(name == "study.json" ? "the folder holds no study.json." : $"{name} is missing."));
        }
    }

    [TestCase("\"draws\": 5001", "\"draws\": -5001")]
    [TestCase("\"draws\": 5001", "\"draws\": 7")]
    [TestCase("\"shards\": 4", "\"shards\": 0")]
    [TestCase("\"shards\": 4", "\"shards\": 400000")]
    public async Task A_study_that_nobody_can_have_planned_is_refused(string was, string becomes)
    {
        var files = StudyFiles.Write(await Planned(await InMemory.Read(Feature), 4));

        var read = Read(
            files.Select(file =>
                file.Name == "study.json"
                    ? (file.Name, Changed(file.Bytes))
                    : file
            )
        );

        Assert.That(read.Failure?.Sentence, Is.EqualTo("study.json is not as it was written."));

        byte[] Changed(byte[] bytes) =>
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(was, becomes, StringComparison.Ordinal));
    }

    [Test]
    public async Task Nothing_that_a_study_file_could_hold_crashes_its_reader([Range(1, 4)] int seed)
    {
        var files = StudyFiles.Write(await Planned(await InMemory.Read(Feature), 4)).ToDictionary(file => file.Name, file => file.Bytes);
        var random = new Random(seed);

        for (var turn = 0; turn < 300; turn++)
        {
            var bytes = files["study.json"].ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(32, 127);
            }

            var isSame = bytes.AsSpan().SequenceEqual(files["study.json"]);
            var read = StudyFiles.Read("st", name => name == "study.json" ? bytes : files.GetValueOrDefault(name));

            // A changed hash of the engine, the seed or the draws is another study, and its shards are others.
            Assert.That(read.Failure is not null || isSame || read.Result!.Hash != HashOf(files["study.json"]));
        }
    }

    [Test]
    public async Task A_study_of_another_program_or_of_other_numbers_is_not_drawn()
    {
        var study = await Planned(await InMemory.Read(Feature), 4) with { Named = "st" };

        var other = (await DrawShard.Ready(study with { Engine = "0", Version = "9.9.9" }, threads: 1)).Failure!;
        var otherwise = (await DrawShard.Ready(study with { Fingerprint = "0" }, threads: 1)).Failure!;
        var merged = (await MergeShards.Run(study with { Engine = "0" }, await Drawn(study, 4), threads: 1)).Failure!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(other.Line, Does.StartWith("st: the study was planned by version 9.9.9 of the program, whose code is not that of this one"));
            Assert.That(otherwise.Line, Does.StartWith("st: this machine plans the study with other numbers"));
            Assert.That(merged.Line, Does.Contain("whose code is not that of this one"));
        }
    }

    [Test]
    public async Task What_cannot_be_cut_is_refused_with_what_to_do()
    {
        var scenario = await InMemory.Read(Feature);
        RunFailure?[] failures =
        [
            (await PlanStudy.Run(scenario, new RunRequest { Draws = 2_048 }, shards: null, workers: 1)).Failure,
            (await PlanStudy.Run(scenario, new RunRequest { Draws = 5_000 }, shards: 21, workers: 1)).Failure,
            (await PlanStudy.Run(scenario, new RunRequest { Draws = null, Until = 0.01 }, shards: null, workers: 1)).Failure,
            (await PlanStudy.Run(scenario, new RunRequest { Draws = 5_000, KeepsDraws = true }, shards: null, workers: 1)).Failure,
            (await PlanStudy.Run(scenario, new RunRequest { Draws = 5_000, Options = ["nosuch"] }, shards: null, workers: 1)).Failure,
            (
                await PlanStudy.Run(
                    await OnDisk("features/draws-from-a-table"),
                    new RunRequest { Draws = 5_000 },
                    shards: null,
                    workers: 1
                )
            ).Failure,
        ];

        Assert.That(
            failures.Select(failure => failure?.Sentence),
            Is.EqualTo(
                [
                    "2,048 draws are too few to be cut into shards: a study has more than 2,048.",
                    "5,000 draws cannot be cut into 21 shards: the least that is drawn at a time is a part of 5,000 / 20.",
                    "draws that stop at an error follow from those before them, and cannot be cut into shards.",
                    "shards leave sums and counts, and keep no draw by itself.",
                    "there is no option 'nosuch'.",
                    failures[^1]?.Sentence,
                ]
            )
        );
        Assert.That(failures[^1]?.Sentence, Does.StartWith("its table of draws has "));
    }

    [Test]
    public async Task A_study_that_is_there_says_what_else_is_asked()
    {
        var scenario = await InMemory.Read(Feature);
        var request = new RunRequest { Draws = ManyDraws };
        var study = await Planned(scenario, 4);

        string?[] differences =
        [
            PlanStudy.Difference(study, scenario, request, shards: null),
            PlanStudy.Difference(study, scenario, request, shards: 5),
            PlanStudy.Difference(study, scenario, request with { Draws = 6_000 }, shards: null),
            PlanStudy.Difference(study, scenario, request with { Seed = 1 }, shards: null),
            PlanStudy.Difference(study, scenario, request with { BySteps = true }, shards: null),
            PlanStudy.Difference(study, scenario, request with { Options = ["cheaper"] }, shards: null),
            PlanStudy.Difference(study, await InMemory.Read(Feature, "services.gp.cost.unit.mean=£12"), request, shards: null),
            PlanStudy.Difference(study, await Changed(), request, shards: null),
            PlanStudy.Difference(study with { Engine = "0", Version = "9.9.9" }, scenario, request, shards: null),
        ];

        Assert.That(
            differences,
            Is.EqualTo(
                new[]
                {
                    null,
                    "has 4 shards.",
                    "has 5001 draws.",
                    "has seed 7.",
                    "leaves other files.",
                    "is of other options.",
                    "was planned with another --set.",
                    "was planned when scenario.yaml was another file.",
                    "was planned by another version of the program, 9.9.9.",
                }
            )
        );

        static async Task<OpenScenario> Changed() =>
            (await OpenScenario.ReadSound(InMemory.Of(Feature, text => text + "# changed\n"), [])).Result!;
    }

    private static readonly SensitivityRequest[] Worked =
    [
        new() { Sobol = true, Draws = 100, Option = "pooled" },
        new() { Sobol = true, Draws = 90, Measure = "left", Option = "pooled", Against = "none", Seed = 3, Year = "2027/28" },
        new() { Information = true, Draws = 700, Effect = "left", Worth = [20_000.0] },
        new() { Frontier = "left", Draws = 600 },
        new() { Acceptability = "left", Draws = 600, Worth = [0.0, 30_000.0] },
    ];

    [Test]
    public async Task What_an_answer_rests_on_is_the_same_however_its_runs_are_cut(
        [ValueSource(nameof(Worked))] SensitivityRequest request, [Values(1, 3)] int shards)
    {
        var scenario = await InMemory.Read("places/template", "services.early_help.cost.unit=£700");
        var whole = (await AskSensitivity.Run(scenario, request with { Threads = 2 })).Result!;

        var planned = (await PlanStudy.Run(scenario, request, shards, workers: 1)).Result!;
        var study = Read(StudyFiles.Write(planned)).Result!;
        var drawn = await Drawn(study, shards, random: new Random(shards));
        var merged = (await MergeShards.Sensitivity(study, drawn, threads: 3)).Result!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(study.Hash, Is.EqualTo(planned.Hash));
            Assert.That(Encoding.UTF8.GetString(merged.Found.Json), Is.EqualTo(Encoding.UTF8.GetString(whole.Json)));
            Assert.That(
                Written(AskSensitivity.Folder(merged.Scenario, merged.Found)),
                Is.EqualTo(Written(AskSensitivity.Folder(merged.Scenario, whole)))
            );
        }

        static string[] Written(ResultsFolder folder) =>
            [.. folder.Files().Select(file => $"{file.Name} {Convert.ToHexString(SHA256.HashData(file.Bytes))}")];
    }

    [Test]
    public async Task A_study_of_what_an_answer_rests_on_names_what_is_missing_and_what_else_is_asked()
    {
        var scenario = await InMemory.Read("places/template");
        var request = Worked[0];
        var study = (await PlanStudy.Run(scenario, request, shards: 4, workers: 1)).Result! with { Named = "st" };
        var drawn = await Drawn(study, 4);

        var failure = (await MergeShards.Sensitivity(study, drawn[..3], threads: 1)).Failure!;
        var chosen = (await PlanStudy.Run(scenario, new SensitivityRequest { Switch = "factors.demand" }, shards: 1, workers: 1)).Failure!;
        string?[] differences =
        [
            PlanStudy.Difference(study, scenario, request, shards: null),
            PlanStudy.Difference(study, scenario, request with { Draws = 101 }, shards: null),
            PlanStudy.Difference(study, scenario, request with { Seed = 9 }, shards: null),
            PlanStudy.Difference(study, scenario, request with { Measure = "left" }, shards: null),
            PlanStudy.Difference(study, scenario, new RunRequest { Draws = 100 }, shards: null),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Line, Is.EqualTo("st: 1 shard is missing: 4/4."));
            Assert.That(chosen.Sentence, Is.EqualTo("this is worked out at chosen values, and is not cut into shards."));
            Assert.That(
                differences,
                Is.EqualTo(
                    new[] { null, "has 100 draws.", "has seed 1.", "asks something else.", "asks what 'sensitivity' tells." }
                )
            );
        }
    }

    [TestCase("3/40", 3, 40)]
    [TestCase("1/1", 1, 1)]
    [TestCase("0/4", 0, 0)]
    [TestCase("5/4", 0, 0)]
    [TestCase("-1/4", 0, 0)]
    [TestCase("1/100001", 0, 0)]
    [TestCase("1 / 4", 0, 0)]
    [TestCase("", 0, 0)]
    public void A_shard_is_written_as_a_fraction(string text, int number, int of) =>
        Assert.That(Shard.Parse(text), Is.EqualTo(of == 0 ? null : new Shard(number, of)));

    private static async Task<OpenScenario> OnDisk(string folder) =>
        (await OpenScenario.ReadSound(new ScenarioSource.OnDisk(Repository.Find("scenarios", folder), Repository.Root), [])).Result!;

    private static async Task<Study> Planned(OpenScenario scenario, int shards, int? seed = null) =>
        (await PlanStudy.Run(scenario, new RunRequest { Draws = ManyDraws, Seed = seed }, shards, workers: 1)).Result!;

    private static async Task<DrawShard> Ready(Study study, int threads) => (await DrawShard.Ready(study, threads)).Result!;

    private static async Task<(string Name, Func<byte[]> Read)[]> Drawn(Study study, int of, Random? random = null)
    {
        var ready = await Ready(Read(StudyFiles.Write(study)).Result!, threads: 1);
        var drawn = new List<(string, Func<byte[]>)>();
        foreach (var shard in Shard.All(of))
        {
            var bytes = await ready.Run(shard);
            drawn.Add((shard.FileName, () => [.. bytes]));
        }

        return random is null ? [.. drawn] : [.. drawn.OrderBy(_ => random.Next())];
    }

    private static Outcome<Study> Read(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var all = files.ToDictionary(file => file.Name, file => file.Bytes);
        return StudyFiles.Read("st", all.GetValueOrDefault);
    }

    private static string[] Bytes(RunResult run) => [.. run.Folder.Files().Select(file => $"{file.Name} {HashOf(file.Bytes)}")];

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
