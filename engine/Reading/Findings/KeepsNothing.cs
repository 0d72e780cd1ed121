using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>
/// A partner that keeps nothing of its own underspends and puts its money into a pool: what it does not spend leaves the place where it is
/// alone, and meets what others spend where it is not. The pool looks good by that rule, whatever it does.
/// </summary>
internal static class KeepsNothing
{
    /// <summary>Looks for them; an option in which the partner keeps something shows the pool by itself.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        var today = sides.FirstOrDefault(side => side.Option.Id == draft.Baseline);
        foreach (var (arrangement, pool) in from arrangement in draft.Governance
                                            from pool in arrangement.Value.Pools
                                            where pool.Value.Contributions.Length > 1
                                            select (arrangement, pool))
        {
            var under = sides.Where(side => side.Option.Governance.Name == arrangement.Key).ToImmutableArray();
            foreach (var partner in pool.Value.Contributions.Select(contribution => contribution.Key.Name))
            {
                if (!under.IsEmpty && today?.Option.Governance.Name != arrangement.Key && under.All(side => KeepsNone(side.Draft, partner)))
                {
                    draft.Report(
                        Codes.PoolOfOneThatKeepsNothing, $"{arrangement.Value.Path}.pools.{pool.Key}",
                        $"'{partner}' keeps nothing that its own fund leaves unspent, and in '{pool.Key}' its money meets what others spend: what leaves the place today stays in it by that rule.",
                        $"add an option with this pool and organisations.{partner}.keeps: 100%, and one like today, to see what the pool does without it."
                    );
                }
            }
        }
    }

    private static bool KeepsNone(Draft draft, string organisation) =>
        draft.Organisations.FirstOrDefault(known => known.Key == organisation).Value is { } body
        && (body.Keeps?.Value ?? body.KeepsOtherwise) == 0.0;
}
