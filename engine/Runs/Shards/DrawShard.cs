using SystemSim.Lanes;

namespace SystemSim.Runs;

/// <summary>A study made ready to be drawn from: read and planned once, whatever shards are asked of it.</summary>
/// <remarks>One of these is used by one caller at a time.</remarks>
public sealed class DrawShard
{
    private readonly Study study;
    private readonly ShardWork work;

    private DrawShard(Study study, ShardWork work)
    {
        (this.study, this.work) = (study, work);
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
            var (work, planned) = await Task.Run(() => Planned(scenario), stop).WaitAsync(stop);
            return planned == study.Fingerprint
                ? new DrawShard(study, work)
                : throw new RefusedException(
                    new RunFailure
                    {
                        Kind = FailureKind.Fault,
                        About = study.Named,
                        Sentence = "this machine plans the study with other numbers than the machine that planned it: its draws are of no use.",
                        Hint = "please report it to the project, with the scenario and what machines they are.",
                    }
                );

            (ShardWork Work, string Fingerprint) Planned(OpenScenario scenario)
            {
                var work = study.Question.Work(scenario, threads);
                return (work, work.Fingerprint());
            }
        });

    /// <summary>Draws a shard.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>The bytes of its file: the same whoever draws it, with however many threads.</returns>
    public async Task<byte[]> Run(Shard shard, CancellationToken stop = default)
    {
        var (first, end) = shard.ChunksOf(study);
        return await Task.Run(() => ShardFile.Write(study, shard, into => work.Write(first, end, into, stop)), stop);
    }
}
