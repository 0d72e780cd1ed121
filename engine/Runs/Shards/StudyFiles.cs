using System.Security.Cryptography;
using System.Text.Json;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>A study as files: <c>study.json</c>, which says what is asked and has the hash of everything else; <c>bins</c>, where draws
/// are counted that are summed; and copies of the scenario's files.</summary>
public static class StudyFiles
{
    /// <summary>Name of the file that says what is asked.</summary>
    public const string Main = "study.json";

    private const string Bins = "bins";
    private const int Version = 2;

    /// <summary>The files of a study.</summary>
    /// <param name="study">The study.</param>
    /// <returns>Names with forward slashes, and bytes.</returns>
    public static ImmutableArray<(string Name, byte[] Bytes)> Write(Study study) =>
        [
            (Main, MainOf(study)),
            .. study.Question is StudyQuestion.OfRun { Bins: var bins } ? [(Bins, BytesOf(bins))] : Array.Empty<(string, byte[])>(),
            .. study.Inputs.Select(input => (input.Name, input.Bytes.ToArray())),
        ];

    /// <summary>Reads a study.</summary>
    /// <param name="named">The study as its caller names it.</param>
    /// <param name="open">Gives the bytes of a file by its name; null where there is none.</param>
    /// <returns>The study; or what is wrong with its files.</returns>
    public static Outcome<Study> Read(string named, Func<string, byte[]?> open)
    {
        try
        {
            var main = open(Main) ?? throw Refused(named, $"the folder holds no {Main}.", "name a folder that systemsim plan has made.");
            return new Outcome<Study> { Result = Of(named, main, open) };
        }
        catch (RefusedException refused)
        {
            return new Outcome<Study> { Failure = refused.Failure };
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidDataException)
        {
            return new Outcome<Study> { Failure = Refused(named, $"{Main} is not as it was written.", PlanAgain).Failure };
        }
    }

    /// <summary>The study with its hash.</summary>
    internal static Study Sealed(Study study) => study with { Hash = HashOf(MainOf(study)) };

    private const string PlanAgain = "plan the study again, into another folder.";

    private static Study Of(string named, byte[] main, Func<string, byte[]?> open)
    {
        using var json = JsonDocument.Parse(main);
        var root = json.RootElement;
        if (root.GetProperty("study").GetInt32() != Version)
        {
            throw Refused(named, "the study was planned by another version of the program.", PlanAgain);
        }

        var inputs = root.GetProperty("inputs")
            .EnumerateArray()
            .Select(input =>
            {
                var name = input.GetProperty("name").GetString()!;
                return new StudyInput(name, [.. Whole(named, name, input.GetProperty("sha256").GetString()!, open)]);
            });
        var study = new Study
        {
            Named = named,
            Name = root.GetProperty("name").GetString()!,
            Scenario = root.GetProperty("scenario").GetString()!,
            Inputs = [.. inputs],
            Overrides = Texts(root, "set"),
            Question = StudyQuestion.Read(root, hash => SummariesFile.ReadBins(new MemoryStream(Whole(named, Bins, hash, open)))),
            Shards = root.GetProperty("shards").GetInt32(),
            Version = root.GetProperty("version").GetString()!,
            Engine = root.GetProperty("engine").GetString()!,
            Fingerprint = root.GetProperty("planned").GetString()!,
            Hash = HashOf(main),
        };

        // What is read is what would be written: nothing was added or moved by hand. And it is what is planned.
        var isWhole = study.Question is not StudyQuestion.OfRun { Draws: <= Study.FewestDraws }
            && study.Shards is >= 1 and <= Shard.Most
            && study.Shards <= study.Chunks;
        return isWhole && MainOf(study).AsSpan().SequenceEqual(main) ? study : throw new InvalidDataException("It has been changed.");
    }

    private static byte[] MainOf(Study study) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("study", Version);
        json.WriteString("version", study.Version);
        json.WriteString("engine", study.Engine);
        json.WriteString("name", study.Name);
        json.WriteString("scenario", study.Scenario);
        json.Array(
            "inputs",
            study.Inputs,
            input =>
            {
                json.WriteStartObject();
                json.WriteString("name", input.Name);
                json.WriteString("sha256", HashOf(input.Bytes.AsSpan()));
                json.WriteEndObject();
            }
        );
        json.Array("set", study.Overrides, json.WriteStringValue);
        study.Question.Write(json);
        json.WriteNumber("shards", study.Shards);
        json.WriteString("planned", study.Fingerprint);
        json.WriteEndObject();
    });

    internal static byte[] BytesOf(QuantileBins bins)
    {
        using var stream = new MemoryStream();
        SummariesFile.Write(bins, stream);
        return stream.ToArray();
    }

    /// <summary>The bytes of a file, as they were when the study was planned.</summary>
    private static byte[] Whole(string named, string name, string hash, Func<string, byte[]?> open) =>
        open(name) is not { } bytes ? throw Refused(named, $"{name} is missing.", PlanAgain)
        : HashOf(bytes) != hash ? throw Refused(named, $"{name} has been changed since the study was planned.", PlanAgain)
        : bytes;

    private static ImmutableArray<string> Texts(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    internal static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static RefusedException Refused(string named, string sentence, string hint) =>
        new(new RunFailure { Kind = FailureKind.Resource, About = named, Sentence = sentence, Hint = hint });
}
