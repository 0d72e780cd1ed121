using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Places;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>A starter model, read as a program without a disk reads it, and run.</summary>
internal static class ReadStarter
{
    private static readonly Lazy<ImmutableArray<KeyValuePair<string, ImmutableArray<byte>>>> Shared = new(() =>
    [
        .. Directory.GetFiles(RepositoryFolder.At("scenarios/shared")).Select(file =>
            KeyValuePair.Create($"shared/{Path.GetFileName(file)}", ImmutableArray.Create(File.ReadAllBytes(file)))
        ),
    ]);

    /// <summary>The files that starter models extend.</summary>
    public static IEnumerable<KeyValuePair<string, ImmutableArray<byte>>> SharedFiles => Shared.Value;

    /// <summary>Reads it.</summary>
    public static ReadResult Of(Council council)
    {
        var own = Starters.Of(council, "shared/").Select(file => KeyValuePair.Create(file.Name, ImmutableArray.Create(file.Bytes)));
        return ScenarioReader.Read(new NamedTexts(own.Concat(Shared.Value)), "scenario.yaml", []);
    }

    /// <summary>Runs it with central values.</summary>
    public static Answers Run(ReadResult read, bool bySteps = true)
    {
        var study = CentralStudy.Run(Prepared.Of(read.Scenario!), bySteps: bySteps);
        return study.Broken is { } broken ? throw new InvalidOperationException(broken.Sentence) : Answers.Of(read.Scenario!, study.Runs);
    }
}
