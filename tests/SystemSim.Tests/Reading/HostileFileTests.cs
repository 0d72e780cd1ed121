using System.Collections.Immutable;
using System.Text;
using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>Files that nobody wrote by honest mistake: one sentence each, and never a crash.</summary>
[CancelAfter(60_000)]
public sealed class HostileFileTests
{
    // What means something to YAML or to a number.
    private const string Signs = "{}[]:,-#&*!|>'\"%@`\t\n0x£ ";

    // Readers that call themselves once a level overflow the stack on these, which nothing can catch.
    private static IEnumerable<TestCaseData> Nested =>
        [
            Case("a hundred thousand open brackets", new string('[', 100_000), "SIM005"),
            Case("a hundred thousand brackets", new string('[', 100_000) + new string(']', 100_000), "SIM005"),
            Case("a hundred thousand brackets in a key", $"title: {new string('[', 100_000)}{new string(']', 100_000)}", "SIM005"),
            Case("a hundred thousand braces", string.Concat(Enumerable.Repeat("{a: ", 100_000)) + new string('}', 100_000), "SIM005"),
            Case("brackets and braces in turn", string.Concat(Enumerable.Repeat("[{a: ", 100_000)), "SIM005"),
            Case("brackets as keys", string.Concat(Enumerable.Repeat("{[", 100_000)), "SIM005"),
            Case("pairs in brackets", string.Concat(Enumerable.Repeat("[a: ", 100_000)), "SIM005"),
            Case("explicit keys in brackets", string.Concat(Enumerable.Repeat("[? ", 100_000)), "SIM005"),
            Case("a hundred thousand list items", string.Concat(Enumerable.Repeat("- ", 100_000)), "SIM005"),
            Case("a hundred thousand keys", string.Concat(Enumerable.Repeat("? ", 100_000)), "SIM005"),
            Case(
                "as deep as is read and one more",
                new string('[', TreeBuilder.MostDepth + 1) + new string(']', TreeBuilder.MostDepth + 1),
                "SIM005"
            ),
        ];

    private static IEnumerable<TestCaseData> Files =>
    [
        Case("ten thousand open brackets", new string('[', 10_000) + new string(']', 10_000), "SIM005"),
        Case("a million open brackets", new string('[', 1_000_000), "SIM005"),
        Case("a million open braces", string.Concat(Enumerable.Repeat("{a: ", 500_000)), "SIM005"),
        Case("a million list items in each other", string.Concat(Enumerable.Repeat("- ", 1_000_000)), "SIM005"),
        Case("a million keys in each other", string.Concat(Enumerable.Repeat("? ", 1_000_000)), "SIM005"),
        Case("a staircase of keys", string.Concat(Enumerable.Range(0, 1_000).Select(depth => $"{new string(' ', depth)}a:\n")), "SIM005"),
        Case(
            "a bomb of merges",
            "a0: &a0 {k: 1}\n" + string.Concat(Enumerable.Range(1, 21).Select(i => $"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n")),
            "SIM006"),
        Case("too many keys", string.Concat(Enumerable.Range(0, 300_000).Select(i => $"k{i}: 1\n")), "SIM005"),
        Case("a value that is too long", $"title: {new string('x', TreeBuilder.LongestScalar + 1)}", "SIM005"),
        Case("sixteen mebibytes", new string('x', 16 * 1024 * 1024), "SIM004"),
        Case("nothing", "", "SIM002"),
        Case("blank lines", new string('\n', 1_000_000), "SIM002"),
        Case("an empty document", "---\n", "SIM002"),
        Case("a single word", "hello", "SIM018"),
        Case("a list", "- a\n- b\n", "SIM018"),
        Case("a lonely quote", "title: 'Riverside", "SIM001"),
        Case("an unclosed brace", "title: {a: 1\nb: 2\n", "SIM001"),
        Case("an unclosed bracket", "title: [1, 2", "SIM001"),
    ];

