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
        foreach (var (area, age, need) in people.Population.AllCohorts())
        {
            var own = rows.Where(row => row.Moves.From == need && new CohortGroup { Areas = row.Moves.Areas, Ages = row.Moves.Ages }.Includes(area, age, need)).ToImmutableArray();
            CheckOnce(draft, own, age);
            CheckTotal(draft, own, age, horizon);
        }
    }

    private static void CheckCounts(Draft draft, ImmutableArray<Row> rows)
    {
        foreach (var row in rows.Where(row => row.Moves.Kind == MoveKind.Count && row.Moves.Entries.Sum(entry => entry.Value.Points[0].Value.Value) == 0.0))
        {
            draft.Report(Codes.EmptyRow, row.Path, $"the row of counts from '{row.Moves.From}' counts nobody.");
        }
    }

    private static void CheckOnce(Draft draft, ImmutableArray<Row> rows, AgeBandId age)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            foreach (var entry in rows[i].Moves.Entries.Where(entry => entry.To != rows[i].Moves.From))
            {
                if (rows[..i].Any(row => row.Moves.Entries.Any(before => before.To == entry.To)))
                {
                    draft.Report(
                        Codes.MoveTwice, rows[i].Path, $"the move from '{rows[i].Moves.From}' to '{entry.To?.Name ?? "dead"}' is stated twice for people aged {age}.", "limit one of them to other ages or areas, or take it away.");
                }
            }

            if (rows[i].Moves.Rest is not null && rows[..i].Any(row => row.Moves.Rest is not null))
            {
                draft.Report(Codes.TwoRests, $"{rows[i].Path}.rest", $"two rows say where the rest of '{rows[i].Moves.From}' go, for people aged {age}.");
            }
        }
    }

    private static void CheckTotal(Draft draft, ImmutableArray<Row> rows, AgeBandId age, Horizon horizon)
    {
        // Chances within one time are turned into the step together, so it is these that must leave something.
        foreach (var sameTime in rows.Where(row => row.Moves.Kind != MoveKind.Rate).GroupBy(row => row.Moves.Over))
        {
            for (var y = 0; y < horizon.Years; y++)
            {
                var year = horizon.YearAt(y);
                var total = sameTime.Sum(row => row.Chance(year, draft.Prices));
                if (total > 1.0 + Sums.Rounding)
                {
                    draft.Report(
                        Codes.RowOverOne, sameTime.Last().Path, $"the chances of leaving '{sameTime.First().Moves.From}' add up to {Sums.Percent(total)} for people aged {age} in {year}.");
                    break;
                }
            }
        }
    }

    private sealed record Row(MoveRow Moves, string Path)
    {
        public double Chance(FinancialYear year, ReadPrices? prices)
        {
            var leaving = Moves.Entries.Where(entry => entry.To != Moves.From).Sum(entry => PathValues.At(entry.Value, year, prices));
            var all = Moves.Kind == MoveKind.Count ? Moves.Entries.Sum(entry => PathValues.At(entry.Value, year, prices)) : 1.0;
            return all == 0.0 ? 0.0 : leaving / all;
        }
    }
}
