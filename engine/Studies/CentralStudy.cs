using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Runs the options of a scenario once each, with central values.</summary>
public sealed record CentralStudy
{
    /// <summary>The runs, in the order of the options; empty when something broke.</summary>
    public required ImmutableArray<OptionRun> Runs { get; init; }

    /// <summary>What broke; null when every invariant held.</summary>
    public required BrokenInvariant? Broken { get; init; }

    /// <summary>Runs a scenario.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="options">Options to run beside the baseline; null for all.</param>
    /// <param name="bySteps">Whether to keep every step.</param>
    /// <param name="progress">Told the share of the work that is done.</param>
    /// <param name="stop">Interrupts between options.</param>
    public static CentralStudy Run(
        Prepared prepared,
        IReadOnlyCollection<OptionId>? options = null,
        bool bySteps = false,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        var keepsSteps = bySteps || prepared.Scenario.Appraisal is { Discounting: not Discounting.ByYear };
        var programs = prepared.Central(options, keepsSteps);
        var study = Run(programs, progress, stop);
        return study.Broken is { } broken
            ? study with { Broken = BreachTracer.Traced(prepared, Explained(programs) ?? broken) }
            : study with { Runs = [.. study.Runs.Select(run => run with { ShowsSteps = bySteps })] };
    }

    private static CentralStudy Run(PreparedPrograms programs, IProgress<double>? progress, CancellationToken stop)
    {
        var (scenario, block) = (programs.Prepared.Scenario, programs.Block());
        var quantities = programs.CentralQuantities(block.Lanes);
        if (block.Open(quantities) is { } breach)
        {
            return Stopped(BrokenInvariant.Tell(scenario, scenario.BaselineOption, breach));
        }

        var runs = ImmutableArray.CreateBuilder<OptionRun>();
        for (var row = 0; row < programs.Options.Length; row++)
        {
            stop.ThrowIfCancellationRequested();
            var option = programs.Options[row];
            if (block.Run(row, quantities).ContainsAnyExcept(0.0))
            {
                return Stopped(new BrokenInvariant(option.Id, "", $"option {option.Id}: an invariant broke.", RunFault.None));
            }

            runs.Add(new OptionRun(option, block.Ledgers[row]));
            progress?.Report((row + 1.0) / programs.Options.Length);
        }

        return new CentralStudy { Runs = runs.ToImmutable(), Broken = null };
    }

    /// <summary>Runs once more with every check kept apart, to say which broke first.</summary>
    private static BrokenInvariant? Explained(PreparedPrograms programs)
    {
        var block = programs.For(programs.Purpose with { ChecksApart = true }).Block();
        return block.FirstBreach(programs.CentralQuantities(block.Lanes)) is var (option, breach)
            ? BrokenInvariant.Tell(programs.Prepared.Scenario, option, breach)
            : null;
    }

    private static CentralStudy Stopped(BrokenInvariant broken) => new() { Runs = [], Broken = broken };
}
