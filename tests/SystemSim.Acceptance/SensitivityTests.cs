using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>sensitivity</c>: which uncertain numbers an answer rests on.</summary>
public sealed class SensitivityTests
{
    [TestCase("--frontier", "quality_adjusted_life_years")]
    [TestCase("--acceptability", "quality_adjusted_life_years")]
    [TestCase("--measure", "quality_adjusted_life_years")]
    public void What_is_not_there_because_nothing_says_so_is_told_with_what_to_add(string option, string measure)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Town.Yaml).Call("sensitivity", "town.yaml", option, measure);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Output), Is.EqualTo((2, "")));
            Assert.That(call.Errors, Is.EqualTo(
                "town.yaml: there is no quality_adjusted_life_years, because people.quality is not stated.\n"
                + "  hint: add people.quality: what a year lived in each need state is worth, such as {well: 0.95, ill: 0.71}.\n"));
        }
    }

    private static readonly string Uncertain = Town.With(
            "cost: {unit: £100, year: 2026/27}",
            "cost: {unit: {value: £100, low: £80, high: £130}, year: 2026/27}"
        )
        .Replace("running: £500 a year", "running: {value: £500 a year, low: £400 a year, high: £700 a year}", StringComparison.Ordinal);

    [Test]
    public void A_page_a_workbook_and_data_are_left_in_a_folder_that_is_named()
    {
        using var here = new Workplace();
        var call = here.Call("sensitivity", Path.Combine(Repository.Scenarios, "features/draws"), "--out", "found", "--quiet");
        var first = here.Files().ToDictionary(file => file, file => File.ReadAllBytes(here.At(file)));
        here.Call("sensitivity", Path.Combine(Repository.Scenarios, "features/draws"), "--out", "found", "--quiet");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors, call.Lines[^1]), Is.EqualTo((0, "", "Results: found")));
            Assert.That(
                first.Keys,
                Is.EquivalentTo([
                    "found/charts/tornado.svg",
                    "found/run.json",
                    "found/summary.html",
                    "found/which_numbers_matter.csv",
                    "found/workbook.xlsx",
                ])
            );
            Assert.That(File.ReadAllText(here.At("found/summary.html")), Does.Contain("Which numbers matter"));
            Assert.That(
                first.Where(file => !File.ReadAllBytes(here.At(file.Key)).SequenceEqual(file.Value)),
                Is.Empty,
                "the same bytes again"
            );
        }
    }

    [Test]
    public void The_widest_number_comes_first()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Uncertain).Call("sensitivity", "town.yaml", "--against", "none", "--option", "pooled");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(call.Lines[1], Is.EqualTo("spend, all years: pooled"));
            Assert.That(
                call.Lines.First(line => line.StartsWith("services", StringComparison.Ordinal)),
                Does.StartWith("services.care.cost.unit")
            );
            Assert.That(here.Files(), Has.Exactly(1).Items);
        }
    }

    [Test]
    public void An_option_may_be_held_against_any_other()
    {
        using var here = new Workplace();
        here.With("town.yaml", Uncertain);

        using var one = JsonDocument.Parse(here.Call("sensitivity", "town.yaml", "--option", "pooled", "--json").Output);
        using var other = JsonDocument.Parse(
            here.Call("sensitivity", "town.yaml", "--option", "siloed", "--against", "pooled", "--json").Output
        );

        Assert.That(
            other.RootElement.GetProperty("central").GetDouble(),
            Is.EqualTo(-one.RootElement.GetProperty("central").GetDouble()).Within(1e-6).And.GreaterThan(1.0)
        );
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bytes([Values("1", "2", "3")] string threads)
    {
        using var here = new Workplace();
        here.With("town.yaml", Uncertain);

        var call = here.Call("sensitivity", "town.yaml", "--json", "--threads", threads);

        using var json = JsonDocument.Parse(call.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Output, Is.EqualTo(here.Call("sensitivity", "town.yaml", "--json").Output));
            Assert.That(json.RootElement.GetProperty("bars").GetArrayLength(), Is.EqualTo(2));
        }
    }

    [Test]
    public void A_switching_value_put_back_gives_nothing()
    {
        using var here = new Workplace();
        here.With("town.yaml", Uncertain);
        string[] asked =
        [
            "sensitivity",
            "town.yaml",
            "--measure",
            "position",
            "--year",
            "2027/28",
            "--where",
            "organisation=nhs",
            "--against",
            "none",
            "--option",
            "siloed",
            "--json",
        ];

        using var found = JsonDocument.Parse(here.Call([.. asked, "--switch", "organisations.nhs.income.allocation"]).Output);
        var value = found.RootElement.GetProperty("switching_values")[0].GetProperty("value").GetRawText();
        using var again = JsonDocument.Parse(here.Call([.. asked, "--set", $"organisations.nhs.income.allocation=£{value}"]).Output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                double.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
                Is.EqualTo(240_000.0).Within(1e-6),
                "what 2,400 contacts of care cost a year"
            );
            Assert.That(
                again.RootElement.GetProperty("central").GetDouble(),
                Is.Zero.Within(found.RootElement.GetProperty("tolerance").GetDouble())
            );
        }
    }

    [TestCase("--switch services.care.cost.unit --measure delivered", "services.care.cost.unit changes nothing of this")]
    [TestCase("--grid services.care.cost.unit,services.help.cost.unit", "down: services.care.cost.unit; along: services.help.cost.unit")]
    [TestCase("--sobol --draws 64", "Shares of the variance")]
    [TestCase("--information --draws 64", "To know every number before choosing is worth")]
    [TestCase("--information --draws 64 --effect delivered --worth £5", "To know every number before choosing is worth")]
    [TestCase("--frontier delivered --draws 0", "on the frontier")]
    [TestCase("--acceptability delivered --draws 64", "£20,000")]
    public void Every_question_has_its_answer_in_words_and_in_json(string question, string says)
    {
        using var here = new Workplace();
        here.With("town.yaml", Uncertain);
        string[] asked = ["sensitivity", "town.yaml", .. question.Split(' ')];

        var call = here.Call(asked);
        using var json = JsonDocument.Parse(here.Call([.. asked, "--json"]).Output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(call.Output, Does.Contain(says));
            Assert.That(json.RootElement.GetProperty("title").GetString(), Is.EqualTo("A town"));
        }
    }

    [TestCase("--switch services.care.cost.units", "town.yaml: there is no number 'services.care.cost.units'.")]
    [TestCase("--switch services.care", "town.yaml: there is no number 'services.care'.")]
    [TestCase("--between 0,1", "systemsim: --between says where --switch looks, and there is none.")]
    [TestCase(
        "--switch services.care.cost.unit --between 5,1",
        "systemsim: --between takes two numbers, the lower first, such as 0,0.5, not '5,1'."
    )]
    [TestCase("--grid services.care.cost.unit", "systemsim: --grid takes two different numbers, not 1.")]
    [TestCase("--sobol --information", "systemsim: --sobol and --information are two questions.")]
    [TestCase("--draws 10", "systemsim: this is worked out at chosen values, and not by draws.")]
    [TestCase("--frontier happiness", "systemsim: there is no measure 'happiness'.")]
    [TestCase(
        "--information --effect delivered",
        "systemsim: --information with --effect needs one --worth: what a unit of the effect is worth."
    )]
    [TestCase(
        "--acceptability delivered --worth much",
        "systemsim: --worth takes amounts of money with commas between them, such as 20000,£30k, not 'much'."
    )]
    [TestCase("--sobol --draws 1", "systemsim: 1 draws tell nothing of this.")]
    [TestCase("--year 2026/27 --by 2027/28", "systemsim: --year takes one year alone, and --by 2027/28 adds up all years up to it.")]
    [TestCase("--worth 20000", "systemsim: --worth says what a unit of effect is worth, and none is asked.")]
    [TestCase("--option pooled --against pooled", "systemsim: 'pooled' does not differ from itself.")]
    [TestCase(
        "--measure bridge_demand",
        "systemsim: 'bridge_demand' is not looked at here: it is known of central values, or of many draws, alone."
    )]
    [TestCase("--measure spent", "systemsim: there is no measure 'spent'.")]
    [TestCase("--measure position", "systemsim: 'position' is what there is at the end of a year, and no year is named.")]
    [TestCase("--year 1999/00", "systemsim: '1999/00' is not a financial year that is run.")]
    [TestCase("--where place=here", "systemsim: --where takes column=name, each column once, not 'place=here'.")]
    [TestCase("--where organisation=nobody", "town.yaml: neither siloed nor pooled has spend of this.")]
    [TestCase("--option poled", "town.yaml: there is no option 'poled'.")]
    public void What_is_wrong_is_said(string options, string says)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Uncertain).Call(["sensitivity", "town.yaml", .. options.Split(' ')]);

        Assert.That((call.ExitCode, call.Errors.Split('\n')[0]), Is.EqualTo((2, says)));
    }
}
