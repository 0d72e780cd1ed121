using System.IO.MemoryMappedFiles;

namespace SystemSim.Campaign;

/// <summary>Which mutant of the mutated assembly is alive: Stryker's own switch, a number in a file that the assembly looks at.</summary>
internal sealed class ActiveMutant : IDisposable
{
    /// <summary>No mutant: the assembly does what its source says.</summary>
    public const int None = -1;

    private readonly string file = Path.GetTempFileName();
    private readonly MemoryMappedFile mapped;
    private readonly MemoryMappedViewAccessor number;

    /// <summary>Opens the switch. Before the mutated assembly is called for the first time.</summary>
    public ActiveMutant()
    {
        File.WriteAllBytes(file, BitConverter.GetBytes(None));
        mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open, mapName: null, sizeof(int));
        number = mapped.CreateViewAccessor();
        Environment.SetEnvironmentVariable("STRYKER_MUTANT_FILE", file);
    }

    /// <summary>Brings one mutant to life, and no other.</summary>
    public void Set(int mutant)
    {
        number.Write(0, mutant);
        number.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        number.Dispose();
        mapped.Dispose();
        File.Delete(file);
    }
}
