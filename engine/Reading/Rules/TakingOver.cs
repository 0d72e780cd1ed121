using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An option's arrangement takes over from the baseline's in a year of the run.</summary>
internal static class TakingOver
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, option) in draft.Options)
        {
            if (option.From is { } from)
            {
                CheckYear(draft, option, from, $"options.{name}.from");
            }
        }
    }

    private static void CheckYear(Draft draft, ReadOption option, FinancialYear from, string path)
    {
        if (option.Id == draft.Baseline)
        {
            draft.Report(
                Codes.NothingToTakeOver,
                path,
                "the baseline says what is so today: no arrangement comes before its own.",
                "leave this out."
            );
        }
        else if (draft.Horizon is { } horizon && (from < horizon.Start || from > horizon.YearAt(horizon.Years - 1)))
        {
            draft.Report(
                Codes.NothingToTakeOver,
                path,
                $"{from} is not run.",
                $"the run goes from {horizon.Start} to {horizon.YearAt(horizon.Years - 1)}."
            );
        }
    }
}
