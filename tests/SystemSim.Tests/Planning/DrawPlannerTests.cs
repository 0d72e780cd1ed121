using NUnit.Framework;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>What is drawn of a whole scenario: held to theory within stated Monte Carlo error, with fixed seeds.</summary>
public sealed class DrawPlannerTests
{
    private const int Draws = 40_000;

    // Five standard errors: one test in two million would fail by chance, and with fixed seeds none does.
    private const double Errors = 5.0;

    private static readonly Spread Wide = new() { Low = 1.0, High = 3.0, Shape = "normal" };

    private static readonly Spread Skewed = new() { Low = 1.0, High = 3.0, Shape = "pert" };

    [Test]
    public void Adding_renaming_or_reordering_anything_else_changes_no_draw()
    {
        var before = Drawn(With(Uncertain("a", Wide), Uncertain("b", Wide)), "b");
        var after = Drawn(With(Uncertain("c", Skewed), Uncertain("b", Wide), Uncertain("renamed", Wide), Uncertain("d", Wide)), "b");

        Assert.That(after, Is.EqualTo(before));
    }

    [Test]
    public void Means_and_spreads_are_those_of_theory([Values] Sampling method)
    {
        var scenario = With(
            Uncertain("a", Wide),
            Uncertain("b", Skewed),
            Uncertain("c", new Spread { Events = 3, Of = 20 }) with
            {
                Value = 0.15,
            }
        );
        scenario = scenario with { Drawing = new Drawing { Method = method } };

        foreach (var number in PreviewStudy.Run(Prepared.Of(scenario), Draws, seed: 7).Numbers)
        {
            var (theory, drawn) = (number.Theory!, number.Sampled!);
            Assert.That(
                drawn.Mean,
                Is.EqualTo(theory.Mean).Within(Errors * theory.Deviation!.Value / Math.Sqrt(Draws)),
                $"{number.Name}, seed 7"
            );
            // For a normal number the error of a standard deviation is its 1/sqrt(2 n) part; the others have shorter tails.
            Assert.That(
                drawn.Deviation,
                Is.EqualTo(theory.Deviation).Within(Errors * theory.Deviation.Value / Math.Sqrt(2.0 * Draws)),
                $"{number.Name}, seed 7"
            );
        }
    }

    [Test]
    public void Correlations_are_those_stated()
    {
        var scenario = With(Uncertain("a", Wide), Uncertain("b", Wide), Uncertain("c", Wide)) with
        {
            Drawing = new Drawing { Correlations = [new("a", "b", 0.6), new("b", "c", -0.4), new("a", "c", 0.1)] },
        };
        var (a, b, c) = (Drawn(scenario, "a"), Drawn(scenario, "b"), Drawn(scenario, "c"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Correlation(a, b), Is.EqualTo(0.6).Within(Errors * (1.0 - 0.36) / Math.Sqrt(a.Length)));
            Assert.That(Correlation(b, c), Is.EqualTo(-0.4).Within(Errors * (1.0 - 0.16) / Math.Sqrt(a.Length)));
            Assert.That(Correlation(a, c), Is.EqualTo(0.1).Within(Errors / Math.Sqrt(a.Length)));
        }
    }

    [Test]
    public void What_an_option_sets_goes_with_the_others_as_the_number_does()
    {
        // Two of one name: the number, and what an option puts in its place.
        var scenario = With(Uncertain("a", Wide), Uncertain("b", Wide), Uncertain("a", Skewed)) with
        {
            Drawing = new Drawing { Correlations = [new("a", "b", 0.6)] },
        };
        var block = new DrawBlock(DrawPlanner.Build(scenario).Plan, 3, Draws, Draws);
        block.Fill(1);
        var (number, instead) = (block.Quantities[..Draws].ToArray(), block.Quantities[(2 * Draws)..].ToArray());

        // Both fall and rise together: the same draws on two curves.
        Assert.That(
            number.Index().OrderBy(draw => draw.Item).Select(draw => draw.Index),
            Is.EqualTo(instead.Index().OrderBy(draw => draw.Item).Select(draw => draw.Index))
        );
    }

