using System.Text.Json;
using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;
using SystemSim.Reading;

namespace SystemSim.Tests;

/// <summary>The borough scenario against its plain reference: central runs, and fifty draws of thirty multipliers.</summary>
public sealed class BoroughTests
{
    private const double Agreement = 1e-9;
    private const int Draws = 50;
    private const int Lanes = 56;

    private static readonly string Folder = Repository.Find("scenarios", "features", "borough");

    [Test]
    public void Fifty_draws_of_both_policies_match_the_reference([Values] bool isCompiled)
    {
        var scenario = ScenarioReader.Read(Folder, []).Scenario!;
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(plans, plans[0], new RunPurpose { Drawn = true });
        var block = isCompiled ? LaneMemory.LaneUnit : Lanes;
        var loop = new RunLoop(programs, block, program => isCompiled ? CompiledProgram.Compile(program) : new Interpreter());
        var reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "reference.json"))).RootElement;
        for (var first = 0; first < Draws; first += block)
        {
            var multipliers = Multipliers(scenario, first, block);
            Assert.That(loop.Open(multipliers), Is.Null);
            for (var option = 0; option < plans.Length; option++)
            {
                var ledger = new Ledger(programs.Options[option].Ledger, plans[option].Years, 0, block);
                Assert.That(loop.Run(option, plans[option], multipliers, ledger), "an invariant broke");
                var draws = reference.GetProperty(scenario.Options[option].Id.Name).GetProperty("draws");
                for (var lane = 0; lane < block && first + lane < Draws; lane++)
                {
                    var expected = draws[first + lane].EnumerateArray().Select(value => value.GetDouble());
                    Assert.That(Outcomes(ledger, lane), Is.EqualTo(expected).Within(100.0 * Agreement).Percent, $"draw {first + lane}");
                }
            }
        }
    }

    /// <summary>Cost, quality-adjusted life years, unmet contacts, and the dead and the complex aged 80 and over.</summary>
    private static double[] Outcomes(Ledger ledger, int lane)
    {
        var years = Enumerable.Range(0, ledger.YearCount).ToArray();
        var services = Enumerable.Range(0, 8).ToArray();
        return
        [
            years.Sum(year => services.Sum(service => ledger.InYear(new LedgerRow(Measure.ProviderCost, service, 0), year, lane))),
            years.Sum(year => ledger.InYear(new LedgerRow(Measure.QualityAdjustedLifeYears, 0, 0), year, lane)),
            years.Sum(year => services.Sum(service => ledger.InYear(new LedgerRow(Measure.Unmet, service, 0), year, lane))),
            ledger.InYear(new LedgerRow(Measure.Dead, 4, 0), years[^1], lane),
            ledger.InYear(new LedgerRow(Measure.People, 19, 0), years[^1], lane),
        ];
    }

    /// <summary><c>[multiplier * lanes + lane]</c>: the reference's own uniform numbers, each within its factor's bounds.</summary>
    private static double[] Multipliers(Scenario scenario, int first, int lanes)
    {
        var multipliers = new double[scenario.Factors.Length * lanes];
        for (var row = 0; row < scenario.Factors.Length; row++)
        {
            var spread = scenario.Factors[row].Value.Spread!;
            for (var lane = 0; lane < lanes; lane++)
            {
                var uniform = ReferenceDraws.Uniform((ulong)(first + lane), row);
                multipliers[(row * lanes) + lane] = spread.Low!.Value + ((spread.High!.Value - spread.Low.Value) * uniform);
            }
        }

        return multipliers;
    }
}