    [TestCaseSource(nameof(Files))]
    public void A_hostile_file_gets_one_sentence(string text, string code)
    {
        using var folder = new TemporaryFolder();

        var result = ScenarioReader.Read(folder.Write("scenario.yaml", text), []);

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo([code]), result.Say());
    }

    [TestCaseSource(nameof(Nested))]
    public void Nesting_takes_no_more_stack_than_a_small_thread_has(string text, string code)
    {
        const int SmallStack = 256 * 1024;
        using var folder = new TemporaryFolder();
        var file = folder.Write("scenario.yaml", text);
        var problems = ImmutableArray<Diagnostic>.Empty;

        var thread = new Thread(() => problems = ScenarioReader.Read(file, []).Problems, SmallStack);
        thread.Start();
        thread.Join();

        Assert.That(problems.Select(problem => problem.Code), Is.EqualTo([code]));
    }

    [Test]
    public void Random_bytes_are_refused([Range(1, 50)] int seed)
    {
        var bytes = new byte[2_000];
        new Random(seed).NextBytes(bytes);
        using var folder = new TemporaryFolder();

        var result = ScenarioReader.Read(folder.Write("scenario.yaml", bytes), []);

        Assert.That(result.Problems, Has.Length.EqualTo(1), $"seed {seed}");
    }

    [Test]
    public void A_valid_file_cut_off_anywhere_is_refused_and_never_crashes([Range(0, 99)] int hundredth)
    {
        var text = ValidScenario.OfReadme();

        // Options and expectations may be left out one by one: a cut between them would leave a scenario with which nothing is wrong.
        var needed = text.IndexOf("\noptions:", StringComparison.Ordinal);
        var result = ValidScenario.Read(text[..(needed * hundredth / 100)]);

        Assert.That(result.Problems, Is.Not.Empty);
    }

    [Test]
    public void A_valid_file_with_characters_changed_never_crashes([Range(1, 200)] int seed)
    {
        var draw = new Random(seed);
        var text = new StringBuilder(ValidScenario.OfReadme());
        for (var i = 0; i < 5; i++)
        {
            text[draw.Next(text.Length)] = Signs[draw.Next(Signs.Length)];
        }

        Assert.That(() => ValidScenario.Read(text.ToString()), Throws.Nothing, $"seed {seed}");
    }

    [Test]
    public void A_file_with_a_mark_of_its_encoding_is_read()
    {
        using var folder = new TemporaryFolder();

        var result = ScenarioReader.Read(folder.Write("scenario.yaml", [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(ValidScenario.File)]), []);

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [Test]
    public void A_file_with_the_line_ends_of_Windows_is_read()
    {
        var result = ValidScenario.Read(File.ReadAllText(ValidScenario.File).ReplaceLineEndings("\r\n"));

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [Test]
    public void No_more_than_a_thousand_problems_are_listed()
    {
        var result = ValidScenario.With(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"zzz{i}: 1\n")));

        Assert.That(result.Problems, Has.Length.EqualTo(1_001));
    }

    [Test]
    public void Options_are_bounded()
    {
        var result = ValidScenario.With(
            $"options:\n{string.Concat(Enumerable.Range(0, 200).Select(i => $"  o{i}: {{governance: siloed}}\n"))}");

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM005"]), result.Say());
    }

    [Test]
    public void A_chain_of_files_is_bounded()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 100; i++)
        {
            folder.Write($"f{i}.yaml", $"extends: f{i + 1}.yaml\n");
        }

        var result = ScenarioReader.Read(Path.Combine(folder.Path, "f0.yaml"), []);

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM005"]), result.Say());
    }

    [Test]
    public void Files_that_extend_the_same_files_over_and_over_are_read_once()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 40; i++)
        {
            folder.Write($"f{i}.yaml", $"extends: [f{i + 1}.yaml, f{i + 1}.yaml]\n");
        }

        folder.Write("f40.yaml", File.ReadAllBytes(ValidScenario.File));

        var result = ScenarioReader.Read(Path.Combine(folder.Path, "f0.yaml"), []);

        Assert.That(result.Problems, Is.Empty, result.Say());
        Assert.That(result.Inputs, Has.Length.EqualTo(41));
    }

    [TestCase("missing.yaml")]
    [TestCase("")]
    [TestCase("a\0b")]
    public void What_is_not_there_at_all_is_for_the_caller(string path)
    {
        Assert.That(() => ScenarioReader.Read(path, []), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void A_folder_without_a_scenario_is_for_the_caller()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => ScenarioReader.Read(folder.Path, []), Throws.InstanceOf<FileNotFoundException>());
    }

    private static TestCaseData Case(string name, string text, string code) => new TestCaseData(text, code).SetArgDisplayNames(name);
}
