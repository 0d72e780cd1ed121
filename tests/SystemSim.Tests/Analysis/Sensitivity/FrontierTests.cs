using NUnit.Framework;
using SystemSim.Analysis;

namespace SystemSim.Tests;

public sealed class FrontierTests
{
    [Test]
    public void Six_strategies_are_placed_as_on_paper()
    {
        // Made up for the purpose, in order of cost. C has less effect than B for more money. From B to D a unit costs 200, from D to E 50:
        // D is above the line from B to E, on which a unit costs (21000 - 6000)/(140 - 40) = 150. F has the effect of E for more money.
        CostEffect[] strategies =
        [
            new("A", 1_000.0, 0.0),
            new("B", 6_000.0, 40.0),
            new("C", 8_000.0, 30.0),
            new("D", 16_000.0, 90.0),
            new("E", 21_000.0, 140.0),
            new("F", 30_000.0, 140.0),
        ];

        var placed = Frontier.Of(strategies.Reverse()).ToDictionary(entry => entry.Of.Name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                placed.Values.Select(entry => (entry.Of.Name, entry.Dominance)),
                Is.EqualTo(
                    new[]
                    {
                        ("A", Dominance.None),
                        ("B", Dominance.None),
                        ("C", Dominance.Strong),
                        ("D", Dominance.Extended),
                        ("E", Dominance.None),
                        ("F", Dominance.Strong),
                    }
                )
            );
            Assert.That((placed["A"].Ratio, placed["B"].Ratio, placed["E"].Ratio), Is.EqualTo(((double?)null, 125.0, 150.0)));
            Assert.That(placed["C"].By, Is.EqualTo(["B"]));
            Assert.That(placed["D"].By, Is.EqualTo(["B", "E"]));
            Assert.That(placed["F"].By, Is.EqualTo(["E"]));
        }
    }

    [Test]
    public void Removing_one_may_bring_another_below_the_line_which_is_looked_at_again()
    {
        // Ratios 1, 3, 2.5, 2: taking out the third leaves the second above the line to the last.
        CostEffect[] options = [new("0", 0.0, 0.0), new("1", 10.0, 10.0), new("2", 40.0, 20.0), new("3", 65.0, 30.0), new("4", 85.0, 40.0)];

        Assert.That(
            Frontier.Of(options).Where(entry => entry.Dominance == Dominance.None).Select(entry => (entry.Of.Name, entry.Ratio)),
            Is.EqualTo(new (string, double?)[] { ("0", null), ("1", 1.0), ("4", 2.5) })
        );
    }

    [Test]
    public void Of_options_that_are_the_same_the_first_stands()
    {
        var placed = Frontier.Of([new("one", 5.0, 5.0), new("other", 5.0, 5.0)]);

        Assert.That(placed.Select(entry => entry.Dominance), Is.EqualTo([Dominance.None, Dominance.Strong]));
    }

    [Test]
    public void One_that_is_cheapest_and_best_is_all_there_is()
    {
        var placed = Frontier.Of([new("best", -5.0, 5.0), new("dear", 5.0, 4.0), new("worse", 0.0, 5.0)]);

        Assert.That(
            placed.Select(entry => (entry.Of.Name, entry.Dominance)),
            Is.EqualTo([("best", Dominance.None), ("worse", Dominance.Strong), ("dear", Dominance.Strong)])
        );
    }
}
