using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Quantities that are drawn together and cannot be told apart by draws: correlated ones, shares of one whole, columns of one
/// table.</summary>
/// <param name="Names">Their paths.</param>
/// <param name="Rows">Their rows.</param>
internal sealed record QuantityGroup(ImmutableArray<string> Names, ImmutableArray<int> Rows)
{
    /// <summary>All groups of what is drawn, in the order in which a scenario states the first of each.</summary>
    public static ImmutableArray<QuantityGroup> All(PlannedDraws planned, QuantityRanges ranges)
    {
        var groupOf = Enumerable.Range(0, planned.Quantities.Length).ToArray();
        foreach (var rows in ranges.All.Select(range => range.Rows))
        {
            Join(rows);
        }

        var correlated = planned.Plan.Correlated.Select(group => group.Rows);
        foreach (var rows in correlated.Concat(planned.Plan.Normalised.Select(whole => whole.Rows)))
        {
            Join(rows);
        }

        Join([.. Enumerable.Range(0, planned.Quantities.Length).Where(row => !planned.Plan.Rows[row].Given.IsEmpty)]);
        return
        [
            .. from row in ranges.All.SelectMany(range => range.Rows)
               group row by groupOf[row] into together
               orderby together.Min()
               select new QuantityGroup([.. together.Select(row => planned.Quantities[row].Name).Distinct()], [.. together]),
        ];

        void Join(ImmutableArray<int> rows)
        {
            // Further rows stand for what a sample leaves of the whole, and are no quantities.
            int[] joined = [.. rows.Where(row => row < groupOf.Length).Select(row => groupOf[row]).Distinct()];
            for (var row = 0; row < groupOf.Length && joined.Length > 1; row++)
            {
                groupOf[row] = joined.Contains(groupOf[row]) ? joined.Min() : groupOf[row];
            }
        }
    }
}
