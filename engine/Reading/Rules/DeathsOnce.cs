using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Deaths of a cohort are stated once: by its moves, or by the deaths.</summary>
internal static class DeathsOnce
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        if (draft.People is not { Population: { Deaths: not null } people, DeathStated: var stated })
        {
            return;
        }

        foreach (var (need, n) in people.Need.Select((need, n) => (need.Id, n)))
        {
            var twice = new List<string>();
            var missing = new List<string>();
            foreach (var (age, a) in people.Ages.Select((age, a) => (age.Id, a)))
            {
                var byMoves = people.Areas.Count(area => DieByMoves(people, area, age, need));
                var byDeaths = stated.IsEmpty ? IsCounted(people.Deaths, a, n) : stated[(a * people.Need.Length) + n];
                if (byDeaths && byMoves > 0)
                {
                    twice.Add(age.Name);
                }
                else if (!byDeaths && byMoves < people.Areas.Length && !stated.IsEmpty)
                {
                    missing.Add(age.Name);
                }
            }

            Report(
                Codes.DeathTwice, twice, $"deaths of '{need}' are stated here and in their moves",
                "leave out those whose moves hold 'dead'.");
            Report(Codes.DeathMissing, missing, $"no chance of dying is stated for '{need}'", "state one, if only 0%.");
        }

        void Report(Code code, List<string> ages, string problem, string hint)
        {
            if (ages.Count > 0)
            {
                draft.Report(
                    code, stated.IsEmpty ? "people.deaths.count" : "people.deaths.chance",
                    $"{problem} (people aged {string.Join(", ", ages)}).", hint);
            }
        }
    }

    private static bool DieByMoves(Population people, AreaId area, AgeBandId age, NeedStateId need) => people.Moves.Any(row =>
        row.From == need
        && row.Entries.Any(entry => entry.To is null)
        && new CohortGroup { Ages = row.Ages, Areas = row.Areas }.Includes(area, age, need));

    private static bool IsCounted(Deaths deaths, int age, int need) =>
        deaths.Shares is { } shares && shares.Ages[age].Value * shares.Need[need].Value > 0.0;
}
