using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The control totals of a random scenario: an official projection that is a little off what its people come to.</summary>
internal sealed class RandomScenarioTotals(
    RandomScenarioNumbers numbers, IReadOnlyList<AreaId> areas, IReadOnlyList<AgeBandId> ages, IReadOnlyList<StartingPeople> start)
{
    /// <summary>None in most scenarios.</summary>
    public IEnumerable<ControlTotal> All()
    {
        if (numbers.Aside.NextDouble() > 0.35)
        {
            return [];
        }

        var way = numbers.Aside.Next(4);
        var totals = from area in way < 2 ? [null] : areas.Select(area => (AreaId?)area)
                     from age in way % 2 == 0 ? [null] : ages.Select(age => (AgeBandId?)age)
                     select new CohortGroup { Areas = area is { } one ? [one] : [], Ages = age is { } band ? [band] : [] };

        // Now and then an official projection leaves some people out.
        return [.. totals.Where((_, row) => row == 0 || numbers.Aside.NextDouble() < 0.9).Select(Total)];
    }

    private ControlTotal Total(CohortGroup of)
    {
        var people = start
            .Where(cell => (of.Areas.IsEmpty || of.Areas.Contains(cell.Area)) && (of.Ages.IsEmpty || of.Ages.Contains(cell.Age)))
            .Sum(cell => cell.People.Value);
        var known = numbers.Aside.Next(1, numbers.Horizon.Years + 3);
        var years = Enumerable.Range(0, known).Where(_ => numbers.Aside.NextDouble() < 0.5).ToList();
        if (years.Count == 0)
        {
            years.Add(0);
        }

        return new()
        {
            Of = of,
            Totals = [.. years.Select(y => Point(of, y, people * (1.0 + (0.1 * (numbers.Aside.NextDouble() - 0.4)))))],
        };
    }

    private PathPoint Point(CohortGroup of, int y, double people)
    {
        var year = numbers.Horizon.Start + y;
        string[] path =
        [
            "people.control_totals",
            .. of.Areas.Select(area => area.Name),
            .. of.Ages.Select(age => age.Name),
            year.Start.ToString(CultureInfo.InvariantCulture),
        ];
        return new(year, numbers.Certain(string.Join('.', path), people));
    }
}
