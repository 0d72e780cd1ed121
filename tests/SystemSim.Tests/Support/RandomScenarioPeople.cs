using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The people of a random scenario. Outflows are kept well below their stocks, whatever effects and harm do to them.</summary>
internal sealed class RandomScenarioPeople
{
    private static readonly string[] AreaNames = ["east", "west"];
    private static readonly string[] AgeNames = ["0-17", "18-44", "45-69", "70+"];
    private static readonly string[] NeedNames = ["well", "at_risk", "long_term", "complex"];
    private readonly RandomScenarioNumbers numbers;
    private readonly NeedStateId[] need;
    private readonly AgeBandId[] ages;
    private readonly AreaId[] areas;
    private readonly List<MoveRow> rows = [];
    private readonly List<(int From, int To)> moves = [];

    // The state that sends its rest away, and may hold nobody; -1 for none.
    private readonly int passing;
    private readonly bool[] rowsHoldDead;
    private readonly StartingPeople[] start;

    public RandomScenarioPeople(RandomScenarioNumbers numbers)
    {
        this.numbers = numbers;
        areas = [.. AreaNames.Take(numbers.Whole(1, 2)).Select(name => new AreaId(name))];
        ages = [.. AgeNames.TakeLast(numbers.Whole(1, 4)).Select(name => new AgeBandId(name))];
        need = [.. NeedNames.Take(numbers.Whole(2, 4)).Select(name => new NeedStateId(name))];
        passing = numbers.Often(0.25) ? numbers.Whole(1, need.Length - 1) : -1;
        start = [.. areas.SelectMany(area => ages.Select(age => Start(area, age)))];
        var way = numbers.Whole(0, 19);
        rowsHoldDead = [.. need.Select((_, h) => way < 5 || (way < 12 && numbers.Often(0.25)))];
        for (var h = 0; h < need.Length; h++)
        {
            AddRows(h);
        }

        Population = new()
        {
            Areas = [.. areas],
            Ages = [.. ages.Select((age, g) => new AgeBand { Id = age, Width = g == ages.Length - 1 ? null : Width() })],
            Need = [.. need.Select(state =>
                new NeedState { Id = state, Quality = numbers.Maybe(0.7, $"people.quality.{state}", 0.3, 1.0) })],
            Start = [.. start],
            Moves = [.. rows],
            Deaths = way switch { < 5 => null, < 12 => ChancesOfDeath(), < 19 => CountOfDeaths(), _ => null },
            Births = numbers.Often(0.7) ? Births() : null,
            Migration = numbers.Often(0.6) ? Migration() : null,
            ControlTotals = [.. new RandomScenarioTotals(numbers, areas, ages, start).All()],
        };
    }

    public Population Population { get; }

    /// <summary>Moves that somebody makes, as rows of need states.</summary>
    public IReadOnlyList<(int From, int To)> Moves => moves;

    /// <summary>Need states that always hold somebody.</summary>
    public IReadOnlyList<NeedStateId> Lasting => [.. need.Where((_, h) => h != passing)];

    /// <summary>[cohort] people at the start.</summary>
    public double[] Opening => [.. start.SelectMany(cell => cell.Need.Select(share => cell.People.Value * share.Value))];

    /// <summary>People of a group at the start.</summary>
    public double In(CohortGroup group) => Opening.Where((_, c) => group.Includes(
        areas[c / (ages.Length * need.Length)], ages[c / need.Length % ages.Length], need[c % need.Length])).Sum();

    public double Total => start.Sum(cell => cell.People.Value);

    /// <summary>Years of age in a band; with yearly steps now and then a single one, which all leave in a step.</summary>
    private int Width()
    {
        var width = numbers.Whole(8, 30);
        return numbers.M == 1 && numbers.Aside.Next(3) == 0 ? 1 : width;
    }

    private StartingPeople Start(AreaId area, AgeBandId age) => new()
    {
        Area = area,
        Age = age,
        People = numbers.Number($"people.start.{area}.{age}.people", numbers.Whole(2_000, 40_000)),
        Need = [.. numbers.Numbers($"people.start.{area}.{age}.need", numbers.Shares(need.Select((_, h) => 4.0 / (h + 1))))],
    };

