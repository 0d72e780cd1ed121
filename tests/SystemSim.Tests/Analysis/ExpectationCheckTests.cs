using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

/// <summary>Every kind of expectation, met and not, against the town that is worked on paper.</summary>
public sealed class ExpectationCheckTests
{
    private const string At = "checks.yaml:3:5";

    private static readonly Selection Delivered = new() { Measure = "delivered", Where = Dimensions(("service", Help)) };
    private static readonly Selection CouncilSpend = new()
    {
        Measure = "spend",
        Where = Dimensions(("organisation", Council)),
        Option = new(Siloed),
    };

    [Test]
    public void A_value_between_its_bounds_is_met()
    {
        Assert.That(Held(new Expectation.Bounds(At, InFirstYear(Delivered), 2_250.0 - 1e-6, 2_400.0 + 1e-6)).IsMet, Is.True);
    }

    [Test]
    public void A_value_below_its_bound_says_by_how_much_and_under_which_option()
    {
        var result = Held(new Expectation.Bounds(At, InFirstYear(Delivered), 2_300.0, null));

        Assert.That(
            result.Failures.Select(failure => (failure.At, failure.Sentence)),
            Is.EqualTo([(At, "delivered, service help, option pooled in 2026/27 is 2250, expected at least 2300: 50 too little.")]));
    }

    [Test]
    public void A_value_above_its_bound_is_not_met()
    {
        Assert.That(
            Sentence(new Expectation.Bounds(At, CouncilSpend with { Year = Start }, null, 20_000.0)),
            Is.EqualTo("spend, organisation council, option siloed in 2026/27 is 24000, expected at most 20000: 4000 too much."));
    }

    [Test]
    public void Years_that_are_not_stated_are_added_up()
    {
        Assert.That(Held(new Expectation.Equality(At, CouncilSpend, 48_000.0, 1e-12)).IsMet, Is.True);
    }

