using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class ExpectationTests
{
    private static readonly OptionId Siloed = new("siloed");

    [Test]
    public void The_expectations_of_the_description_are_of_every_form()
    {
        var expectations = ValidScenario.Read(ValidScenario.OfReadme()).Expectations;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                expectations[0],
                Is.InstanceOf<Expectation.Bounds>().With.Property("Low").EqualTo(255_000).And.Property("High").EqualTo(300_000));
            Assert.That(expectations[1], Is.InstanceOf<Expectation.Bounds>().With.Property("Low").EqualTo(100).And.Property("High").Null);
            Assert.That(expectations[2], Is.InstanceOf<Expectation.SignOf>().With.Property("Is").EqualTo(Standing.Negative));
            Assert.That(
                expectations[3],
                Is.InstanceOf<Expectation.Direction>().With.Property("Rises").True.And.Property("To").EqualTo(new FinancialYear(2030)));
            Assert.That(
                expectations[4],
                Is.InstanceOf<Expectation.Equality>().With.Property("Value").EqualTo(128.4e6).And.Property("Within").EqualTo(0.001));
            Assert.That(
                expectations[5],
                Is.InstanceOf<Expectation.Sum>().With.Property("Parts").Length.EqualTo(2).And.Property("Within").EqualTo(1e-9));
        }
    }

    [Test]
    public void An_expectation_says_of_which_numbers_it_speaks()
    {
        var result = ValidScenario.With(
            "expect: [{measure: delivered, option: pooled, against: siloed, year: 2027/28, step: 3, service: visits, at_most: 5}]");
        var expectation = (Expectation.Bounds)result.Expectations.Single();
        var of = expectation.Of;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (of.Measure, of.Option, of.Against, of.Year, of.Step),
                Is.EqualTo(("delivered", new OptionId("pooled"), Siloed, new FinancialYear(2027), 3)));
            Assert.That(of.Where, Is.EquivalentTo(new Dictionary<string, string> { ["service"] = "visits" }));
            Assert.That(expectation.At, Does.EndWith("scenario.yaml:2:10"));
        }
    }

    [TestCase("nominal")]
    [TestCase("2026/27")]
    public void A_price_base_is_read_in_an_expectation_and_in_a_table(string priceBase)
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", File.ReadAllBytes(ValidScenario.File));
        folder.Write(
            "checks.yaml",
            $"expect:\n  - {{measure: income, price_base: {priceBase}, at_least: 1}}\n  - {{equals: expected.csv}}\n");
        folder.Write("expected.csv", $"measure,price_base,value\nincome,{priceBase},5\npeople,,1\n");

        var result = ScenarioReader.Read(scenario, ["prices.deflator=prices"]);

        Assert.That(result.Problems, Is.Empty, result.Say());
        var rows = ((Expectation.Table)result.Expectations[1]).Rows;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((Expectation.Bounds)result.Expectations[0]).Of.Where["price_base"], Is.EqualTo(priceBase));
            Assert.That(rows[0].Of.Where["price_base"], Is.EqualTo(priceBase));
            Assert.That(rows[1].Of.Where, Is.Empty);
        }
    }

    [Test]
    public void The_checks_beside_a_scenario_are_read_with_their_tables()
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", File.ReadAllBytes(ValidScenario.File));
        folder.Write("checks.yaml", "expect:\n  - {equals: expected.csv, within: 1e-9}\n  - {measure: people, at_least: 1}\n");
        folder.Write(
            "expected.csv",
            "option,year,measure,service,statistic,value\nsiloed,2026/27,delivered,visits,central,1.5e3\n\npooled,,people,,,-2\n");

        var result = ScenarioReader.Read(scenario, []);
        var table = (Expectation.Table)result.Expectations[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Problems, Is.Empty, result.Say());
            Assert.That(
                result.Inputs.Select(input => Path.GetFileName(input.Name)), Is.EqualTo(["scenario.yaml", "checks.yaml", "expected.csv"]));
            Assert.That((table.Within, table.Rows.Length, result.Expectations.Length), Is.EqualTo((1e-9, 2, 2)));
            Assert.That(
                (table.Rows[0].Value, table.Rows[0].Of.Option, table.Rows[0].Of.Where["service"]), Is.EqualTo((1500.0, Siloed, "visits")));
            Assert.That(
                (table.Rows[1].Value, table.Rows[1].Of.Year, table.Rows[1].At),
                Is.EqualTo((-2.0, (FinancialYear?)null, $"{folder.Path}/expected.csv:4:1")));
        }
    }

    [TestCase("measure\npeople\n", "SIM134", 1)]
    [TestCase("measure,value,value\npeople,1,2\n", "SIM134", 1)]
    [TestCase("measure,value\npeople\n", "SIM133", 2)]
    [TestCase("measure,value\npeople,\"1\n", "SIM133", 1)]
    [TestCase("measure,value\npeoples,1\n", "SIM135", 2)]
    [TestCase("measure,service,value\npeople,visits,1\n", "SIM130", 2)]
    [TestCase("measure,year,value\npeople,2026,1\n", "SIM135", 2)]
    [TestCase("measure,year,value\npeople,2050/51,1\n", "SIM131", 2)]
    [TestCase("measure,step,value\npeople,13,1\n", "SIM135", 2)]
    [TestCase("measure,statistic,value\npeople,p95,1\n", "SIM135", 2)]
    [TestCase("measure,option,value\npeople,silo,1\n", "SIM014", 2)]
    [TestCase("measure,value\npeople,NaN\n", "SIM135", 2)]
    [TestCase("measure,price_base,value\nincome,real,1\n", "SIM135", 2)]
    [TestCase("measure,price_base,value\nincome,2026/27,1\n", "SIM136", 2)]
    [TestCase("measure,price_base,value\npeople,nominal,1\n", "SIM130", 2)]
    public void A_table_is_refused_where_it_is_wrong(string csv, string code, int line)
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", File.ReadAllBytes(ValidScenario.File));
        folder.Write("checks.yaml", "expect: [{equals: expected.csv}]\n");
        folder.Write("expected.csv", csv);

        var result = ScenarioReader.Read(scenario, []);

        Assert.That(result.Problems.Select(problem => (problem.Code, problem.At.Line)), Is.EqualTo([(code, (long)line)]), result.Say());
    }

    [Test]
    public void The_checks_beside_a_scenario_may_be_wrong_too()
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", File.ReadAllBytes(ValidScenario.File));
        folder.Write("checks.yaml", "expect:\n  - {equals: missing.csv}\nexpects: []\n");

        var result = ScenarioReader.Read(scenario, []);

        Assert.That(
            result.Problems.Select(problem => $"{problem.Code} {problem.At.Line}"), Is.EqualTo(["SIM011 2", "SIM017 3"]), result.Say());
    }

    [Test]
    public void The_measures_are_those_of_the_model()
    {
        var rows = Regex.Matches(
            File.ReadAllText(RepositoryFolder.At("engine", "MODEL.md")),
            @"^\| (`\w+`(?:, `\w+`)*) \| (?:population|activity|money|positions|gains|appraisal|local_value) \| ([^|]*) \|",
            RegexOptions.Multiline
        );
        var described =
            from row in rows
            from measure in Regex.Matches(row.Groups[1].Value, @"\w+")
            select $"{measure.Value}: {row.Groups[2].Value.Trim().Replace(" or ", ", ")}";

        // A tier is one of the columns of a service, a price base one of money, and both need no mention.
        var known = from measure in Measures.All
                    let columns = measure.Value.Where(column => column is not ("tier" or "price_base"))
                    select $"{measure.Key}: {string.Join(", ", columns)}";

        Assert.That(known, Is.EqualTo(described));
    }
}
