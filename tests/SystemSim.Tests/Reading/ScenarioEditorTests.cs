using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>What is changed is written into the text of a scenario, and nothing else of the text is touched.</summary>
public sealed class ScenarioEditorTests
{
    private const string Name = "scenario.yaml";
    private const int EditsOfAScenario = 1;
    private static readonly string Scenarios = RepositoryFolder.At("scenarios");

    private static readonly Lazy<NamedTexts> All = new(() => new NamedTexts(
        from file in Directory.GetFiles(Scenarios, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".yaml" or ".csv" or ".xlsx"
        select KeyValuePair.Create(Relative(file), ImmutableArray.Create(File.ReadAllBytes(file)))));

    private static IEnumerable<string> Files =>
        from file in Directory.GetFiles(Scenarios, "*.yaml", SearchOption.AllDirectories)
        let name = Relative(file)
        where !name.StartsWith("rejected/", StringComparison.Ordinal) && Path.GetFileName(name) != ScenarioReader.ChecksBeside
        orderby name
        select name;

    private static IEnumerable<string> Whole => Files.Where(name => Path.GetFileName(name) == Name && !name.Contains("template"));

    [Test]
    public void Every_number_of_every_shipped_file_is_replaced_and_no_other_byte()
    {
        var numbers = 0;
        foreach (var file in Files)
        {
            var (text, input) = All.Value.Text(file);
            var random = new Random(text.Length);
            var root = (Mapping)TreeBuilder.Build(file, text, new Problems())!;
            var old = Scalars(root).Where(scalar => scalar.Text.Any(char.IsAsciiDigit) && Times(scalar, 1m) is not null).ToList();
            var editor = TextEditor.Open(text, input);
            var wanted = new StringBuilder();
            var (lines, from) = (Lines(text), 0);
            foreach (var scalar in old.OrderBy(scalar => scalar.At.Line).ThenBy(scalar => scalar.At.Column))
            {
                var by = Times(scalar, random.Next(1, 2000) / 1000m)!;
                editor.Replace(editor.Own(scalar)!, by);
                // The place is worked out here from line and column alone, and the text that stands there from its quotes.
                var at = lines[(int)scalar.At.Line - 1] + (int)scalar.At.Column - 1;
                var quote = text[at] is '"' or '\'' ? 1 : 0;
                Assert.That(text.Substring(at + quote, scalar.Text.Length), Is.EqualTo(scalar.Text), scalar.At.ToString());
                wanted.Append(text, from, at + quote - from).Append(by);
                from = at + quote + scalar.Text.Length;
            }

            wanted.Append(text, from, text.Length - from);
            Assert.That(Encoding.UTF8.GetString(editor.Changed().AsSpan()), Is.EqualTo(wanted.ToString()), file);
            numbers += old.Count;
        }

        Assert.That(numbers, Is.GreaterThan(8_000));
    }

    [TestCaseSource(nameof(Whole))]
    public void What_is_kept_reads_as_what_was_tried(string file)
    {
        var opened = ScenarioReader.Read(All.Value, file, []);
        var random = new Random(file.Length);
        var numbers = opened.Scenario!.Numbers.Where(number => number.Name.Length > 0 && number.Value != 0.0).ToList();
        for (var edit = 0; edit < Math.Min(EditsOfAScenario, numbers.Count); edit++)
        {
            var number = numbers[random.Next(numbers.Count)];
            var change = $"{number.Name}=x 1.0{random.Next(1, 9)}";
            var asked = ScenarioReader.Read(All.Value, file, [change]);
            var kept = ScenarioEditor.Change(All.Value, file, [change]);
            if (kept.Why is not null)
            {
                Assert.That(kept.Bytes.IsDefault, Is.True);
                Assert.That(asked.Problems.Select(problem => problem.Problem), Does.Contain(kept.Why), change);
                continue;
            }

            var again = ScenarioReader.Read(All.Value.With(file, kept.Bytes), file, []);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(again.Problems, Is.Empty, change);
                Assert.That(Values(again, number.Name), Is.EqualTo(Values(asked, number.Name)).Within(1e-10).Percent, change);
                Assert.That(Others(again, number.Name), Is.EqualTo(Others(opened, number.Name)), change);
            }
        }
    }

