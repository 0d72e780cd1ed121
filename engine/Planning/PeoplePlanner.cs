using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns people, moves, deaths, births and migration into cohorts with rows.</summary>
internal sealed class PeoplePlanner(Population people, Population today, NumberPlanner numbers)
{
    private readonly Dictionary<NeedStateId, int> needRows = Enumerable
        .Range(0, people.Need.Length)
        .ToDictionary(row => people.Need[row].Id);

    /// <summary>The plan of the people.</summary>
    public PeoplePlan Plan() => new()
    {
        Areas = people.Areas.Length,
        Widths = [.. people.Ages.Select(age => age.Width ?? 0)],
        Quality = [.. people.Need.Select(need => numbers.OfOptional(need.Quality))],
        Cohorts = [.. Cohorts()],
        DeathCount = numbers.OptionalPath(people.Deaths?.Count),
        DeathScale = people.Deaths is { ScaleTo: { } deaths, Chances.IsEmpty: false } ? DeathScale(deaths) : null,
        Births = numbers.OptionalPath(people.Births?.Value),
        BirthsAreRate = people.Births?.IsRate ?? false,
        Migration = numbers.OptionalPath(people.Migration?.Value),
        MigrationIsRate = people.Migration?.IsRate ?? false,
        Controls = [.. people.ControlTotals.Select(Control)],
    };

    /// <summary>Rows of the cohorts in a group.</summary>
    public ImmutableArray<int> Group(CohortGroup cohorts) =>
    [
        .. from area in Enumerable.Range(0, people.Areas.Length)
           from age in Enumerable.Range(0, people.Ages.Length)
           from need in Enumerable.Range(0, people.Need.Length)
           where cohorts.Includes(people.Areas[area], people.Ages[age].Id, people.Need[need].Id)
           select people.Cohort(area, age, need),
    ];

    /// <summary>Row of a need state.</summary>
    public int Need(NeedStateId need) => needRows[need];

    private IEnumerable<CohortPlan> Cohorts() =>
        from area in Enumerable.Range(0, people.Areas.Length)
        from age in Enumerable.Range(0, people.Ages.Length)
        from need in Enumerable.Range(0, people.Need.Length)
        select Cohort(area, age, need);

    private CohortPlan Cohort(int area, int age, int need)
    {
        var start = people.Start[(area * people.Ages.Length) + age];
        var rows = people.Moves.Where(row => Concerns(row, area, age, need)).ToArray();
        var deaths = people.Deaths;
        var hasChances = deaths is { Chances.IsEmpty: false };
        return new CohortPlan
        {
            Area = area,
            Age = age,
            Need = need,
            People = numbers.Of(start.People),
            Share = numbers.Of(start.Need[need]),
            Moves = [.. rows.GroupBy(row => (row.Kind == MoveKind.Rate, row.Over)).Select(Moves)],
            RestTo = RestOf(rows, need),
            DeathChance = hasChances ? numbers.Path(deaths!.Chances[(age * people.Need.Length) + need]) : null,
            DeathOver = deaths?.Over ?? 1.0,
            DeathShare = deaths?.Shares is { } shares ? Share(shares, area, age, need) : null,
            BirthShare = people.Births is { } births ? Share(births.Shares, area, age, need) : null,
            MigrationShare = people.Migration is { } migration ? Share(migration.Shares, area, age, need) : null,
        };
    }

    private ControlPlan Control(ControlTotal total) => new()
    {
        Cohorts = Group(total.Of),
        Points = [.. total.Totals.Select(point => (numbers.Year(point.From), point.Value.Value))],
    };

    private bool Concerns(MoveRow row, int area, int age, int need) =>
        row.From == people.Need[need].Id
        && (row.Ages.IsEmpty || row.Ages.Contains(people.Ages[age].Id))
        && (row.Areas.IsEmpty || row.Areas.Contains(people.Areas[area]));

    private int RestOf(MoveRow[] rows, int need)
    {
        var rest = rows.FirstOrDefault(row => row.Rest is not null)?.Rest;
        return rest is { } to && needRows[to] != need ? needRows[to] : MovePlan.Nowhere;
    }

    private MovePlan Moves(IGrouping<(bool AreRates, double Over), MoveRow> rows) => new()
    {
        AreRates = rows.Key.AreRates,
        Over = rows.Key.Over,
        Entries = [.. rows.SelectMany(Entries)],
        HasRest = rows.Any(row => row is { Rest: { } rest, Entries.IsEmpty: false } && rest != row.From),
    };

    private IEnumerable<MoveEntryPlan> Entries(MoveRow row)
    {
        var outOf = row.Kind == MoveKind.Count ? row.Entries.Select(entry => numbers.Path(entry.Value)).ToImmutableArray() : [];
        return from entry in row.Entries
               where entry.To != row.From
               select new MoveEntryPlan(entry.To is { } to ? needRows[to] : MovePlan.Dead, numbers.Path(entry.Value), outOf);
    }

    private SharePlan? Share(CohortShares shares, int area, int age, int need)
    {
        var (ageShare, needShare) = (shares.Ages[age], shares.Need[need]);
        if (IsNothing(ageShare) || IsNothing(needShare))
        {
            return null;
        }

        return new SharePlan
        {
            Area = shares.Areas.IsEmpty ? null : numbers.Of(shares.Areas[area]),
            Age = numbers.Of(ageShare),
            Need = numbers.Of(needShare),
        };
    }

    private static bool IsNothing(Quantity quantity) => quantity is { IsUncertain: false, Value: 0.0 };

    /// <summary>What chances of dying are scaled to: in the years stated, and in all after the last where it goes on growing.</summary>
    private DeathScalePlan DeathScale(YearlyPath to)
    {
        var stated = to.Points.Select(point => numbers.Year(point.From)).ToArray();
        var goesOn = to.Growth is not null || to.Index is not null;
        return new DeathScalePlan
        {
            To = numbers.Path(to),
            Years =
            [
                .. Enumerable.Range(0, numbers.Years).Where(year => year == 0 || stated.Contains(year) || (goesOn && year > stated[^1])),
            ],
            ByChance = [DeathsByChance(today.Deaths!)],
        };
    }

    /// <summary>Deaths that the chances give in the first year on the people of today.</summary>
    private double DeathsByChance(Deaths deaths)
    {
        var expected = 0.0;
        for (var row = 0; row < today.Start.Length; row++)
        {
            for (var need = 0; need < today.Need.Length; need++)
            {
                var chance = deaths.Chances[(row % today.Ages.Length * today.Need.Length) + need];
                expected +=
                    Central(today.Start[row].People) * Central(today.Start[row].Need[need]) * CentralInFirstYear(chance) / deaths.Over;
            }
        }

        return expected;
    }

    private double Central(Quantity quantity)
    {
        var number = numbers.Of(quantity);
        return number.Factors.Aggregate(number.Central, (value, factor) => value * numbers.Central[factor]);
    }

    private double CentralInFirstYear(YearlyPath path)
    {
        var point = path.Points.LastOrDefault(point => numbers.Year(point.From) <= 0) ?? path.Points[0];
        var years = point == path.Points[^1] ? Math.Max(0, -numbers.Year(point.From)) : 0;
        return Central(point.Value) * (path.Growth is { } growth ? YearlyPath.Compounded(Central(growth), years) : 1.0);
    }
}