    private void AddRows(int from)
    {
        var entries = Enumerable.Range(0, need.Length).Where(to => to != from && numbers.Often(Math.Abs(to - from) == 1 ? 0.7 : 0.2))
            .Select(to => (To: (int?)to, Yearly: numbers.Between(0.01, 0.08))).ToList();
        if (from == 0 && entries.Count == 0)
        {
            // Somebody always moves, so that there is something for effects and harm to act on.
            entries.Add((1, 0.05));
        }

        if (rowsHoldDead[from])
        {
            entries.Add((null, numbers.Between(0.005, 0.03)));
        }

        moves.AddRange(entries.Where(entry => entry.To is not null).Select(entry => (from, entry.To!.Value)));
        if (from == passing)
        {
            AddRest(from, entries);
        }
        else if (entries.Count > 1 && numbers.Often(0.5))
        {
            AddRow(from, entries[..1]);
            AddRow(from, entries[1..]);
        }
        else if (entries.Count > 0)
        {
            AddRow(from, entries);
        }
    }

    private void AddRest(int from, List<(int? To, double Yearly)> entries)
    {
        var to = (from + numbers.Whole(1, need.Length - 1)) % need.Length;
        moves.Add((from, to));

        // A rest is meant for chances of one step; where the step is shorter the chances still stand as they are.
        var over = numbers.Often(0.8) ? 1.0 / numbers.M : 1.0;
        var inRow = numbers.Often(0.5) ? entries.Count : entries.Count / 2;
        rows.Add(new()
        {
            From = need[from],
            Kind = MoveKind.Chance,
            Over = over,
            Entries = [.. entries[..inRow].Select(entry => Entry(from, entry.To, entry.Yearly))],
            Rest = need[to],
        });
        if (inRow < entries.Count)
        {
            // Chances of the same time stand as they are too; rates are converted by themselves.
            var kind = numbers.Pick(MoveKind.Chance, MoveKind.Rate);
            var others = entries[inRow..].Select(entry => Entry(from, entry.To, entry.Yearly));
            rows.Add(new() { From = need[from], Kind = kind, Over = kind == MoveKind.Chance ? over : 1.0, Entries = [.. others] });
        }
    }

    /// <summary>Adds a row, or one for some age bands or areas and one for the others.</summary>
    private void AddRow(int from, List<(int? To, double Yearly)> entries)
    {
        var someAges = ages.Length > 1 && numbers.Often(0.3) ? numbers.Some(ages) : [];
        var someAreas = areas.Length > 1 && someAges.Count == 0 && numbers.Often(0.2) ? numbers.Some(areas) : [];
        rows.Add(Row(from, entries) with { Ages = [.. someAges], Areas = [.. someAreas] });
        var (otherAges, otherAreas) = (ages.Except(someAges).ToList(), areas.Except(someAreas).ToList());
        if (someAges.Count > 0 && otherAges.Count > 0)
        {
            rows.Add(Row(from, entries) with { Ages = [.. otherAges] });
        }
        else if (someAreas.Count > 0 && otherAreas.Count > 0)
        {
            rows.Add(Row(from, entries) with { Areas = [.. otherAreas] });
        }
    }

    private MoveRow Row(int from, List<(int? To, double Yearly)> entries)
    {
        var kind = numbers.Pick(MoveKind.Chance, MoveKind.Chance, MoveKind.Rate, MoveKind.Count);
        var over = kind == MoveKind.Rate ? 1.0 : numbers.Pick(1.0, 1.0, 1.0 / numbers.M, 0.5, 2.0);
        var scale = kind == MoveKind.Count ? 1_000.0 * over : over;
        var row = entries.Select(entry => Entry(from, entry.To, entry.Yearly * scale)).ToList();
        if (kind == MoveKind.Count)
        {
            row.Insert(0, Entry(from, from, 1_000.0 - (entries.Sum(entry => entry.Yearly) * scale)));
        }

        return new() { From = need[from], Kind = kind, Over = over, Entries = [.. row] };
    }

    private MoveEntry Entry(int from, int? to, double value)
    {
        NeedStateId? state = to is { } row ? need[row] : null;
        return new() { To = state, Value = numbers.Path($"people.moves.{need[from]}.{state?.Name ?? "dead"}", value) };
    }

