using BenchmarkDotNet.Attributes;

namespace SystemSim.Bench;

/// <summary>10,000 draws of the borough scenario, one option, one core.</summary>
[MemoryDiagnoser]
public class LanesBench
{
    private const int Draws = 10_000;
    private BoroughDraws draws = null!;

    /// <summary>How programs run.</summary>
    [Params(true, false)]
    public bool IsCompiled { get; set; }

    /// <summary>Prepares the programs.</summary>
    [GlobalSetup]
    public void Prepare() => draws = Scenarios.DrawsOfBorough(IsCompiled);

    /// <summary>Runs the draws.</summary>
    [Benchmark(OperationsPerInvoke = Draws)]
    public double OneDraw() => draws.Run(Draws);
}
