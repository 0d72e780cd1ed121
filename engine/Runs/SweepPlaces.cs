using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Places;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Runs the starter models of many councils on the same draws: what <c>places --sweep</c> asks.</summary>
/// <remarks>
/// National numbers (indices, effects, shared rates, terms) are drawn once for all places: they have the same streams and draw numbers in
/// each. What is of a place alone (<see cref="LocalNumbers"/>) has streams of its own. So sums over places have the range that they
/// should have, and not the far narrower one of places that are drawn apart.
/// </remarks>
public static class SweepPlaces
{
    private const string Pooled = "pooled";
    private const string Council = "council";
    private const string Nhs = "nhs";

    /// <summary>Numbers that are of a place alone.</summary>
    public static ImmutableArray<string> LocalNumbers { get; } =
    [
        "people.start",
        "organisations.council.income.council_tax",
        "organisations.council.income.grants_and_rates",
        "organisations.council.other_spending",
        "organisations.council.reserves",
        "organisations.nhs.income.allocation",
        "factors.home_care_demand",
        "factors.care_home_demand",
        "factors.working_age_demand",
        "factors.ae_need",
        "factors.emergency_need",
        "factors.acute_need",
        "factors.community_need",
        "factors.mental_need",
        "factors.primary_need",
    ];

    /// <summary>Runs them.</summary>
    /// <param name="councils">The councils.</param>
    /// <param name="shared">The files that starter models extend, by name.</param>
    /// <param name="draws">Draws for each.</param>
    /// <param name="threads">Threads: each takes one council after the other.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="stop">Interrupts it.</param>
    public static Task<ImmutableArray<SweptPlace>> Run(
        ImmutableArray<Council> councils,
        IEnumerable<(string Name, byte[] Bytes)> shared,
        int draws,
        int threads,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        KeyValuePair<string, ImmutableArray<byte>>[] files = [.. shared.Select(Text)];
        var done = 0;
        return Task.Run(
            () => councils.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(stop).Select(council =>
            {
                var swept = Sweep(council, files, draws, stop);
                progress?.Report((double)Interlocked.Increment(ref done) / councils.Length);
                return swept;
            }).ToImmutableArray(),
            stop
        );
    }

    private static KeyValuePair<string, ImmutableArray<byte>> Text((string Name, byte[] Bytes) file) =>
        KeyValuePair.Create(file.Name, file.Bytes.ToImmutableArray());

    private static SweptPlace Sweep(
        Council council,
        IEnumerable<KeyValuePair<string, ImmutableArray<byte>>> shared,
        int draws,
        CancellationToken stop
    )
    {
        var own = Starters.Of(council, "shared/").Select(Text);
        var scenario = ScenarioReader.Read(new NamedTexts(own.Concat(shared)), ScenarioReader.FileInFolder, []).Scenario!;
        scenario = scenario with { Drawing = scenario.Drawing with { Local = new(council.Code, LocalNumbers) } };
        var answers = DrawStudy.Run(
            Prepared.Of(scenario, LaneOptions.Usual),
            new DrawRequest { Draws = draws, KeepsDraws = true },
            progress: null,
            stop
        );
        var kept = answers.Kept!;
        return new SweptPlace(
            new StarterModel(council),
            [.. kept.Draws],
            Difference(kept, scenario, "spend", organisation: ""),
            Difference(kept, scenario, "position", Council),
            Difference(kept, scenario, "position", Nhs)
        );
    }

    /// <summary>[draw, the central run first] pooled less the baseline.</summary>
    private static ImmutableArray<double> Difference(KeptDraws kept, Scenario scenario, string measure, string organisation)
    {
        var (pooled, siloed) = (Of(Pooled), Of(scenario.Baseline.Name));
        return [.. pooled.Zip(siloed, (one, other) => one - other)];

        IReadOnlyList<double> Of(string option) =>
            kept.Values[
                Enumerable.Range(0, kept.Outcomes.Length).First(row => kept.Outcomes[row].About is var about
                    && about.Option == option && about.Against.Length == 0 && about.Measure == measure
                    && about.Organisation == organisation && about.Fund.Length == 0)];
    }
}

/// <summary>What pooling comes to in one place, draw by draw, in prices of 2026/27 over all years; the central run first.</summary>
/// <param name="Model">The starter model.</param>
/// <param name="Draws">Numbers of the draws that were used; 0 is the central run.</param>
/// <param name="Spent">What is spent more on services.</param>
/// <param name="CouncilGains">By how much the council is better off at the end.</param>
/// <param name="NhsGains">By how much the NHS is.</param>
public sealed record SweptPlace(
    StarterModel Model,
    ImmutableArray<long> Draws,
    ImmutableArray<double> Spent,
    ImmutableArray<double> CouncilGains,
    ImmutableArray<double> NhsGains
);
