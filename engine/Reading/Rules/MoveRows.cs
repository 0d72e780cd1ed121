using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Moves: nobody leaves a need state with more than certainty, and every move of a cohort is stated once.</summary>
internal static class MoveRows
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        if (draft is not { People: { } people, Horizon: { } horizon })
        {
            return;
        }

        var rows = people.Population.Moves.Select((row, i) => new Row(row, people.MovesAt[i])).ToImmutableArray();
        CheckCounts(draft, rows);
        CheckOnce(draft, rows);

        var reported = new HashSet<string>();
        foreach (var (area, age, need) in people.Population.AllCohorts())
        {
            // Chances within one time are turned into the step together, so it is these that must leave something.
            var own = rows.Where(row => row.Moves.Kind != MoveKind.Rate && row.Concerns(area, age, need)).ToList();
            foreach (var sameTime in own.GroupBy(row => row.Moves.Over).Where(rows => !reported.Contains(rows.Last().Path)))
            {
                CheckTotal(draft, [.. sameTime], age, horizon, reported);
            }
        }
    }

    private static void CheckCounts(Draft draft, ImmutableArray<Row> rows)
    {
        foreach (var row in rows.Where(row => row.Moves.Kind == MoveKind.Count && row.Moves.Entries.Sum(entry => entry.Value.Points[0].Value.Value) == 0.0))
        {
            draft.Report(Codes.EmptyRow, row.Path, $"the row of counts from '{row.Moves.From}' counts nobody.");
        }
    }

    private static void CheckOnce(Draft draft, ImmutableArray<Row> rows)
    {
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            var before = rows[..i].Where(other => other.Moves.From == row.Moves.From && other.Moves.Concerns(new CohortGroup { Ages = row.Moves.Ages, Areas = row.Moves.Areas })).ToList();
            foreach (var entry in row.Moves.Entries.Where(entry => entry.To != row.Moves.From && before.Exists(other => other.Moves.Entries.Any(first => first.To == entry.To))))
            {
                draft.Report(
                    Codes.MoveTwice, row.Path, $"the move from '{row.Moves.From}' to '{entry.To?.Name ?? "dead"}' is stated twice for the same people.",
                    "limit one of them to other ages or areas, or take it away.");
            }

            if (row.Moves.Rest is not null && before.Exists(other => other.Moves.Rest is not null))
            {
                draft.Report(Codes.TwoRests, $"{row.Path}.rest", $"two rows say where the rest of the same people of '{row.Moves.From}' go.");
            }
        }
    }

    private static void CheckTotal(Draft draft, ImmutableArray<Row> rows, AgeBandId age, Horizon horizon, HashSet<string> reported)
    {
        for (var y = 0; y < horizon.Years; y++)
        {
            var year = horizon.YearAt(y);
            var total = rows.Sum(row => row.Chance(year, draft.Prices));
            if (total > 1.0 + Sums.Rounding)
            {
                reported.Add(rows[^1].Path);
                draft.Report(
                    Codes.RowOverOne, rows[^1].Path, $"the chances of leaving '{rows[0].Moves.From}' add up to {Sums.Percent(total)} for people aged {age} in {year}.");
                return;
            }
        }
    }

    /// <summary>A row of moves, and the path of the list item that states it.</summary>
    private sealed record Row(MoveRow Moves, string Path)
    {
        public bool Concerns(AreaId area, AgeBandId age, NeedStateId need) =>
            Moves.From == need && new CohortGroup { Areas = Moves.Areas, Ages = Moves.Ages }.Includes(area, age, need);

        public double Chance(FinancialYear year, ReadPrices? prices)
        {
            var leaving = Moves.Entries.Where(entry => entry.To != Moves.From).Sum(entry => PathValues.At(entry.Value, year, prices));
            var all = Moves.Kind == MoveKind.Count ? Moves.Entries.Sum(entry => PathValues.At(entry.Value, year, prices)) : 1.0;
            return all == 0.0 ? 0.0 : leaving / all;
        }
    }
}
