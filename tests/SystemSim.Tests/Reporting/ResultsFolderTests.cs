using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Tests.Analysis;

namespace SystemSim.Tests.Reporting;

public sealed class ResultsFolderTests
{
    private static readonly string[] Tables = ["activity", "gains", "money", "population", "positions"];

    [Test]
    public void It_holds_the_tables_with_their_metadata_and_what_was_run()
    {
        using var home = new TemporaryFolder();

        Write(home);

        string[] tidy = [.. Tables.SelectMany(table => new[] { $"tidy/{table}.csv", $"tidy/{table}.csv-metadata.json" })];
        Assert.That(Files(home), Is.EquivalentTo(tidy.Concat(["run.json", "timings.json"])));
    }

    [Test]
    public void Only_tidy_files_and_what_was_run_are_written_where_that_is_asked()
    {
        using var home = new TemporaryFolder();

        Write(home, timed: false);

        Assert.That(Files(home).Where(name => !name.StartsWith("tidy/", StringComparison.Ordinal)), Is.EqualTo(["run.json"]));
    }

    [Test]
    public void Two_runs_give_the_same_bytes_in_every_file_but_the_timings()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        Write(first, started: DateTimeOffset.UnixEpoch);
        Write(second, started: DateTimeOffset.UnixEpoch.AddDays(1));

