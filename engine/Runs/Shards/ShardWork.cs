using SystemSim.Analysis;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>A scenario made ready for what a study asks of it.</summary>
internal abstract class ShardWork
{
    /// <summary>SHA-256 of numbers as planned: the same on machines that plan alike.</summary>
    public abstract string Fingerprint();

    /// <summary>Works some chunks, and writes what they come to.</summary>
    /// <param name="first">The first chunk, from 0.</param>
    /// <param name="end">The first that is not of them.</param>
    /// <param name="into">Where to.</param>
    /// <param name="stop">Interrupts it.</param>
    public abstract void Write(long first, long end, Stream into, CancellationToken stop);
}

/// <summary>A scenario made ready for what a study asks of it, and for what its parts come to together.</summary>
/// <typeparam name="TPart">What a part comes to.</typeparam>
/// <typeparam name="TFound">What all come to together.</typeparam>
internal abstract class ShardWork<TPart, TFound> : ShardWork
{
    /// <summary>Reads what <see cref="ShardWork.Write"/> has written.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public abstract TPart Read(Stream part);

    /// <summary>What parts come to together.</summary>
    /// <param name="parts">Parts that together are all chunks, in their order; each is asked for when it is its turn.</param>
    public abstract TFound Merged(IEnumerable<TPart> parts);
}

/// <summary>Draws, summed as they are made.</summary>
internal sealed class WorkOfDraws : ShardWork<DrawSummaries, DrawAnswers>
{
    private readonly OpenScenario scenario;
    private readonly DrawRequest request;
    private readonly Lazy<Func<long, long, CancellationToken, DrawSummaries>> draw;
    private readonly Lazy<Func<Stream, DrawSummaries>> read;

    public WorkOfDraws(OpenScenario scenario, StudyQuestion.OfRun question, int threads)
    {
        this.scenario = scenario;
        request = new()
        {
            Draws = question.Draws,
            Seed = question.Seed,
            Options = RunSteps.Named(scenario, question.Request.Options),
            Threads = threads,
        };
        draw = new(() => DrawStudy.PartRunner(scenario.Prepared, request, question.Bins));
        read = new(() => DrawStudy.PartReader(scenario.Prepared, request));
    }

    public override string Fingerprint() => DrawStudy.Fingerprint(scenario.Prepared, request);

    public override void Write(long first, long end, Stream into, CancellationToken stop) =>
        SummariesFile.Write(draw.Value(first, end - first, stop), into);

    public override DrawSummaries Read(Stream part) => read.Value(part);

    public override DrawAnswers Merged(IEnumerable<DrawSummaries> parts) =>
        RunSteps.Some(scenario, DrawStudy.Merged(scenario.Prepared, request, parts));
}

/// <summary>Runs at points, each kept.</summary>
internal sealed class WorkOfPoints(PointStudy<SensitivityResult> study, StudyQuestion.OfSensitivity question)
    : ShardWork<PointPart, SensitivityResult>
{
    public override string Fingerprint() => study.Fingerprint();

    public override void Write(long first, long end, Stream into, CancellationToken stop)
    {
        var (from, to) = (first * question.PiecesOfChunk, Math.Min(question.Points, end * question.PiecesOfChunk));
        study.Part((int)from, (int)(to - from), stop).Write(into);
    }

    public override PointPart Read(Stream part) => study.Read(part);

    public override SensitivityResult Merged(IEnumerable<PointPart> parts) => study.Of(parts);
}
