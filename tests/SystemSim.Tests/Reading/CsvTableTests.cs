using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>Tables as spreadsheets of several countries save them.</summary>
public sealed class CsvTableTests
{
    [TestCase(",")]
    [TestCase(";")]
    [TestCase("\t")]
    public void Cells_are_parted_by_commas_semicolons_or_tabs(string separator)
    {
        var draws = Draws($"people.births{separator}services.visits.budget\n0.01{separator}1000000\n0.012{separator}1200000.5\n");

        Assert.That(draws.Problems, Is.Empty, draws.Say());
        Assert.That(
            draws.Scenario!.Drawing.Given.Select(column => column.Quantity),
            Is.EqualTo(["people.births", "services.visits.budget"])
        );
        Assert.That(draws.Scenario.Drawing.Given.SelectMany(column => column.Values), Is.EqualTo([0.01, 0.012, 1_000_000.0, 1_200_000.5]));
    }

    [Test]
    public void One_column_needs_no_separator() =>
        Assert.That(Draws("people.births\n0.01\n0.02\n").Scenario!.Drawing.Given[0].Values, Is.EqualTo([0.01, 0.02]));

    [Test]
    public void A_comma_for_a_point_is_refused_with_what_to_write()
    {
        Assert.That(
            Draws("people.births;services.visits.budget\n0,01;1000000\n").Problems.Select(problem => $"{problem.Problem} {problem.Hint}"),
            Is.EqualTo(["'0,01' in column 'people.births' is not a number. write a point, and nothing between thousands: 1234.5."]));
    }

    [Test]
    public void Two_columns_of_one_quantity_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("draws.csv", "governance.pooled.start_of_year.contingency,governance.other.start_of_year.contingency\n0.01,0.02\n");
        const string Range = "start_of_year: {rule: historic, contingency: {value: 1%, low: 0%, high: 2%}}";
        var pool =
            $"{{kind: pooled, pays: {{pool: all}}, {Range}, pools: {{pool: {{host: council, contributions: {{council: {{follow: own_income}}, nhs: {{follow: own_income}}}}}}}}}}";

        var result = Read(folder, $"override: {{governance.pooled: {pool}, governance.other: {pool}}}\ndraws: {{from: draws.csv}}");

        Assert.That(
            result.Problems.Select(problem => problem.Problem),
            Is.EqualTo(["'governance.pooled.start_of_year.contingency' and 'governance.other.start_of_year.contingency' are one number."]),
            result.Say()
        );
    }

    [TestCase(";")]
    [TestCase("\t")]
    public void A_table_of_expected_answers_is_parted_likewise(string separator)
    {
        using var folder = new TemporaryFolder();
        folder.Write("expected.csv", $"year{separator}measure{separator}value\n2026/27{separator}people{separator}100000\n");

        var result = Read(folder, "expect: [{equals: expected.csv}]");

        Assert.That(result.Problems, Is.Empty, result.Say());
        Assert.That(((Expectation.Table)result.Expectations.Single()).Rows.Single().Value, Is.EqualTo(100_000.0));
    }

    private static ReadResult Draws(string table)
    {
        using var folder = new TemporaryFolder();
        folder.Write("draws.csv", table);
        return Read(folder, "draws: {from: draws.csv}");
    }

    private static ReadResult Read(TemporaryFolder folder, string yaml)
    {
        folder.Write("valid.yaml", File.ReadAllBytes(ValidScenario.File));
        return ScenarioReader.Read(folder.Write("scenario.yaml", $"extends: valid.yaml\n{yaml}"), []);
    }
}