    [TestCase("cost: £5", "b.c=£6", "cost: £6")]
    [TestCase("cost: '£5'   # why", "b.c=x 1.1", "cost: '£5.5'   # why")]
    [TestCase("cost: \"£5\"", "b.c=£1,200", "cost: \"£1,200\"")]
    [TestCase("cost: {value: £1.2m, low: £900k, high: £1_500_000}", "b.c=x 1.5", "cost: {value: £1.8m, low: £1350k, high: £2_250_000}")]
    [TestCase("cost: {value: '£1,000', low: £999}", "b.c=x 1.001", "cost: {value: '£1,001', low: £999.999}")]
    [TestCase("cost: {2026/27: 9.8 per 1000 a year, 2027/28: 40%}", "b.c=x 0.5", "cost: {2026/27: 4.9 per 1000 a year, 2027/28: 20%}")]
    [TestCase("cost: [1, 2]", "b.c=£6", "cost: £6")]
    public void A_number_is_written_as_it_was_written(string line, string change, string wanted)
    {
        var before = $"\ufeffa: ä€😀 # ü\r\nb:\r\n  {line.Replace("cost", "c", StringComparison.Ordinal)}\r\nd: 'it''s'";
        var bytes = ImmutableArray.Create(Encoding.UTF8.GetBytes(before));
        var text = before[1..];
        var editor = TextEditor.Open(text, new InputFile("a", "", bytes));
        var root = TreeBuilder.Build("a", text, new Problems())!;

        ScenarioEditor.Put(editor, (Mapping)root, Settings.Parse([change], new Problems())[0]);

        // A list is no number: what takes its place is put over it.
        var after = Encoding.UTF8.GetString(editor.Changed().AsSpan());
        Assert.That(after, Is.EqualTo(line.Contains('[')
            ? $"{before}\r\noverride:\r\n  {change.Replace("=", ": ", StringComparison.Ordinal)}\r\n"
            : before.Replace(line.Replace("cost", "c", StringComparison.Ordinal), wanted.Replace("cost", "c", StringComparison.Ordinal),
                StringComparison.Ordinal)));
    }

    [Test]
    public void What_another_file_states_is_overridden_and_that_file_stays()
    {
        const string Shared = "base.yaml";
        var own = "extends: base.yaml\n# mine\ncompare: {baseline: siloed}\n";
        var texts = Texts((Shared, ValidYaml()), (Name, own));

        var once = Edited(ScenarioEditor.Change(texts, Name, ["services.visits.cost.unit=x 1.1", "services.beds.cost.unit=£7 a bed-day"]));
        Assert.That(once, Is.EqualTo($"{own}override:\n  services.visits.cost.unit: x 1.1\n  services.beds.cost.unit: £7 a bed-day\n"));

        var twice = Edited(ScenarioEditor.Change(
            texts.With(Name, Bytes(once)), Name, ["services.visits.cost.unit=x 1.5", "services.beds.cost.unit=x 2"]));
        Assert.That(twice, Is.EqualTo($"{own}override:\n  services.visits.cost.unit: x 1.65\n  services.beds.cost.unit: £14 a bed-day\n"));
    }

    [TestCase("\n", "")]
    [TestCase("\r\n", "")]
    [TestCase("\n", "\n# the end\n")]
    public void A_new_option_is_added_and_not_a_byte_else(string lineEnd, string after)
    {
        var valid = (ValidYaml().TrimEnd('\n') + after).Replace("\n", lineEnd, StringComparison.Ordinal);
        var texts = Texts((Name, valid));
        var opened = ScenarioReader.Read(texts, Name, []);
        var like = opened.Scenario!.Options[^1];
        var changes = new[] { "services.visits.cost.unit=x 1.1" };

        var option = new NewOption("With \"my\" numbers: £5 #1", "asked by\nthe board # twice", like.Id);
        var kept = Edited(ScenarioEditor.AddOption(texts, Name, option, changes));

        var at = Enumerable.Range(0, valid.Length + 1).First(length => length == valid.Length || valid[length] != kept[length]);
        Assert.That(kept[(at + kept.Length - valid.Length)..], Is.EqualTo(valid[at..]), "what stood behind it stands behind it");
        var again = ScenarioReader.Read(texts.With(Name, Bytes(kept)), Name, []);
        var added = again.Scenario!.Options[^1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(added.Id.Name, Is.EqualTo("with_my_numbers_5_1"));
            Assert.That(added.Title, Is.EqualTo(option.Title));
            Assert.That(added.Sets, Is.EqualTo(["services.visits.cost.unit = £50 x 1.1: £55"]));
            Assert.That(kept, Does.Contain($"    # asked by the board # twice{lineEnd}"));
            Assert.That(again.Scenario.Options, Has.Length.EqualTo(opened.Scenario.Options.Length + 1));
        }

        var second = Edited(ScenarioEditor.AddOption(texts.With(Name, Bytes(kept)), Name, option, changes));
        Assert.That(second, Does.Contain("with_my_numbers_5_1_2:"));
    }