    private Deaths ChancesOfDeath()
    {
        var over = numbers.Pick(1.0, 1.0, 1.0 / numbers.M, 0.5);
        var yearly = ages.SelectMany((_, g) =>
            need.Select((_, h) => rowsHoldDead[h] ? 0.0 : (g + 1) * (h + 1) * numbers.Between(0.0005, 0.003))).ToList();
        var expected = Opening.Select((people, c) => people * yearly[c % yearly.Count]).Sum();
        return new()
        {
            Chances = [.. yearly.Select((chance, row) => numbers.Path($"people.deaths.chance.{row}", chance * over))],
            Over = over,
            ScaleTo = expected > 0.0 ? ScaledTo(numbers.Maybe(0.6, "people.deaths.scale_to", 0.8 * expected, 1.2 * expected)) : null,
        };
    }

    /// <summary>One number, years stated anew, or growth after the last of them.</summary>
    private YearlyPath? ScaledTo(Quantity? first)
    {
        if (first is null)
        {
            return null;
        }

        if (numbers.Aside.Next(4) == 0)
        {
            return new() { Points = [new(numbers.Horizon.Start, first)] };
        }

        var later = Enumerable
            .Range(1, numbers.Horizon.Years)
            .Where(_ => numbers.Aside.Next(3) == 0)
            .Select(y => new PathPoint(
                numbers.Horizon.Start + y,
                numbers.Number("people.deaths.scale_to.later", first.Value * (0.9 + (0.2 * numbers.Aside.NextDouble())))
            ));
        return new()
        {
            Points = [new(numbers.Horizon.Start, first), .. later],
            Growth =
                numbers.Aside.Next(3) == 0
                    ? numbers.Number("people.deaths.scale_to.growth", (0.1 * numbers.Aside.NextDouble()) - 0.05)
                    : null,
        };
    }

    private Deaths CountOfDeaths() => new()
    {
        Count = numbers.Path("people.deaths.count", Total * numbers.Between(0.003, 0.008)),
        Shares = LikeThePeople("people.deaths"),
    };

    private PopulationFlow Births()
    {
        var isRate = numbers.Often(0.5);
        var byAge = numbers.Often(0.7) ? ages.Select((_, g) => g == 0 ? 1.0 : 0.0) : numbers.Shares(ages.Length);
        return new()
        {
            IsRate = isRate,
            Value = numbers.Path("people.births", numbers.Between(0.005, 0.02) * (isRate ? 1.0 : Total)),
            Shares = new()
            {
                Areas = isRate ? [] : SomeAreas("people.births"),
                Ages = [.. numbers.Numbers("people.births.ages", byAge)],
                Need = [.. numbers.Numbers("people.births.need", numbers.Shares(need.Length))],
            },
        };
    }

    private PopulationFlow Migration()
    {
        var isRate = numbers.Often(0.5);
        return new()
        {
            IsRate = isRate,
            Value = numbers.Path("people.migration", numbers.Between(-0.008, 0.01) * (isRate ? 1.0 : Total)),
            Shares = LikeThePeople("people.migration") with { Areas = isRate ? [] : SomeAreas("people.migration") },
        };
    }

    private ImmutableArray<Quantity> SomeAreas(string path) =>
        numbers.Often(0.5) ? []
            : [.. numbers.Numbers($"{path}.areas", numbers.Shares(areas.Select(area => Living(cell => cell.Area == area))))];

    private double Living(Func<StartingPeople, bool> among) => start.Where(among).Sum(cell => cell.People.Value);

    /// <summary>Shares about those of the people themselves, and none for the state that may hold nobody.</summary>
    private CohortShares LikeThePeople(string path) => new()
    {
        Ages = [.. numbers.Numbers($"{path}.ages", numbers.Shares(ages.Select(age => Living(cell => cell.Age == age))))],
        Need = [.. numbers.Numbers($"{path}.need",
            numbers.Shares(need.Select((_, h) => h == passing ? 0.0 : Opening.Where((_, c) => c % need.Length == h).Sum())))],
    };
}
