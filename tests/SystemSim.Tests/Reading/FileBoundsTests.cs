using System.Diagnostics;
using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>A scenario reads what lies with it, and never tells what stands in other files.</summary>
[CancelAfter(60_000)]
public sealed class FileBoundsTests
{
    private const string Secret = "password: swordfish\n";

    [TestCase("extends: ../../../../x.yaml", "outside the root")]
    [TestCase("extends: ../../../../../../../../../../../../../../x.yaml", "outside the root")]
    [TestCase("extends: /x.yaml", "not a relative name")]
    [TestCase("extends: 'C:/x.yaml'", "not a relative name")]
    [TestCase("extends: '\\\\server\\x.yaml'", "not a relative name")]
    [TestCase("extends: secret.txt", "another ending")]
    [TestCase("extends: table.csv", "another ending")]
    [TestCase("draws: {from: secret.yaml}", "another ending")]
    [TestCase("draws: {from: /x.csv}", "not a relative name")]
    [TestCase("expect: [{equals: secret.yaml}]", "another ending")]
    [TestCase("expect: [{equals: ../../../../x.csv}]", "outside the root")]
    public void A_name_that_leads_out_is_refused_before_anything_is_opened(string yaml, string why)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/b/c/d/secret.yaml", Secret);
        folder.Write("a/b/c/d/secret.txt", Secret);
        folder.Write("a/b/c/d/table.csv", Secret);
        folder.Write("a/b/c/d/valid.yaml", File.ReadAllBytes(ValidScenario.File));
        var extends = yaml.StartsWith("extends", StringComparison.Ordinal) ? "" : "extends: valid.yaml\n";

        Refuses(ScenarioReader.Read(folder.Write("a/b/c/d/scenario.yaml", extends + yaml), []), why);
    }

    [TestCase("link.yaml", "extends: link.yaml")]
    [TestCase("link.csv", "extends: valid.yaml\ndraws: {from: link.csv}")]
    [TestCase("link.csv", "extends: valid.yaml\nexpect: [{equals: link.csv}]")]
    [TestCase("checks.yaml", "extends: valid.yaml")]
    [TestCase("scenario.yaml", "")]
    public void A_link_that_leads_out_is_refused(string link, string yaml)
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var secret = elsewhere.Write($"secret{Path.GetExtension(link)}", Secret);
        folder.Write("place/valid.yaml", File.ReadAllBytes(ValidScenario.File));
        var scenario = link == "scenario.yaml" ? Path.Combine(folder.Path, "place", link) : folder.Write("place/scenario.yaml", yaml);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "place", link), secret);

        Refuses(ScenarioReader.Read(scenario, []), "is a link that leads out");
    }

    [Test]
    public void A_folder_that_is_a_link_leads_out_too()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("secret.yaml", Secret);
        var scenario = folder.Write("scenario.yaml", "extends: shared/secret.yaml\n");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "shared"), elsewhere.Path);

        Refuses(ScenarioReader.Read(scenario, []), "is a link that leads out");
    }

    [Test]
    public void Links_that_go_round_lead_nowhere()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a.yaml"), "b.yaml");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b.yaml"), "a.yaml");

        Refuses(ScenarioReader.Read(folder.Write("scenario.yaml", "extends: a.yaml\n"), []), "is a link that leads out");
    }

    [Test]
    public void A_link_that_stays_within_is_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("shared/valid.yaml", File.ReadAllBytes(ValidScenario.File));
        var scenario = folder.Write("place/scenario.yaml", "extends: [base.yaml, ../shared/valid.yaml]\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "place", "base.yaml"), Path.Combine("..", "shared", "valid.yaml"));

        // The nearest folder that holds base.yaml is the scenario's own, and the link leads out of that.
        Refuses(ScenarioReader.Read(scenario, []), "is a link that leads out");
        Assert.That(ScenarioReader.Read(scenario, [], folder.Path).Problems, Is.Empty);
    }

    [Test]
    public void A_scenario_whose_folder_is_reached_through_a_link_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("real/valid.yaml", File.ReadAllBytes(ValidScenario.File));
        folder.Write("real/place/scenario.yaml", "extends: ../valid.yaml\n");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "link"), Path.Combine(folder.Path, "real"));

        Assert.That(ScenarioReader.Read(Path.Combine(folder.Path, "link", "place"), []).Problems, Is.Empty);
    }

    [TestCase("a/b/c/d", null, true)]
    [TestCase("a/b/c", null, true)]
    [TestCase("a", null, true)]
    [TestCase("", null, false)]
    [TestCase("", "", true)]
    [TestCase("a/b/c", "a/b/c/d", false)]
    [TestCase("a/b/c", "a/b", true)]
    public void The_root_is_at_most_three_folders_up_or_where_the_caller_says(string shared, string? root, bool isRead)
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine(shared, "valid.yaml"), File.ReadAllBytes(ValidScenario.File));
        var ups = 4 - shared.Split('/', StringSplitOptions.RemoveEmptyEntries).Length;
        var scenario = folder.Write("a/b/c/d/scenario.yaml", $"extends: {string.Concat(Enumerable.Repeat("../", ups))}valid.yaml\n");

        var result = ScenarioReader.Read(scenario, [], root is null ? null : Path.Combine(folder.Path, root));

        Assert.That(result.Problems.Select(problem => problem.Code), isRead ? Is.Empty : Is.EqualTo(["SIM190"]), result.Say());
    }

    [Test]
    public void A_scenario_outside_the_root_that_is_named_is_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("other/note.txt", "");
        var scenario = folder.Write("place/scenario.yaml", File.ReadAllBytes(ValidScenario.File));

        Refuses(ScenarioReader.Read(scenario, [], Path.Combine(folder.Path, "other")), "outside the root");
    }

    [TestCase("extends: pipe.yaml")]
    [TestCase("extends: valid.yaml\ndraws: {from: pipe.csv}")]
    [Platform("Linux")]
    public void A_pipe_is_not_waited_for(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("valid.yaml", File.ReadAllBytes(ValidScenario.File));
        foreach (var pipe in (string[])["pipe.yaml", "pipe.csv"])
        {
            using var make = Process.Start("mkfifo", [Path.Combine(folder.Path, pipe)]);
            make.WaitForExit();
        }

        Refuses(ScenarioReader.Read(folder.Write("scenario.yaml", yaml), []), "a device or a pipe");
    }

    [Test]
    [Platform("Linux")]
    public void A_folder_whose_scenario_is_a_pipe_is_not_waited_for()
    {
        using var folder = new TemporaryFolder();
        using (var make = Process.Start("mkfifo", [Path.Combine(folder.Path, ScenarioReader.FileInFolder)]))
        {
            make.WaitForExit();
        }

        Assert.That(() => ScenarioReader.Read(folder.Path, []).Problems.Select(problem => problem.Code), Is.EqualTo(["SIM190"]));
    }

    private static void Refuses(ReadResult result, string why)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM190"]), result.Say());
            Assert.That(result.Say(), Does.Contain(why).And.Not.Contain("password").And.Not.Contain("swordfish"));
            Assert.That(
                result.Inputs.Select(input => Path.GetFileName(input.Name)),
                Has.None.StartsWith("secret").And.None.StartsWith("link")
            );
        }
    }
}