    [Test]
    public void A_correlation_of_one_makes_two_numbers_one_and_of_minus_one_its_mirror()
    {
        var scenario = With(Uncertain("a", Wide), Uncertain("b", Wide), Uncertain("c", Wide)) with
        {
            Drawing = new Drawing { Correlations = [new("a", "b", 1.0), new("a", "c", -1.0), new("b", "c", -1.0)] },
        };
        var (a, b, c) = (Drawn(scenario, "a"), Drawn(scenario, "b"), Drawn(scenario, "c"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(b, Is.EqualTo(a));
            Assert.That(c.Zip(a, (mirror, number) => mirror + number), Has.All.EqualTo(4.0).Within(1e-9));
        }
    }

    [Test]
    public void Numbers_that_are_drawn_as_one_are_one_row_where_they_are_alike()
    {
        var scenario = With(
            Uncertain("a.x", Wide) with
            {
                DrawnAs = "x",
            },
            Uncertain("b", Wide),
            Uncertain("c.x", Wide) with
            {
                DrawnAs = "x",
            }
        );
        var planned = DrawPlanner.Build(scenario);

        Assert.That(planned.Quantities.Select(quantity => quantity.Name), Is.EqualTo(["x", "b"]));
    }

    [Test]
    public void Numbers_that_are_drawn_as_one_are_as_far_up_in_their_own_ranges()
    {
        var scenario = With(Uncertain("a.x", Wide) with { DrawnAs = "x" }, Uncertain("c.x", Skewed) with { DrawnAs = "x" });
        var (one, other) = (Drawn(scenario, "a.x"), Drawn(scenario, "c.x"));

        Assert.That(Order(other), Is.EqualTo(Order(one)));
    }

    [Test]
    public void A_quantity_of_one_path_keeps_its_name_and_its_draws_when_another_arrangement_states_it_too()
    {
        var alone = With(Uncertain("a.x", Wide) with { DrawnAs = "x" });
        var both = With(Uncertain("a.x", Wide) with { DrawnAs = "x" }, Uncertain("c.x", Skewed) with { DrawnAs = "x" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(DrawPlanner.Build(alone).Quantities.Single().Name, Is.EqualTo("a.x"));
            Assert.That(Drawn(both, "a.x"), Is.EqualTo(Drawn(alone, "a.x")));
        }
    }

    [Test]
    public void A_number_that_a_study_sets_by_its_path_is_set_alone()
    {
        var scenario = With(Uncertain("a.x", Wide) with { DrawnAs = "x" }, Uncertain("c.x", Wide) with { DrawnAs = "x" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Names(["a.x"]), Is.EqualTo(["a.x", "x"]));
            Assert.That(Names(["x"]), Is.EqualTo(["x"]));
        }

        IEnumerable<string> Names(HashSet<string> free) => DrawPlanner.Build(scenario, free).Quantities.Select(quantity => quantity.Name);
    }

    [Test]
    public void A_table_moves_what_is_drawn_as_its_number_as_far_up_in_its_own_range()
    {
        // The second is what another arrangement, or an option, has in the place of the first.
        var scenario = With(
            Uncertain("a.x", Wide) with
            {
                DrawnAs = "x",
            },
            Uncertain("c.x", Wide with { Shape = "uniform" }) with
            {
                DrawnAs = "x",
            },
            Uncertain("d.x", Wide) with
            {
                DrawnAs = "x",
            }
        ) with
        {
            Drawing = new Drawing { Given = [new GivenDraws("a.x", [7.0, 5.0, 5.0, 6.0])] },
        };
        var block = new DrawBlock(DrawPlanner.Build(scenario).Plan, 1, 4, 8);

        block.Fill(1);

        // Ranks of four: 7/8 up, the two equal ones 1/4, and 5/8, between 1 and 3.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(DrawPlanner.Build(scenario).Quantities.Select(quantity => quantity.Name), Is.EqualTo(["x", "x"]));
            Assert.That(block.Quantities[..4].ToArray(), Is.EqualTo([7.0, 5.0, 5.0, 6.0]));
            Assert.That(block.Quantities.Slice(8, 4).ToArray(), Is.EqualTo([2.75, 1.5, 1.5, 2.25]).Within(1e-12));
        }
    }

    [Test]
    public void Shares_of_two_wholes_add_up_in_each_also_where_one_of_them_is_alike()
    {
        Quantity Share(string name, double value) =>
            new()
            {
                Name = $"{name}.by",
                DrawnAs = $"by.{name[^1]}",
                Value = value,
                Spread = new Spread { Low = value - 0.1, High = value + 0.1 },
                Limits = new(0.0, false, 1.0),
            };
        var (council, nhs, again, other) = (Share("one.c", 0.5), Share("one.n", 0.5), Share("two.c", 0.5), Share("two.n", 0.3));
        var scenario = (With(council, nhs, again, other) with { Title = "two pools" })
            .WithOption("one", place => place with { Governance = Pool(council, nhs) })
            .WithOption("two", place => place with { Governance = Pool(again, other, Quantity.Of(0.2)) })
            .WithOption("like_one", place => place with { Governance = Pool(again, nhs) });

        var planned = DrawPlanner.Build(scenario);
        var block = new DrawBlock(planned.Plan, 1, 64, 64);
        block.Fill(1);

        // The council's share is one row in both wholes that are alike, and another in the third.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.Plan.Normalised.Select(whole => (whole.Rows.Length, whole.Total)), Is.EqualTo([(2, 1.0), (2, 0.8)]));
            Assert.That(planned.Plan.Normalised.SelectMany(whole => whole.Rows), Is.Unique);
            foreach (var whole in planned.Plan.Normalised)
            {
                for (var draw = 0; draw < 64; draw++)
                {
                    var sum = 0.0;
                    foreach (var row in whole.Rows)
                    {
                        sum += block.Quantities[(row * 64) + draw];
                    }

                    Assert.That(sum, Is.EqualTo(whole.Total).Within(1e-12));
                }
            }
        }

        Arrangement Pool(params Quantity[] shares) =>
            SmallScenarios.OnePool(terms: pool =>
                pool with
                {
                    EndOfYear = new()
                    {
                        Shares =
                        [
                            .. shares.Zip((string[])[SmallScenarios.Council, SmallScenarios.Nhs, "third"], (share, partner) =>
                                new PartnerShare(new(partner), share)
                            ),
                        ],
                    },
                }
            );
    }

