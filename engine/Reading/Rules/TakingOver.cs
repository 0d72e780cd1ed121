using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An option's arrangement takes over from the baseline's in a year of the run, and no pool starts or ends with money in it.</summary>
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
                CheckPools(draft, option, from, $"options.{name}.from");
            }
        }
    }

    private static void CheckYear(Draft draft, ReadOption option, FinancialYear from, string path)
    {
        if (option.Id == draft.Baseline)
        {
            draft.Report(Codes.NothingToTakeOver, path, "the baseline says what is so today: no arrangement comes before its own.", "leave this out.");
        }
        else if (draft.Horizon is { } horizon && (from < horizon.Start || from > horizon.YearAt(horizon.Years - 1)))
        {
            draft.Report(
                Codes.NothingToTakeOver, path, $"{from} is not run.", $"the run goes from {horizon.Start} to {horizon.YearAt(horizon.Years - 1)}.");
        }
    }

    private static void CheckPools(Draft draft, ReadOption option, FinancialYear from, string path)
    {
        if (draft.BaselineArrangement is not { } today || draft.Horizon is not { } horizon || from <= horizon.Start || option.Governance == today.Id
            || draft.Governance.FirstOrDefault(arrangement => arrangement.Key == option.Governance.Name).Value is not { } own)
        {
            return;
        }

        CheckNewPools(draft, today, own, from, path);
        foreach (var (name, _) in today.Pools.Where(pool => own.Pools.All(known => known.Key != pool.Key) && MayHold(pool.Value)))
        {
            draft.Report(
                Codes.PoolWithMoney, path, $"'{name}' ends when '{own.Id}' takes over, may hold a reserve then, and it is not said who gets it.",
                $"give '{own.Id}' a pool of that name, or let '{name}' keep no underspend and start without a risk reserve.");
        }
    }

    private static void CheckNewPools(Draft draft, ReadArrangement today, ReadArrangement own, FinancialYear from, string path)
    {
        foreach (var (name, _) in own.Pools.Where(pool => today.Pools.All(known => known.Key != pool.Key) && pool.Value.RiskReserve is { Value: not 0.0 }))
        {
            draft.Report(
                Codes.PoolWithMoney, path, $"'{name}' starts in {from} with a risk reserve, and it is not said who pays it in.",
                "leave the risk reserve out, and let the pool keep some of its underspends.");
        }
    }

    private static bool MayHold(ReadPool pool) => pool.RiskReserve is { Value: not 0.0 } || pool.Underspend?.Kept is { Value: not 0.0 };
}