        Assert.That(
            Files(first).Where(name => !Bytes(first, name).SequenceEqual(Bytes(second, name))),
            Is.EqualTo(["timings.json"]));
    }

    [Test]
    public void What_was_run_names_every_file_and_the_bytes_of_those_that_stay_the_same()
    {
        using var home = new TemporaryFolder();

        Write(home);

        using var run = JsonDocument.Parse(Bytes(home, "run.json"));
        var hashes = run.RootElement.GetProperty("hashes").EnumerateArray()
            .ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("sha256").GetString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()),
                Is.EquivalentTo(Files(home))
            );
            Assert.That(hashes.Keys, Is.EquivalentTo(Files(home).Where(name => name.StartsWith("tidy/", StringComparison.Ordinal))));
            Assert.That(
                hashes.Select(file => file.Value),
                Is.EqualTo(hashes.Select(file => Convert.ToHexStringLower(SHA256.HashData(Bytes(home, file.Key)))))
            );
        }
    }

    [Test]
    public void Pages_and_charts_stand_in_the_folder_and_are_known_as_its_own()
    {
        using var home = new TemporaryFolder();

        Write(home, told: true);
        Write(home, told: true);

        using var run = JsonDocument.Parse(Bytes(home, "run.json"));
        var named = run.RootElement.GetProperty("hashes").EnumerateArray().Select(file => file.GetProperty("name").GetString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Files(home),
                Does.Contain("summary.html")
                    .And.Contain("claims.html")
                    .And.Contain("charts/difference.svg")
                    .And.Contain("charts/difference.png")
            );
            Assert.That(
                run.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()),
                Is.EquivalentTo(Files(home))
            );
            // An image depends on the browser that drew it.
            Assert.That(named, Does.Contain("summary.html").And.Contain("charts/difference.svg").And.Not.Contain("charts/difference.png"));
        }
    }

    [Test]
    public void Metadata_describe_every_column_and_every_measure()
    {
        using var home = new TemporaryFolder();

        Write(home);

        foreach (var table in Tables)
        {
            using var metadata = JsonDocument.Parse(Bytes(home, $"tidy/{table}.csv-metadata.json"));
            var columns = metadata
                .RootElement.GetProperty("tableSchema")
                .GetProperty("columns")
                .EnumerateArray()
                .Select(column => column.GetProperty("name").GetString());
            var measures = metadata
                .RootElement.GetProperty("notes")
                .EnumerateArray()
                .Select(note => note.GetProperty("measure").GetString());
            var written = File.ReadLines(Path.Combine(home.Path, "place", "tidy", $"{table}.csv"))
                .Skip(1)
                .Select(line => line.Split(',')[4])
                .Distinct();
            using (Assert.EnterMultipleScope())
            {
                Assert.That(columns, Is.EqualTo(Observation.Columns), table);
                Assert.That(metadata.RootElement.GetProperty("url").GetString(), Is.EqualTo($"{table}.csv"));
                Assert.That(written, Is.SubsetOf(measures), table);
            }
        }
    }

    [Test]
    public void One_of_ours_is_replaced_as_a_whole()
    {
        using var home = new TemporaryFolder();
        Write(home);

        Write(home, timed: false);

        Assert.That(Files(home), Does.Not.Contain("timings.json"));
    }

    [TestCase("notes.txt")]
    [TestCase("tidy/notes.txt")]
    [TestCase("run.json.bak")]
    public void One_of_ours_that_holds_something_else_is_refused(string name)
    {
        using var home = new TemporaryFolder();
        Write(home);
        home.Write($"place/{name}", "mine");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Write(home), Throws.InstanceOf<FolderRefusedException>().With.Message.Contains(name));
            Assert.That(File.Exists(Path.Combine(home.Path, "place", name)), Is.True);
        }
    }

    [TestCase("tidy/money.csv")]
    [TestCase("summary.html")]
    [TestCase("charts/difference.png")]
    [TestCase("timings.json")]
    [TestCase("run.json")]
    public void One_of_ours_that_somebody_changed_is_refused(string name)
    {
        using var home = new TemporaryFolder();
        Write(home, told: true);
        File.AppendAllText(Path.Combine(home.Path, "place", name), " ");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => Write(home, told: true),
                Throws.InstanceOf<FolderRefusedException>().With.Message.Contains($"{name} has been changed since")
            );
            Assert.That(Bytes(home, name)[^1], Is.EqualTo((byte)' '));
        }
    }

    [Test]
    public void A_record_that_somebody_changed_and_that_still_reads_is_refused()
    {
        using var home = new TemporaryFolder();
        Write(home);
        home.Write(
            "place/run.json",
            Encoding
                .UTF8.GetString(Bytes(home, "run.json"))
                .Replace("\"version\": \"1.0\"", "\"version\": \"1.1\"", StringComparison.Ordinal)
        );

        Assert.That(
            () => Write(home),
            Throws.InstanceOf<FolderRefusedException>().With.Message.Contains("run.json has been changed since")
        );
    }

    [Test]
    public void One_of_ours_of_which_something_was_taken_away_is_replaced()
    {
        using var home = new TemporaryFolder();
        Write(home, told: true);
        File.Delete(Path.Combine(home.Path, "place", "summary.html"));

        Write(home, told: true);

        Assert.That(Files(home), Does.Contain("summary.html"));
    }

    [Test]
    public void A_link_in_it_is_something_else()
    {
        using var home = new TemporaryFolder();
        Write(home);
        Directory.CreateSymbolicLink(Path.Combine(home.Path, "place", "link"), home.Path);

        Assert.That(() => Write(home), Throws.InstanceOf<FolderRefusedException>());
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("not json")]
    [TestCase("{\"program\": \"systemsim\"}")]
    [TestCase("{\"program\": \"other\", \"files\": []}")]
    [TestCase("{\"program\": 1, \"files\": [\"run.json\"]}")]
    public void A_folder_with_another_run_json_is_refused(string text)
    {
        using var home = new TemporaryFolder();
        home.Write("place/run.json", text);

        Assert.That(() => Write(home), Throws.InstanceOf<FolderRefusedException>());
    }

    [Test]
    public void A_place_can_be_looked_at_before_the_work_is_done()
    {
        using var home = new TemporaryFolder();
        home.Write("place/notes.txt", "mine");

        Assert.That(() => ResultsFolder.CheckPlace(Path.Combine(home.Path, "place")), Throws.InstanceOf<FolderRefusedException>());
    }

    private static void Write(TemporaryFolder home, bool timed = true, DateTimeOffset started = default, bool told = false)
    {
        var answers = PooledTown.Answers();
        var record = new ScenarioRecord
        {
            Name = "town",
            Scenario = answers.Scenario,
            Inputs = [new InputRecord("scenario.yaml", "00")],
            Overrides = ["services.help.budget=£1k"],
            Options = answers.Options,
            Expectations = ExpectationCheck.Hold(
                answers,
                [new Expectation.SignOf("scenario.yaml:1:1", new Selection { Measure = "spend" }, Standing.Negative)]
            ),
        };
        var folder = new ResultsFolder
        {
            Run = new RunRecord { Version = "1.0", Scenarios = [record], BySteps = false },
            Tables = answers.Tables,
            Evidence = told ? Evidence.Of(new EvidenceRequest { Version = "1.0", Record = record, Answers = answers }) : null,
            HasClaims = told,
            Images = told ? [("difference.png", [1, 2, 3])] : [],
            Timings = timed ? new TimingsRecord { Started = started, Stages = [("run", 0.5)], Threads = 2, Machine = "here" } : null,
        };
        folder.Write(Path.Combine(home.Path, "place"), CancellationToken.None);
    }

    private static string[] Files(TemporaryFolder home)
    {
        var place = Path.Combine(home.Path, "place");
        return
        [
            .. Directory
                .GetFiles(place, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(place, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static byte[] Bytes(TemporaryFolder home, string name) => File.ReadAllBytes(Path.Combine(home.Path, "place", name));
}
