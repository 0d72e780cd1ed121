using SystemSim.Lanes;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>A study made ready to be drawn from: read and planned once, whatever shards are asked of it.</summary>
/// <remarks>One of these is used by one caller at a time.</remarks>
public sealed class DrawShard
{
    private readonly Study study;
    private readonly OpenScenario scenario;
    private readonly DrawRequest request;

    private DrawShard(Study study, OpenScenario scenario, DrawRequest request)
    {
        (this.study, this.scenario, this.request) = (study, scenario, request);
    }

    /// <summary>Makes a study ready.</summary>
    /// <param name="study">The study.</param>
    /// <param name="threads">Threads to use; never changes a bit.</param>
    /// <param name="lanes">How its programs are made and run; null for the usual way.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>The study, made ready; or why this program does not draw for it.</returns>
    public static Task<Outcome<DrawShard>> Ready(Study study, int threads, LaneOptions? lanes = null, CancellationToken stop = default) =>
        Outcome.Of(async () =>
        {
            var scenario = await study.Open(lanes, stop);
            var request = study.DrawRequest(scenario, threads);
            var planned = await Task.Run(() => DrawStudy.Fingerprint(scenario.Prepared, request), stop).WaitAsync(stop);
            return planned == study.Fingerprint
                ? new DrawShard(study, scenario, request)
                : throw new RefusedException(
                    new RunFailure
                    {
                        Kind = FailureKind.Fault,
                        About = study.Named,
                        Sentence = "this machine plans the study with other numbers than the machine that planned it: its draws are of no use.",
                        Hint = "please report it to the project, with the scenario and what machines they are.",
                    }
                );
        });

    /// <summary>Draws a shard.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>The bytes of its file: the same whoever draws it, with however many threads.</returns>
    public async Task<byte[]> Run(Shard shard, CancellationToken stop = default)
    {
        var (first, end) = shard.ChunksOf(study);
        var summaries = await Task.Run(() => DrawStudy.Part(scenario.Prepared, request, first, end - first, study.Bins, stop), stop);
        return ShardFile.Write(study, shard, summaries);
    }
}
