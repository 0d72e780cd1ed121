using BenchmarkDotNet.Attributes;
using SystemSim.Reading;

namespace SystemSim.Bench;

/// <summary>Reading a scenario: YAML text to a checked scenario.</summary>
[MemoryDiagnoser]
public class ReadingBench
{
    /// <summary>Reads the borough.</summary>
    [Benchmark]
    public ReadResult Borough() => ScenarioReader.Read(Scenarios.Borough, []);

    /// <summary>Reads Plymouth.</summary>
    [Benchmark]
    public ReadResult Plymouth() => ScenarioReader.Read(Scenarios.Plymouth, []);
}
