using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

public sealed class GainsTests
{
    private static readonly string[] Measures = ["receives", "invests", "leaves", "gain"];

    [Test]
    public void What_is_received_is_invested_leaves_or_is_gained([Range(1, 60)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        foreach (var option in answers.Options.Where(option => option.Id != answers.Scenario.Baseline))
        {
            var flows = Measures
                .ToDictionary(measure => measure, measure => answers.Rows(option.Id.Name, answers.Scenario.Baseline.Name, measure)
                    .Where(row => row.About.PriceBase == "nominal")
                    .ToDictionary(row => (row.Year, row.About.Organisation, row.About.Fund), row => row.Value));
            var size = answers.Rows(option.Id.Name, "", "income").Sum(row => row.Value);
            foreach (var (account, gain) in flows["gain"])
            {
                var left = flows["receives"][account] - flows["invests"][account] - flows["leaves"][account];
                Assert.That(gain, Is.EqualTo(left).Within(1e-9 * (1.0 + size)), $"seed {seed}, {option.Id}, {account}");
            }
        }
    }

    [Test]
    public void A_gain_to_date_is_the_sum_of_gains_in_real_terms_too([Range(1, 40)] int seed)
    {
        if (PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        foreach (var option in answers.Options.Where(option => option.Id != answers.Scenario.Baseline))
        {
            var gains = answers
                .Rows(option.Id.Name, answers.Scenario.Baseline.Name, "gain")
                .ToLookup(row => (row.About.Organisation, row.About.Fund, row.About.PriceBase));
            foreach (var toDate in answers.Rows(option.Id.Name, answers.Scenario.Baseline.Name, "gain_to_date"))
            {
                var (about, year) = (toDate.About, toDate.Year);
                var years = gains[(about.Organisation, about.Fund, about.PriceBase)]
                    .Where(row => string.CompareOrdinal(row.Year, year) <= 0)
                    .ToArray();
                Assert.That(
                    toDate.Value,
                    Is.EqualTo(years.Sum(row => row.Value)).Within(1e-9 * (1.0 + years.Sum(row => Math.Abs(row.Value)))),
                    $"seed {seed}, {about}, {year}"
                );
            }
        }
    }

    [Test]
    public void Who_spends_more_in_real_terms_is_not_told_to_gain()
    {
        // £100 more, then £105 less, while prices rise by a tenth: £5 less as it is paid, and £4.55 more in pounds of the first year.
        var town = (Town(years: 2) with { Prices = PooledTown.Deflated.Prices })
            .With(place => place with { Governance = Silos(Planned(23_000.0, 23_000.0), OwnFund(Nhs, Care)) })
            .WithOption("later", place =>
                place with
                {
                    Governance = Silos(Planned(23_100.0, 22_895.0), OwnFund(Nhs, Care)) with { Id = new("later") },
                }
            );
        var answers = PooledTown.Answers(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of("spend", "nominal"), Is.EqualTo(-5.0).Within(1e-9));
            Assert.That(Last("nominal"), Is.EqualTo(5.0).Within(1e-9));
            Assert.That(Of("spend", "2026/27"), Is.EqualTo(100.0 - (105.0 / 1.1)).Within(1e-9));
            Assert.That(Last("2026/27"), Is.EqualTo((105.0 / 1.1) - 100.0).Within(1e-9));
        }

        double Of(string measure, string prices) =>
            answers.Rows("later", Siloed, measure).Where(row => row.About.PriceBase == prices).Sum(row => row.Value);

        double Last(string prices) =>
            answers
                .Rows("later", Siloed, "gain_to_date")
                .Where(row => row.About.PriceBase == prices && row.Year == "2027/28")
                .Sum(row => row.Value);

        static Fund Planned(params double[] amounts) => OwnFund(Council, Help) with
        {
            StartOfYear = new() { Rule = new BudgetRule.Plan { Amounts = [new(new(Help), Path(amounts))] } },
        };
    }

    [Test]
    public void Successors_are_held_against_their_shares_of_what_the_body_before_would_have_had()
    {
        var scenario = ScenarioReader.Read(Repository.Find("scenarios", "features", "one-body-into-two"), []).Scenario!;
        var answers = PooledTown.Answers(scenario);

        using (Assert.EnterMultipleScope())
        {
            foreach (var (body, share) in ((string, double)[])[("hills", 0.4), ("coast", 0.6)])
            {
                var brought = answers.Rows("two", "", "brought_in").Where(row => row.About.Organisation == body).Sum(row => row.Value);
                var expected = Position("two", body) - brought - (share * Position("county", "county"));
                Assert.That(ToDate(body), Is.EqualTo(expected).Within(1e-6), body);
            }

            // Until it ends nothing is otherwise than today.
            Assert.That(ToDate("county"), Is.Zero.Within(1e-6));
            Assert.That(ToDate("hills"), Is.Not.EqualTo(0.0).Within(1.0));
        }

        double Position(string option, string body) => Last(option, "", "position", body);

        double ToDate(string body) => Last("two", "county", "gain_to_date", body);

        double Last(string option, string against, string measure, string body) => answers.Rows(option, against, measure)
            .Single(row => row.About.Organisation == body && row.Year == "2029/30" && row.About.PriceBase == "nominal").Value;
    }

    [Test]
    public void Who_is_told_of_a_body_that_ends_changes_nothing_of_the_place([Range(0, 60)] int seed)
    {
        var scenario = RandomScenario.Make(seed);
        if (scenario.Options.All(option => option.Place.Governance.Succession.IsEmpty) || PooledTown.RandomAnswers(seed) is not { } answers)
        {
            return;
        }

        var baseline = scenario.Baseline.Name;
        foreach (var option in scenario.Options.Where(option => !option.Place.Governance.Succession.IsEmpty))
        {
            var ended = option.Place.Governance.Succession.Select(part => part.Ended.Name).ToHashSet();
            var from = option.Change!.From.ToString();
            var gains = Rows("gain").ToArray();
            var flows = (Rows("receives").Sum(row => row.Value), Rows("invests").Concat(Rows("leaves")).Sum(row => row.Value));
            var size = 1e-9 * (1.0 + answers.Rows(option.Id.Name, "", "income").Sum(row => Math.Abs(row.Value)));

            Assert.That(gains.Sum(row => row.Value), Is.EqualTo(flows.Item1 - flows.Item2).Within(size), $"seed {seed}");
            Assert.That(
                gains.Where(row => ended.Contains(row.About.Organisation) && string.CompareOrdinal(row.Year, from) >= 0)
                    .Select(row => row.Value),
                Has.All.Zero);

            IEnumerable<Observation> Rows(string measure) =>
                answers.Rows(option.Id.Name, baseline, measure).Where(row => row.About.PriceBase == "nominal");
        }
    }

    [Test]
    public void A_pool_receives_what_partners_pay_in()
    {
        var answers = PooledTown.Answers();

        var received = answers.Rows(Pooled, Siloed, "receives").Where(row => row.About.Fund == PoolFund).Select(row => row.Value);

        // £264,000 in both years; in the second £1,000 of it goes back.
        Assert.That(received, Is.EqualTo(new List<double> { 264_000.0, 263_000.0 }).Within(1e-6));
    }

    [Test]
    public void Local_value_is_never_part_of_the_ledger()
    {
        var local = new LocalEconomy
        {
            InPlace = true,
            Spends = Q(0.8),
            Respends = Q(0.8),
            JobsPerMillion = Q(12.0),
            ValueAdded = Q(0.4),
            OutputMultiplier = Q(1.1),
        };
        var without = PooledTown.Answers();
        var with = PooledTown.Answers(PooledTown.Scenario.WithBody(Council, body => body with { Local = local }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                with.Tables.Select(table => table.Name).Except(without.Tables.Select(table => table.Name)),
                Is.EqualTo(new List<string> { "local_value" })
            );
            foreach (var (one, other) in with.Tables.Zip(without.Tables))
            {
                Assert.That(one.Rows.Select(row => row.Value), Is.EqualTo(other.Rows.Select(row => row.Value)), one.Name);
            }

            Assert.That(with.Rows(Siloed, "", "lm3").Select(row => row.Value), Is.All.EqualTo(2.44).Within(1e-12));
        }
    }

    [TestCase(0.0, 0.0, ExpectedResult = 1.0)]
    [TestCase(1.0, 1.0, ExpectedResult = 3.0)]
    public double Lm3_lies_between_1_and_3(double spends, double respends)
    {
        var local = new LocalEconomy { InPlace = true, Spends = Q(spends), Respends = Q(respends) };

        return PooledTown.Answers(Town().WithBody(Nhs, body => body with { Local = local })).Rows(Siloed, "", "lm3").Single().Value;
    }
}
