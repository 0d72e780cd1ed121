using System.Text.Json;
using System.Text.RegularExpressions;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Writes the jobs by which a Kubernetes cluster draws a study and merges it: an Indexed Job, one pod a shard, and a job that
/// merges, over a volume that all of them share and that holds the study.</summary>
/// <remarks>Kubernetes has nothing that starts a job after another: the second is applied once the first is complete. A manifest in JSON is
/// one in YAML.</remarks>
/// <param name="study">The study.</param>
/// <param name="image">Image of a container whose program is <c>systemsim</c>, of the version that planned the study.</param>
/// <param name="claim">Claim of the volume.</param>
/// <param name="path">Path of the study's folder on the volume.</param>
internal sealed partial class KubernetesJobs(Study study, string image, string claim, string path)
{
    private const string Mounted = "/volume";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    // So many pods of one shard may fail before the others are still drawn, and it is told as missing.
    private const int MostFailuresOfShard = 3;

    /// <summary>Name of the job that draws.</summary>
    public string DrawName => $"{Name}-draw";

    /// <summary>Name of the job that merges.</summary>
    public string MergeName => $"{Name}-merge";

    // What Kubernetes takes for a name: small letters, digits, dashes, and few of them.
    private string Name => $"systemsim-{NotOfNames().Replace(study.Name.ToLowerInvariant(), "-")[..Math.Min(study.Name.Length, 30)]}-{study.Hash[..8]}";

    private string StudyPath => $"{Mounted}/{path.Trim('/')}";

    /// <summary>The job that draws.</summary>
    /// <param name="parallel">How many pods draw at a time.</param>
    public byte[] Draw(int parallel) => Job(DrawName, ["draw", StudyPath, "--index-from", "JOB_COMPLETION_INDEX", "--threads", "1", "--quiet"], json =>
    {
        json.WriteString("completionMode", "Indexed");
        json.WriteNumber("completions", study.Shards);
        json.WriteNumber("parallelism", Math.Min(parallel, study.Shards));
        json.WriteNumber("backoffLimitPerIndex", MostFailuresOfShard);
        json.WriteNumber("maxFailedIndexes", study.Shards);
    });

    /// <summary>The job that merges.</summary>
    /// <param name="results">Name of the results folder, beside the study.</param>
    public byte[] Merge(string results) => Job(MergeName, ["merge", StudyPath, "--out", $"{StudyPath}/{results}", "--quiet"], json =>
        json.WriteNumber("backoffLimit", 0));

    /// <summary>Has a job run, and waits until it has ended.</summary>
    /// <param name="manifest">Full path of its manifest.</param>
    /// <param name="name">Its name.</param>
    /// <param name="looked">Is told how many of its pods have ended well, whenever it has been looked.</param>
    /// <param name="stop">Stops the waiting; the job goes on.</param>
    /// <returns>Whether all of it ended well.</returns>
    /// <exception cref="UserError">The cluster does not take it.</exception>
    public static async Task<bool> Run(string manifest, string name, Action<int> looked, CancellationToken stop)
    {
        // What an earlier call has left under the name is of the same study: it has ended, or is this very job.
        await ClusterCommand.Call("kubectl", ["apply", "--filename", manifest], stop);
        while (true)
        {
            using var job = JsonDocument.Parse(await ClusterCommand.Call("kubectl", ["get", "job", name, "--output", "json"], stop));
            if (job.RootElement.TryGetProperty("status", out var status))
            {
                looked(status.TryGetProperty("succeeded", out var succeeded) ? succeeded.GetInt32() : 0);
                string[] holds = status.TryGetProperty("conditions", out var conditions)
                    ?
                    [
                        .. conditions.EnumerateArray()
                            .Where(condition => condition.GetProperty("status").GetString() == "True")
                            .Select(condition => condition.GetProperty("type").GetString()!),
                    ]
                    : [];
                if (holds.Contains("Complete") || holds.Contains("Failed"))
                {
                    return holds.Contains("Complete");
                }
            }

            await Task.Delay(BetweenLooks, stop);
        }
    }

    /// <summary>What a job's pods have said.</summary>
    public static Task<string> Log(string name, CancellationToken stop) => ClusterCommand.Call("kubectl", ["logs", $"job/{name}"], stop);

    private byte[] Job(string name, string[] words, Action<Utf8JsonWriter> spec) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("apiVersion", "batch/v1");
        json.WriteString("kind", "Job");
        json.WriteStartObject("metadata");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteStartObject("spec");
        spec(json);
        json.WriteStartObject("template");
        json.WriteStartObject("spec");
        json.WriteString("restartPolicy", "Never");
        json.WriteStartArray("containers");
        json.WriteStartObject();
        json.WriteString("name", "systemsim");
        json.WriteString("image", image);
        json.Array("args", words, json.WriteStringValue);
        json.WriteStartArray("volumeMounts");
        json.WriteStartObject();
        json.WriteString("name", "studies");
        json.WriteString("mountPath", Mounted);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("volumes");
        json.WriteStartObject();
        json.WriteString("name", "studies");
        json.WriteStartObject("persistentVolumeClaim");
        json.WriteString("claimName", claim);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    [GeneratedRegex("[^a-z0-9]")]
    private static partial Regex NotOfNames();
}