    [Test]
    public void Correlated_numbers_keep_their_own_distributions()
    {
        var scenario = With(Uncertain("a", Skewed), Uncertain("b", Wide with { Shape = "uniform" })) with
        {
            Drawing = new Drawing { Correlations = [new("a", "b", 0.8)] },
        };

        foreach (var number in PreviewStudy.Run(Prepared.Of(scenario), Draws, seed: 3).Numbers)
        {
            Assert.That(
                number.Sampled!.Mean,
                Is.EqualTo(number.Theory!.Mean).Within(Errors * number.Theory.Deviation!.Value / Math.Sqrt(Draws)),
                number.Name
            );
        }
    }

    [Test]
    public void A_row_of_a_sample_is_a_Dirichlet_distribution()
    {
        double[] shares = [0.5, 0.3, 0.2];
        const double Of = 40.0;
        var names = new[] { "row.a", "row.b", "row.c" };
        var scenario = With([.. names.Zip(shares, (name, share) => new Quantity { Name = name, Value = share })]) with
        {
            Drawing = new Drawing { Rows = [new SampledRow("row", Of, [.. names])] },
        };
        var drawn = names.Select(name => Drawn(scenario, name)).ToArray();

        using (Assert.EnterMultipleScope())
        {
            for (var row = 0; row < shares.Length; row++)
            {
                var deviation = Math.Sqrt(shares[row] * (1.0 - shares[row]) / (Of + 1.0));
                Assert.That(drawn[row].Average(), Is.EqualTo(shares[row]).Within(Errors * deviation / Math.Sqrt(drawn[row].Length)));
                Assert.That(Deviation(drawn[row]), Is.EqualTo(deviation).Within(Errors * deviation / Math.Sqrt(2.0 * drawn[row].Length)));
            }

            Assert.That(Enumerable.Range(0, drawn[0].Length).Max(draw => Math.Abs(drawn.Sum(row => row[draw]) - 1.0)), Is.LessThan(1e-12));
        }
    }

    [Test]
    public void A_draw_that_breaks_a_rule_is_stopped_and_counted_never_clipped()
    {
        var share = Uncertain(
            "a",
            new Spread
            {
                Low = 0.7,
                High = 0.9,
                Shape = "normal",
            }
        ) with
        {
            Value = 0.8,
            Limits = new Limits(0.0, false, 1.0),
        };

        var preview = PreviewStudy.Run(Prepared.Of(With(share)), Draws, seed: 5);

        // Above 1 lies what is 0.2 over the middle of a normal number with ninetieth percentile 0.1 over it.
        var expected = Draws * NormalScore.Probability(-2.0 * NormalScore.Of(0.9));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.Stopped.Single().Reason, Is.EqualTo("a would not be from 0 to 1"));
            Assert.That(preview.Stopped.Single().Count, Is.EqualTo(expected).Within(Errors * Math.Sqrt(expected)));
            Assert.That(preview.Numbers.Single().Sampled!.P95, Is.LessThan(1.0));
        }
    }

    [Test]
    public void Given_draws_are_taken_as_they_are_in_their_order()
    {
        var scenario = With(Uncertain("a", Wide)) with { Drawing = new Drawing { Given = [new GivenDraws("a", [4.0, 5.0, 6.0])] } };
        var block = new DrawBlock(DrawPlanner.Build(scenario).Plan, 1, 3, 8);

        block.Fill(1);

        Assert.That(block.Quantities[..3].ToArray(), Is.EqualTo([4.0, 5.0, 6.0]));
    }

    private static Quantity Uncertain(string name, Spread spread) => new() { Name = name, Value = 2.0, Spread = spread };

    private static Scenario With(params Quantity[] numbers) => SmallScenarios.Town() with { Numbers = [.. numbers] };

    private static double[] Drawn(Scenario scenario, string name)
    {
        var planned = DrawPlanner.Build(scenario);
        var row = planned.Quantities.Select(quantity => quantity.Quantity.Name).ToList().IndexOf(name);
        var block = new DrawBlock(planned.Plan, 11, Draws, Draws);
        block.Fill(1);
        return block.Quantities.Slice(row * Draws, Draws).ToArray();
    }

    private static IEnumerable<int> Order(double[] values) => values.Index().OrderBy(draw => draw.Item).Select(draw => draw.Index);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Correlation(double[] one, double[] other)
    {
        var (first, second) = (one.Average(), other.Average());
        return one.Zip(other, (a, b) => (a - first) * (b - second)).Average() / Deviation(one) / Deviation(other);
    }
}