    [TestCaseSource(nameof(Whole))]
    public void An_option_is_added_to_every_shipped_scenario(string file)
    {
        var opened = ScenarioReader.Read(All.Value, file, []);
        var like = opened.Scenario!.Options[^1];

        var kept = ScenarioEditor.AddOption(All.Value, file, new NewOption("Mine", "", like.Id), []);

        Assert.That(kept.Why, Is.Null);
        var again = ScenarioReader.Read(All.Value.With(file, kept.Bytes), file, []);
        var before = opened.Scenario.Options.Select(option => option.Id.Name);
        Assert.That(again.Scenario!.Options.Select(option => option.Id.Name), Is.SupersetOf(before));
        Assert.That(again.Scenario.Options.Single(option => option.Title == "Mine").Sets, Is.EqualTo(like.Sets));
    }

    [TestCase("services.visits.cost.unit=£")]
    [TestCase("services.nothing.cost.unit=£5")]
    [TestCase("services.visits.cost.unit=+£5%")]
    [TestCase("title={a: b}")]
    [TestCase("nonsense")]
    public void What_cannot_be_read_is_not_written(string change)
    {
        var texts = Texts((Name, ValidYaml()));
        var like = ScenarioReader.Read(texts, Name, []).Scenario!.Options[^1].Id;

        foreach (var edit in (EditedText[])[
            ScenarioEditor.Change(texts, Name, [change]), ScenarioEditor.AddOption(texts, Name, new NewOption("A", "", like), [change])])
        {
            Assert.That((edit.Bytes.IsDefault, edit.Why), Is.EqualTo((true, edit.Why)));
            Assert.That(edit.Why, Is.Not.Null.And.Not.Empty);
        }
    }

    [Test]
    public void An_option_cannot_change_today_and_says_so()
    {
        var texts = Texts((Name, ValidYaml()));
        var opened = ScenarioReader.Read(texts, Name, []);
        var today = opened.Scenario!.Numbers.First(number => number.Name.StartsWith("people.", StringComparison.Ordinal));
        var option = new NewOption("A", "", opened.Scenario.Options[^1].Id);

        var edit = ScenarioEditor.AddOption(texts, Name, option, [$"{today.Name}=x 1"]);

        Assert.That(edit.Bytes.IsDefault, Is.True);
        Assert.That(edit.Why, Does.Contain("it is the same in every option"));
        Assert.That(edit.Hint, Does.Contain("override"));
    }

    private static string ValidYaml() => File.ReadAllText(ValidScenario.File);

    private static string Relative(string file) => Path.GetRelativePath(Scenarios, file).Replace('\\', '/');

    private static NamedTexts Texts(params (string Name, string Text)[] texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Name, text.Text)));

    private static string Edited(EditedText edit)
    {
        Assert.That(edit.Why, Is.Null);
        return Encoding.UTF8.GetString(edit.Bytes.AsSpan());
    }

    private static ImmutableArray<byte> Bytes(string text) => [.. Encoding.UTF8.GetBytes(text)];

    private static string? Times(Scalar scalar, decimal factor) =>
        NumberText.Times(scalar.Text, factor) is { } by && !scalar.Text.Contains('\n') ? by : null;

    private static IEnumerable<Scalar> Scalars(Node node) => node switch
    {
        Scalar scalar => [scalar],
        Sequence list => list.Items.SelectMany(Scalars),
        Mapping block => block.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };

    private static List<int> Lines(string text) =>
        [0, .. text.Index().Where(letter => letter.Item == '\n').Select(letter => letter.Index + 1)];

    private static double[] Values(ReadResult read, string name) =>
        [.. read.Scenario!.Numbers.Where(number => number.Name == name).Select(number => number.Value).Order()];

    private static string[] Others(ReadResult read, string name) =>
        [
            .. read.Scenario!.Numbers.Where(number => !Context.IsAtOrBelow(number.Name, name))
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Name} {number.Value:r}"))
                .Order(StringComparer.Ordinal),
        ];
}
