using NUnit.Framework;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Tests;

/// <summary>Draws of the program against a plain generator written from the page alone, bit for bit.</summary>
public sealed class OracleDrawTests
{
    private const int Lanes = 64;

    private static readonly string[] Names =
    [
        "services.gp.cost.unit",
        "governance.*.pools.*.running",
        "people.moves.well -> ill.chance",
        "£",
    ];

    [Test]
    public void Every_uniform_number_is_that_of_the_page(
        [Values] Sampling method, [Values(0, 1, 20251, int.MaxValue)] int seed, [Values(1, 2, 3, 8, 17, 100, 1_000, 65_537)] int draws)
    {
        var planned = DrawPlanner.Build(Scenario(method));
        var block = new DrawBlock(planned.Plan, (ulong)seed, draws, Lanes);

        foreach (var first in new[] { 1, Math.Max(1, (draws / 2) - 9), Math.Max(1, draws - Lanes + 1) }.Distinct())
        {
            block.Fill(first);
            for (var row = 0; row < Names.Length; row++)
            {
                // From 0 to 1, and as likely anywhere: the number is the uniform number.
                for (var lane = 0; lane < Lanes && first + lane <= draws; lane++)
                {
                    Assert.That(
                        block.Quantities[(row * Lanes) + lane],
                        Is.EqualTo(PlainDraws.Uniform(method, (ulong)seed, Names[row], (ulong)(first + lane), (ulong)draws)),
                        $"{Names[row]}, draw {first + lane}"
                    );
                }
            }
        }
    }

    [Test]
    public void A_Latin_hypercube_of_the_page_meets_every_part_once([Values(1, 2, 5, 64, 1_000)] int draws)
    {
        var parts = Enumerable
            .Range(1, draws)
            .Select(d => (int)(PlainDraws.Uniform(Sampling.LatinHypercube, 7, "a", (ulong)d, (ulong)draws) * draws));

        Assert.That(parts.Order(), Is.EqualTo(Enumerable.Range(0, draws)));
    }

    private static Scenario Scenario(Sampling method) =>
        SmallScenarios.Town() with
        {
            Numbers =
            [
                .. Names.Select(name => new Quantity
                {
                    Name = name,
                    Value = 0.5,
                    Spread = new Spread
                    {
                        Low = 0.0,
                        High = 1.0,
                        Shape = "uniform",
                    },
                }),
            ],
            Drawing = new Drawing { Method = method },
        };
}
