using System.Text;
using SharpFuzz;

namespace SystemSim.Campaign;

/// <summary>Part of the reader, ready to be given any bytes. Whatever is thrown is a fault: a reader tells what is wrong, and throws
/// nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Read">Reads.</param>
internal sealed record Harness(string Name, Action<string> Read)
{
    private static readonly Harness[] All =
    [
        new("numbers", NumberHarness.Read),
        new("draws", TableHarness.ReadDraws),
        new("expected", TableHarness.ReadExpected),
        new("scenario", ScenarioHarness.Read),
    ];

    /// <summary>Names of all.</summary>
    public static IEnumerable<string> Names => All.Select(harness => harness.Name);

    /// <summary>The harness of a name; null when there is none.</summary>
    public static Harness? Find(string name) => All.FirstOrDefault(harness => harness.Name == name);

    /// <summary>Reads what the fuzzer gives, over and over in this process.</summary>
    public static int Run(Harness harness)
    {
        Fuzzer.Run(input =>
        {
            using var reader = new StreamReader(input, Encoding.UTF8);
            harness.Read(reader.ReadToEnd());
        });
        return 0;
    }

    /// <summary>Reads files, each once.</summary>
    public static int Replay(Harness harness, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            harness.Read(File.ReadAllText(file));
        }

        return 0;
    }
}
