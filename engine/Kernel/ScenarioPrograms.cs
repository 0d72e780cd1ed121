using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The programs of a scenario: one that settles today's opening state, and one for each option.</summary>
public sealed record ScenarioPrograms
{
    /// <summary>Number of uncertain quantities: the first inputs of every program.</summary>
    public required int Quantities { get; init; }

    /// <summary>Opening values: the inputs after the quantities.</summary>
    public required int OpeningValues { get; init; }

    /// <summary>The opening state.</summary>
    public required OpeningState Opening { get; init; }

    /// <summary>The baseline's start of the first year, for what its funds open with; null when no option asks.</summary>
    public required OptionProgram? FirstYearStart { get; init; }

    /// <summary>[opening value] service whose first budget it is, by the baseline's start of its first year; -1 for what settles before any
    /// year starts.</summary>
    public required ImmutableArray<int> OpenedServices { get; init; }

    /// <summary>[option] the runs.</summary>
    public required ImmutableArray<OptionProgram> Options { get; init; }

    /// <summary>Writes the programs of some options that share a baseline.</summary>
    /// <param name="plans">The options' plans.</param>
    /// <param name="baseline">The baseline's plan.</param>
    /// <param name="purpose">What the runs are for.</param>
    public static ScenarioPrograms Write(IEnumerable<Plan> plans, Plan baseline, RunPurpose purpose)
    {
        var rows = new OpeningRows(baseline.CentralQuantities.Length);
        var options = plans.Select(plan => OptionProgram.Write(plan, baseline, rows, purpose)).ToImmutableArray();
        var asksOpened = rows.Asked.Any(asked => asked.Kind is OpeningKind.Opened or OpeningKind.Let);
        var firstYear = asksOpened
            ? OptionProgram.Write(
                baseline,
                baseline,
                rows,
                new RunPurpose
                {
                    Drawn = purpose.Drawn,
                    Lanes = purpose.Lanes,
                    Wants = measure => measure == Measure.Budget,
                }
            )
            : null;
        var users = firstYear is null ? options : options.Add(firstYear);
        var isUsed = Enumerable.Range(0, rows.Count).Select(value =>
            users.Any(user => user.Program.UsesInput.ElementAtOrDefault(baseline.CentralQuantities.Length + value))).ToArray();
        return new ScenarioPrograms
        {
            Quantities = baseline.CentralQuantities.Length,
            OpeningValues = rows.Count,
            Opening = OpeningState.Write(baseline, rows, isUsed, purpose),
            FirstYearStart = firstYear,
            OpenedServices =
            [
                .. rows.Asked.Select(asked =>
                    asked.Kind == OpeningKind.Let || (asked.Kind == OpeningKind.Opened && IsPaidFromOwnFund(baseline, asked.Row))
                        ? asked.Row
                        : -1
                ),
            ],
            Options = options,
        };
    }

    private static bool IsPaidFromOwnFund(Plan plan, int service) => plan.Funds[plan.Services[service].Fund].Pool is null;
}
