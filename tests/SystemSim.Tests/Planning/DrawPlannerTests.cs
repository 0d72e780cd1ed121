using NUnit.Framework;
using SystemSim.Kernel;
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
        var scenario = With(Uncertain("a", Wide), Uncertain("b", Skewed), Uncertain("c", new Spread { Events = 3, Of = 20 }) with { Value = 0.15 });
        scenario = scenario with { Drawing = new Drawing { Method = method } };

        foreach (var number in PreviewStudy.Run(scenario, Draws, seed: 7).Numbers)
        {
            var (theory, drawn) = (number.Theory!, number.Sampled!);
            Assert.That(drawn.Mean, Is.EqualTo(theory.Mean).Within(Errors * theory.Deviation!.Value / Math.Sqrt(Draws)), $"{number.Name}, seed 7");
            // For a normal number the error of a standard deviation is its 1/sqrt(2 n) part; the others have shorter tails.
            Assert.That(drawn.Deviation, Is.EqualTo(theory.Deviation).Within(Errors * theory.Deviation.Value / Math.Sqrt(2.0 * Draws)), $"{number.Name}, seed 7");
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
        Assert.That(number.Index().OrderBy(draw => draw.Item).Select(draw => draw.Index), Is.EqualTo(instead.Index().OrderBy(draw => draw.Item).Select(draw => draw.Index)));
    }

    [Test]
    public void Correlated_numbers_keep_their_own_distributions()
    {
        var scenario = With(Uncertain("a", Skewed), Uncertain("b", Wide with { Shape = "uniform" })) with
        {
            Drawing = new Drawing { Correlations = [new("a", "b", 0.8)] },
        };

        foreach (var number in PreviewStudy.Run(scenario, Draws, seed: 3).Numbers)
        {
            Assert.That(number.Sampled!.Mean, Is.EqualTo(number.Theory!.Mean).Within(Errors * number.Theory.Deviation!.Value / Math.Sqrt(Draws)), number.Name);
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
        var share = Uncertain("a", new Spread { Low = 0.7, High = 0.9, Shape = "normal" }) with { Value = 0.8, Limits = new Limits(0.0, false, 1.0) };

        var preview = PreviewStudy.Run(With(share), Draws, seed: 5);

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
