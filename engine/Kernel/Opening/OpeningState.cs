using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The equations of the opening state: one round of settling, and the opening values that options ask for.</summary>
public sealed record OpeningState
{
    /// <summary>Most rounds of settling; returns that have not settled by then feed on themselves.</summary>
    public const int MostRounds = 20_000;

    /// <summary>The instructions: a round of settling is the section of the step.</summary>
    public required LaneProgram Program { get; init; }

    /// <summary>Output that is 0 in lanes that have settled; -1 when nothing asked for needs settling.</summary>
    public required int Moving { get; init; }

    /// <summary>[service] output that must not be negative: the scale of need once failure demand is taken out; -1 where nothing
    /// is.</summary>
    public required ImmutableArray<int> NeedScales { get; init; }

    /// <summary>[opening value] its output.</summary>
    public required ImmutableArray<int> Values { get; init; }

    /// <summary>Writes the equations.</summary>
    /// <param name="baseline">The baseline's plan.</param>
    /// <param name="today">Opening values asked for.</param>
    /// <param name="isUsed">[opening value] whether a run reads it; those that none does are zero.</param>
    /// <param name="purpose">What the runs are for.</param>
    public static OpeningState Write(Plan baseline, OpeningRows today, bool[] isUsed, RunPurpose purpose)
    {
        var set = new EquationSet { Passes = purpose.Lanes.Passes };
        if (!isUsed.Contains(true))
        {
            return new OpeningState { Moving = -1, NeedScales = [], Values = [], Program = set.ToProgram() };
        }

        var state = new OpeningVariables(new PlanValues(baseline, set, purpose.Drawn));
        set.Section = Section.Step;
        state.Settle();

        set.Section = Section.YearEnd;
        var round = state.Round();
        var values = today.Asked.Select((asked, value) => isUsed[value] ? round.Of(asked) : set.Zero).ToArray();
        var settles = values.Any(set.ReadsVariables);
        return new OpeningState
        {
            Moving = settles ? set.Output(state.Moving) : -1,
            NeedScales = [.. baseline.Services.Select((plan, service) =>
                settles && baseline.RatesAreObserved && !plan.Failed.IsEmpty ? set.Output(round.NeedScale(service)) : -1)],
            Values = [.. values.Select(value => set.Output(value))],
            Program = set.ToProgram(),
        };
    }
}