    [Test]
    public void What_there_is_at_the_end_of_a_year_is_expected_in_every_year()
    {
        var people = new Selection { Measure = "people", Option = new(Siloed) };
        var position = new Selection { Measure = "position", Option = new(Siloed) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.Bounds(At, people, 1_000.0 - 1e-6, 1_000.0 + 1e-6)).IsMet, Is.True);
            Assert.That(Held(new Expectation.Equality(At, people, 1_000.0, 1e-12)).IsMet, Is.True);
            Assert.That(
                Held(new Expectation.SignOf(At, people with { Option = new(Pooled), Against = new(Siloed) }, Standing.Zero)).IsMet,
                Is.True
            );
            Assert.That(
                Sentence(new Expectation.Bounds(At, people, 2_000.0, null)),
                Is.EqualTo("people, option siloed in 2026/27 is 1000, expected at least 2000: 1000 too little."));
            Assert.That(
                Held(new Expectation.Sum(At, position, [Of(Council), Of(Nhs)], 1e-9)).IsMet, Is.True);
        }

        Selection Of(string organisation) => position with { Where = Dimensions(("organisation", organisation)) };
    }

    [Test]
    public void A_year_that_fails_is_named()
    {
        var gain = new Selection
        {
            Measure = "gain_to_date",
            Option = new(Pooled),
            Where = Dimensions(("organisation", Council)),
        };
        double[] values =
        [
            .. PooledTown
                .Answers()
                .Rows(Pooled, Siloed, "gain_to_date")
                .Where(row => row.Step is null && row.About is { Organisation: Council, PriceBase: "nominal" })
                .Select(row => row.Value),
        ];

        Assert.That(values, Is.Unique);
        Assert.That(
            Sentence(new Expectation.Equality(At, gain, values[0], 1e-9)),
            Does.StartWith("gain_to_date, organisation council, option pooled against siloed in 2027/28 is ")
        );
    }

    [Test]
    public void Years_of_stocks_and_of_ratios_of_a_year_do_not_add_up()
    {
        Assert.That(
            MeasureCatalogue.All.Where(measure => !measure.YearsAddUp).Select(measure => measure.Name),
            Is.EquivalentTo([
                "people",
                "dead",
                "waiting",
                "in_places",
                "capacity",
                "reserves",
                "deficit",
                "earmarked_reserves",
                "debt",
                "assets_sold",
                "section_114",
                "position",
                "gap_in_council_tax",
                "share_of_money",
                "spend_to_date",
                "cost_of_inaction",
                "breaks_even",
                "gain_to_date",
                "lm3_of_provider",
                "share_in_place",
                "lm3",
            ])
        );
    }

    [Test]
    public void An_equality_allows_a_share_of_the_larger_side()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.Equality(At, CouncilSpend, 50_000.0, 0.04)).IsMet, Is.True);
            Assert.That(
                Sentence(new Expectation.Equality(At, CouncilSpend, 50_000.0, 0.03)),
                Is.EqualTo(
                    "spend, organisation council, option siloed is 48000, expected 50000 within 3%: the difference is -2000, 4% of the larger side."
                )
            );
        }
    }

    [Test]
    public void An_equality_without_tolerance_is_one_of_every_digit()
    {
        Assert.That(Held(new Expectation.Equality(At, CouncilSpend, 48_000.000001, 0.0)).IsFailed, Is.True);
    }

    [TestCase("gain_to_date", Standing.Positive, true)]
    [TestCase("gain_to_date", Standing.Negative, false)]
    [TestCase("gain_to_date", Standing.Zero, false)]
    [TestCase("gain_to_date", Standing.Absent, false)]
    public void A_sign_is_that_of_the_value(string measure, Standing sign, bool isMet)
    {
        var gain = new Selection
        {
            Measure = measure,
            Option = new(Pooled),
            Year = Start + 1,
            Where = Dimensions(("organisation", Council)),
        };

        Assert.That(Held(new Expectation.SignOf(At, gain, sign)).IsMet, Is.EqualTo(isMet));
    }

    [Test]
    public void A_difference_is_from_the_option_that_is_named()
    {
        var difference = InFirstYear(Delivered) with { Option = new(Pooled), Against = new(Siloed) };
        var turned = InFirstYear(Delivered) with { Option = new(Siloed), Against = new(Pooled) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.Equality(At, difference, -150.0, 1e-9)).IsMet, Is.True);
            Assert.That(Held(new Expectation.Equality(At, turned, 150.0, 1e-9)).IsMet, Is.True);
        }
    }

    [Test]
    public void A_difference_holds_for_every_option_but_the_one_it_is_from()
    {
        Assert.That(
            Held(new Expectation.SignOf(At, InFirstYear(Delivered) with { Against = new(Siloed) }, Standing.Negative)).IsMet,
            Is.True
        );
    }

    [Test]
    public void A_ratio_that_is_not_there_is_absent_and_never_zero()
    {
        var lm3 = new Selection { Measure = "lm3", Option = new(Pooled), Year = Start };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.SignOf(At, lm3, Standing.Absent)).IsMet, Is.True);
            Assert.That(Held(new Expectation.SignOf(At, lm3, Standing.Zero)).IsFailed, Is.True);
            Assert.That(
                Held(
                    new Expectation.SignOf(
                        At,
                        lm3 with
                        {
                            Measure = "spend",
                            Where = Dimensions(("organisation", Council)),
                        },
                        Standing.Absent
                    )
                ).IsFailed,
                Is.True
            );
        }
    }

    [Test]
    public void What_rises_ends_above_where_it_began()
    {
        var left = new Selection { Measure = "reserves", Option = new(Pooled), Where = Dimensions(("organisation", Nhs)) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.Direction(At, left, Start, Start + 1, Rises: true)).IsMet, Is.True);
            Assert.That(
                Sentence(new Expectation.Direction(At, left, Start, Start + 1, Rises: false)),
                Does.StartWith("reserves, organisation nhs, option pooled goes from 0 in 2026/27 to 909.0909")
                    .And.Contain("expected to fall")
            );
        }
    }

    [Test]
    public void What_stays_neither_rises_nor_falls([Values] bool rises)
    {
        Assert.That(Held(new Expectation.Direction(At, CouncilSpend, Start, Start + 1, rises)).IsFailed, Is.True);
    }

    [Test]
    public void A_sum_is_that_of_its_parts_under_the_same_option()
    {
        var whole = new Selection { Measure = "spend" };
        Selection[] parts = [CouncilSpend with { Option = null }, whole with { Where = Dimensions(("organisation", Nhs)) }];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.Sum(At, whole, [.. parts], 1e-9)).IsMet, Is.True);
            Assert.That(
                Sentence(new Expectation.Sum(At, whole with { Option = new(Siloed) }, [parts[0]], 1e-9)),
                Is.EqualTo(
                    "spend, option siloed is 528000, expected the sum of its parts, 48000, within 1e-9: the difference is 480000, 90.9% of the larger side."
                )
            );
        }
    }

    [Test]
    public void Every_row_of_a_table_must_come_out()
    {
        Expectation.Equality[] rows =
        [
            new("expected.csv:2:1", CouncilSpend with { Year = Start }, 24_000.0, 1e-9),
            new("expected.csv:3:1", CouncilSpend with { Year = Start + 1 }, 25_000.0, 1e-9),
        ];

        var result = Held(new Expectation.Table(At, "expected.csv", [.. rows], 1e-9));

        Assert.That(result.Failures.Select(failure => failure.At), Is.EqualTo(["expected.csv:3:1"]));
    }

    [Test]
    public void What_matches_nothing_fails_and_says_what_there_is()
    {
        var result = Held(
            new Expectation.Bounds(At, Delivered with { Where = Dimensions(("service", "gp")), Option = new(Siloed) }, 0.0, null)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failures[0].Sentence, Is.EqualTo("delivered, service gp, option siloed matches nothing."));
            Assert.That(result.Failures[0].Hint, Is.EqualTo("service of delivered: help, care."));
        }
    }

    [Test]
    public void What_one_option_lacks_and_another_has_counts_as_nothing()
    {
        var contribution = new Selection { Measure = "contribution", Year = Start, Where = Dimensions(("organisation", Council)) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held(new Expectation.SignOf(At, contribution with { Option = new(Siloed) }, Standing.Zero)).IsMet, Is.True);
            Assert.That(Held(new Expectation.SignOf(At, contribution with { Option = new(Pooled) }, Standing.Positive)).IsMet, Is.True);
            Assert.That(
                Sentence(new Expectation.SignOf(At, contribution, Standing.Positive)),
                Is.EqualTo(
                    "contribution, organisation council, option siloed in 2026/27 is 0, expected positive: the difference from zero is 0."
                )
            );
        }
    }

    [Test]
    public void A_measure_that_no_option_has_matches_nothing()
    {
        var town = Town();
        var answers = PooledTown.Answers(town);

        var result = ExpectationCheck.Hold(
            answers,
            [new Expectation.SignOf(At, new Selection { Measure = "contribution" }, Standing.Zero)]
        )[0];

        Assert.That(
            (result.Failures[0].Sentence, result.Failures[0].Hint),
            Is.EqualTo(
                (
                    "contribution, option siloed matches nothing.",
                    "there is no contribution, because no option has a pool: add an arrangement under governance with pools, and an option that has it."
                )
            )
        );
    }

    [Test]
    public void Nominal_money_is_meant_unless_a_price_base_is_stated()
    {
        var answers = PooledTown.Answers(PooledTown.Deflated);
        var real = CouncilSpend with { Where = Dimensions(("organisation", Council), ("price_base", "2026/27")) };
        Expectation[] expectations =
        [
            new Expectation.Equality(At, CouncilSpend, 48_000.0, 1e-9),
            new Expectation.Equality(At, real, 24_000.0 + (24_000.0 / 1.1), 1e-9),
        ];

        Assert.That(ExpectationCheck.Hold(answers, expectations).Select(result => result.IsMet), Is.All.True);
    }

    [Test]
    public void A_step_is_held_where_steps_were_kept()
    {
        var expectation = new Expectation.Equality(At, Delivered with { Option = new(Siloed), Year = Start, Step = 12 }, 200.0, 1e-9);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ExpectationCheck.NeedsSteps([expectation]), Is.True);
            Assert.That(ExpectationCheck.Hold(PooledTown.Answers(bySteps: true), [expectation])[0].IsMet, Is.True);
            Assert.That(Held(expectation).WasHeld, Is.False);
        }
    }

    [Test]
    public void Yearly_values_stay_the_same_where_steps_were_kept()
    {
        var expectation = new Expectation.Equality(At, InFirstYear(Delivered) with { Option = new(Siloed) }, 2_400.0, 1e-9);

        Assert.That(ExpectationCheck.Hold(PooledTown.Answers(bySteps: true), [expectation])[0].IsMet, Is.True);
    }

    [Test]
    public void An_option_that_did_not_run_is_neither_met_nor_failed()
    {
        var result = Held(new Expectation.SignOf(At, CouncilSpend with { Option = new("other") }, Standing.Positive));

        Assert.That((result.WasHeld, result.IsMet, result.IsFailed), Is.EqualTo((false, false, false)));
    }

    private static ExpectationResult Held(Expectation expectation) => ExpectationCheck.Hold(PooledTown.Answers(), [expectation])[0];

    private static string Sentence(Expectation expectation) => Held(expectation).Failures.Single().Sentence;

    private static Selection InFirstYear(Selection selection) => selection with { Year = Start };

    private static Dictionary<string, string> Dimensions(params (string Column, string Value)[] stated) =>
        stated.ToDictionary(pair => pair.Column, pair => pair.Value);
}
