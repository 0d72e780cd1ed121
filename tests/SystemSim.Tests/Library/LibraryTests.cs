using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Runs;

namespace SystemSim.Tests.Library;

/// <summary>The library gives what the program gives, to the bit, and says what is wrong as it does.</summary>
public sealed partial class LibraryTests
{
    private const string Change = "services.early_help.cost.unit=£100";
    private static readonly string Template = Repository.Find("scenarios", "places", "template");

    [Test]
    public void The_example_of_its_readme_prints_what_stands_there()
    {
        var source = File.ReadAllText(Repository.Find("tests", "SystemSim.Tests", "Library", "Example.cs"));
        var lines = Marked().Match(source).Groups[1].Value.Split('\n');
        var example = string.Join('\n', lines.Select(line => line.Length < 8 ? "" : line[8..])).Trim();
        example = Placed().Replace(example, "$1");
        var printed = new StringWriter { NewLine = "\n" };
        Example.Run(printed);

        var readme = Repository.Find("engine", "Library", "README.md");
        var told = File.ReadAllText(readme);
        var made = Block("csharp").Replace(told, _ => $"```csharp\nusing SystemSim;\n\n{example}\n```", 1);
        made = Block("text").Replace(made, _ => $"```text\n{printed.ToString().TrimEnd()}\n```", 1);
        if (Environment.GetEnvironmentVariable("SYSTEMSIM_BLESS") is not null)
        {
            File.WriteAllText(readme, made);
        }

        Assert.That(told, Is.EqualTo(made));
    }

    [Test]
    public async Task Its_numbers_are_those_of_the_program([Values(0, 50)] int draws)
    {
        var read = await OpenScenario.ReadSound(new ScenarioSource.OnDisk(Template, Repository.Root), []);
        var ran = (await RunScenario.Run(read.Result!, new RunRequest { Draws = draws, Seed = draws == 0 ? null : 3 })).Result!;
        var rows = Simulation.Open(Template).Run(new RunSettings { Draws = draws, Seed = 3, Threads = 2 }).Rows.ToArray();
        var expected = ran.Folder.Tables.SelectMany(table => table.Rows).ToArray();

        Assert.That(
            rows.Select(row => (row.Option, row.Measure, row.Service, row.Year, row.Statistic, BitConverter.DoubleToInt64Bits(row.Value))),
            Is.EqualTo(
                expected.Select(row =>
                    (row.About.Option, row.About.Measure, row.About.Service, row.Year, row.About.Statistic,
                        BitConverter.DoubleToInt64Bits(row.Value))
                )
            )
        );
    }

    [Test]
    public void A_number_moved_gives_what_reading_it_anew_gives()
    {
        var moved = Simulation.Open(Template).With(Change).Run().Rows.Select(row => row.Value);

        Assert.That(moved, Is.EqualTo(Simulation.Open(Template, Change).Run().Rows.Select(row => row.Value)));
    }

    [Test]
    public void A_total_is_the_sum_of_its_rows_and_a_stock_has_none()
    {
        var results = Simulation.Open(Template).Run();
        var sum = results
            .Rows.Where(row =>
                row is { Measure: "spend", Option: "pooled", Against: "siloed", Step: null, Statistic: "central" }
                && row.PriceBase == results.PriceBase
            )
            .Sum(row => row.Value);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Total("spend", "pooled", "siloed"), Is.EqualTo(sum));
            Assert.That(results.Total("spend", "pooled"), Is.GreaterThan(0.0));
            Assert.That(() => results.Total("reserves", "pooled"), Throws.ArgumentException.With.Message.Contains("adds up over years"));
            Assert.That(() => results.Total("gain_to_date", "pooled"), Throws.ArgumentException);
            Assert.That(() => results.Total("spend", "nobody"), Throws.ArgumentException.With.Message.Contains("'nobody'"));
        }
    }

    [Test]
    public void All_that_is_wrong_is_told_at_its_place()
    {
        var texts = new Dictionary<string, string> { ["town.yaml"] = "systemsim: 1\ntitle: Town\nhorizon: {start: 2026, years: -1}\n" };
        var thrown = Assert.Throws<ScenarioException>(() => Simulation.Read("town.yaml", texts))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Message, Does.StartWith("town.yaml: ").And.Contain("error"));
            Assert.That(thrown.Problems, Has.Count.GreaterThan(1));
            Assert.That(thrown.Problems.Select(problem => problem.Place), Is.All.StartsWith("town.yaml:"));
            Assert.That(thrown.Problems.Select(problem => problem.Code), Is.All.Match("^SIM[0-9]{3}$"));
            Assert.That(() => Simulation.Open("nowhere"), Throws.TypeOf<ScenarioException>().With.Message.Contains("no such file or folder"));
            Assert.That(
                () => Simulation.Open(Template).With("services.early_hlp.cost.unit=£1"),
                Throws.TypeOf<ScenarioException>().With.Property("Problems").Count.EqualTo(1)
            );
            Assert.That(
                () => Simulation.Open(Template).Run(new RunSettings { Options = ["nobody"] }),
                Throws.TypeOf<ScenarioException>().With.Message.Contains("there is no option 'nobody'")
            );
        }
    }

    [Test]
    public void What_is_saved_is_what_a_run_leaves_and_other_files_are_left_alone()
    {
        using var temporary = new TemporaryFolder();
        var results = Simulation.Open(Template).Run(new RunSettings { Draws = 20 });
        var (folder, other) = (Path.Combine(temporary.Path, "results"), Path.Combine(temporary.Path, "other"));
        results.Save(folder);
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "letter.txt"), "mine");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.SupersetOf(["summary.html", "workbook.xlsx", "run.json"]));
            Assert.That(() => results.Save(other), Throws.InstanceOf<IOException>());
            Assert.That(File.ReadAllText(Path.Combine(other, "letter.txt")), Is.EqualTo("mine"));
        }
    }

    [Test]
    public void A_run_is_interrupted()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.That(
            () => Simulation.Open(Template).Run(new RunSettings { Draws = 1000 }, stop: stop.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [GeneratedRegex(@"// <example>\n(.*?)\s*// </example>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"At\((""[^""]*"")\)")]
    private static partial Regex Placed();

    private static Regex Block(string language) => new($"```{language}\n.*?```", RegexOptions.Singleline);
}
