using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class MergingTests
{
    [TestCase("a: {b: 1, c: 2}", "a: {c: 3, d: 4}", "{a: {b: 1, c: 3, d: 4}}")]
    [TestCase("a: [1, 2]", "a: [3]", "{a: [3]}")]
    [TestCase("a: {b: 1}", "a: 2", "{a: 2}")]
    [TestCase("a: 2", "a: {b: 1}", "{a: {b: 1}}")]
    [TestCase("a: {value: 5, low: 4, high: 6}", "a: {value: 7, source: x}", "{a: {value: 7, source: x}}")]
    [TestCase("a: 5", "a: {value: 7, low: 6, high: 8}", "{a: {value: 7, low: 6, high: 8}}")]
    [TestCase("a: {2026/27: 1, 2028/29: 2}", "a: {2028/29: 3}", "{a: {2026/27: 1, 2028/29: 3}}")]
    public void Blocks_are_merged_and_everything_else_is_replaced(string below, string above, string merged)
    {
        Assert.That(Written(Merging.Of(Parse(below), Parse(above))), Is.EqualTo(merged));
    }

    [Test]
    public void The_last_of_several_files_wins_and_the_file_itself_over_all()
    {
        using var folder = new TemporaryFolder();
        folder.Write("base.yaml", File.ReadAllBytes(ValidScenario.File));
        folder.Write("one.yaml", "title: one\nquestion: one\n");
        folder.Write("sub/two.yaml", "title: two\nquestion: two\n");

        var result = ScenarioReader.Read(
            folder.Write("scenario.yaml", "extends: [base.yaml, one.yaml, ./sub/two.yaml]\ntitle: three\n"), []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Problems, Is.Empty, result.Say());
            Assert.That((result.Scenario!.Title, result.Scenario.Question), Is.EqualTo(("three", "two")));
            Assert.That(
                result.Inputs.Select(input => Path.GetRelativePath(folder.Path, input.Name)),
                Is.EqualTo(["scenario.yaml", "base.yaml", "one.yaml", "sub/two.yaml"]));
            Assert.That(result.Inputs.Select(input => input.Sha256), Has.All.Matches("^[0-9a-f]{64}$"));
        }
    }

    [Test]
    public void A_problem_is_shown_in_the_file_that_holds_it()
    {
        using var folder = new TemporaryFolder();
        var valid = File.ReadAllText(ValidScenario.File);
        folder.Write("base.yaml", valid.Replace("budget: £1m", "budget: 1m"));

        var result = ScenarioReader.Read(folder.Write("sub/scenario.yaml", "extends: ../base.yaml\n"), []);

        Assert.That(result.Problems.Single().At, Is.EqualTo(new Spot($"{folder.Path}/base.yaml", 42, 13)));
    }

    [TestCase("a/b/scenario.yaml", "../shared/x.yaml", "a/shared/x.yaml")]
    [TestCase("scenario.yaml", "x.yaml", "x.yaml")]
    [TestCase("scenario.yaml", "../x.yaml", "../x.yaml")]
    [TestCase("../scenario.yaml", "../x.yaml", "../../x.yaml")]
    [TestCase("/a/scenario.yaml", "../../x.yaml", "/../x.yaml")]
    [TestCase("./a/scenario.yaml", "x.yaml", "./a/x.yaml")]
    [TestCase("a\\scenario.yaml", "b\\..\\x.yaml", "a/x.yaml")]
    [TestCase("a/scenario.yaml", "/x.yaml", "/x.yaml")]
    public void A_file_is_named_relative_to_the_one_that_names_it(string from, string named, string file)
    {
        Assert.That(FilePaths.Beside(from, named), Is.EqualTo(file));
    }

    private static Mapping Parse(string text) => (Mapping)TreeBuilder.Build("test", text, new Problems())!;

    private static string Written(Node node) => new Setting(new Scalar(default, "", true), node).ToString()[3..];
}
