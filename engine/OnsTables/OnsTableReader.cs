using System.Text.RegularExpressions;

namespace SystemSim.OnsTables;

/// <summary>Gathers the rows of one area from the sheets of a table.</summary>
internal sealed partial class OnsTableReader(ImmutableArray<string> codes, string area)
{
    private const string Persons = "persons";

    // In tables of single years 90 stands for 90 and over.
    private const int TopOfSingleYears = 90;

    private readonly Dictionary<(int Year, string Sex, Ages Ages), (double People, string Sheet, int Row)> cells = [];
    private readonly SortedSet<string> seen = new(StringComparer.Ordinal);
    private Layout? layout;

    /// <summary>Takes the rows of a sheet, if it is of a layout that is known.</summary>
    public void Add(Sheet sheet)
    {
        Columns? columns = null;
        int? year = null;
        foreach (var (number, row) in sheet.Rows)
        {
            if (columns is not null)
            {
                AddRow(columns, row, sheet.Name, number);
                continue;
            }

            // Tables have lines about themselves before the names of the columns.
            string[] header = [.. row.Select(name => name.Trim().ToUpperInvariant())];
            year ??= row.Select(YearSaid).FirstOrDefault(said => said is not null);
            if (Layout.Of(header) is { } found && (layout is null || layout == found))
            {
                layout = found;
                columns = new Columns(found, header, SexOf(sheet.Name) is var sex && sex is "M" or "F" ? sex : Persons, year);
            }
        }
    }

    /// <summary>What was gathered: groups from the youngest to the oldest, which leave out no age.</summary>
    /// <exception cref="OnsTableException">There is no layout that is known, nobody of the area, or an age is missing.</exception>
    public (Layout Layout, ImmutableArray<Group> Groups) Read()
    {
        if (layout is null)
        {
            throw new OnsTableException($"its columns are of no layout that is known. One of these is needed, as published: {Layout.Told}.");
        }

        if (cells.Count == 0)
        {
            var codesThere = seen.Count == 1 ? $"Its only code is {seen.Min}." : $"It has {seen.Count} codes, such as {string.Join(", ", seen.Take(3))}.";
            throw new OnsTableException($"no row is about {area}. {(seen.Count == 0 ? "It has no codes." : codesThere)}");
        }

        return (layout, [.. Cover().Select(Summed)]);
    }

    private void AddRow(Columns columns, string[] row, string sheet, int number)
    {
        var code = columns.Cell(row, columns.Layout.Area);
        if (code.Length > 0)
        {
            seen.Add(code);
        }

        if (!codes.Contains(code) || (columns.Cell(row, "COMPONENT") is { Length: > 0 } component && !Is(component, "population")))
        {
            return;
        }

        foreach (var (year, ages, written) in columns.People(row, number))
        {
            var text = written.Replace(",", "", StringComparison.Ordinal);
            if (
                !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var people) || people is not (>= 0.0 and < 1e9)
            )
            {
                throw new OnsTableException($"row {number} has '{written}' in {year}, which is no number of people.");
            }

            var key = (year, columns.Sex(row), ages);
            if (!cells.TryAdd(key, (people, sheet, number)))
            {
                throw new OnsTableException($"rows {cells[key].Row} and {number} are about the same people of {area} in {year}.");
            }
        }
    }

    /// <summary>The narrowest groups that follow each other from birth on.</summary>
    private List<Ages> Cover()
    {
        var from = cells.Keys.Select(key => key.Ages).Distinct().ToLookup(ages => ages.From);
        var cover = new List<Ages>();
        for (var age = 0; age != Ages.Open;)
        {
            if (from[age].Any())
            {
                cover.Add(from[age].MinBy(ages => ages.To));
                age = cover[^1].To == Ages.Open ? Ages.Open : cover[^1].To + 1;
            }
            else if (cover is [.., { From: TopOfSingleYears, To: TopOfSingleYears }])
            {
                break;
            }
            else
            {
                throw new OnsTableException($"it has nobody of age {age} in {area}, and must have all ages up to 85 and over.");
            }
        }

        return cover;
    }

    private Group Summed(Ages ages)
    {
        var rows = new List<(string Sheet, int Number)>();
        var people = new Dictionary<int, double>();
        foreach (var year in cells.Keys.Select(key => key.Year).Distinct())
        {
            string[] sexes = cells.ContainsKey((year, Persons, ages)) ? [Persons] : ["M", "F"];
            if (sexes.FirstOrDefault(sex => !cells.ContainsKey((year, sex, ages))) is { } missing)
            {
                throw new OnsTableException(
                    $"it has no {(missing == "M" ? "males" : "females")} of age {ages.From} in {area} in {year}, and no row of persons.");
            }

            people[year] = sexes.Sum(sex => cells[(year, sex, ages)].People);
            rows.AddRange(sexes.Select(sex => (cells[(year, sex, ages)].Sheet, cells[(year, sex, ages)].Row)));
        }

        var isLast = ages is { From: TopOfSingleYears, To: TopOfSingleYears };
        return new(isLast ? ages with { To = Ages.Open } : ages, people, [.. rows.Distinct()]);
    }

    /// <summary>M, F or persons; what says neither, as it is.</summary>
    private static string SexOf(string written)
    {
        var word = written.Trim().Split(' ')[^1].ToUpperInvariant();
        return word switch
        {
            "M" or "MALE" or "MALES" or "1" => "M",
            "F" or "FEMALE" or "FEMALES" or "2" => "F",
            "PERSONS" or "TOTAL" or "ALL" or "P" => Persons,
            _ => word,
        };
    }

    private static bool Is(string written, string word) => string.Equals(written.Trim(), word, StringComparison.OrdinalIgnoreCase);

    private static int? YearSaid(string cell) =>
        MidYear().Match(cell) is { Success: true } said ? int.Parse(said.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("mid-([0-9]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MidYear();

    /// <summary>Which column of a sheet holds what.</summary>
    /// <param name="Layout">Its layout.</param>
    /// <param name="Header">The names of its columns, in capitals.</param>
    /// <param name="SexOfSheet">Whom it counts where no column says so.</param>
    /// <param name="YearOfSheet">The year that is said above the columns, where it is.</param>
    private sealed record Columns(Layout Layout, string[] Header, string SexOfSheet, int? YearOfSheet)
    {
        public string Cell(string[] row, string name) => Layout.Column(Header, name) is >= 0 and var at ? At(row, at) : "";

        public string Sex(string[] row) => Layout.Sex.Length == 0 ? SexOfSheet : SexOf(Cell(row, Layout.Sex));

        public IEnumerable<(int Year, Ages Ages, string Written)> People(string[] row, int number)
        {
            if (Layout.HasAgeColumns)
            {
                var year = YearOfSheet ?? throw new OnsTableException($"nothing above row {number} says of which mid-year it is.");
                return
                    from column in Header.Index()
                    where column.Item is [>= '0' and <= '9', ..]
                    let ages = Ages.Of(column.Item)
                    where ages is not null
                    select (year, ages.Value, At(row, column.Index));
            }

            return Ages.Of(Cell(row, Layout.Age)) is { } group ? ByYear(row).Select(cell => (cell.Year, group, cell.Written)) : [];
        }

        private IEnumerable<(int Year, string Written)> ByYear(string[] row)
        {
            if (Layout.Column(Header, "OBS_VALUE") is >= 0 and var observed)
            {
                var date = Layout.Column(Header, "DATE_NAME") >= 0 ? Cell(row, "DATE_NAME") : Cell(row, "DATE");
                var isValue = Cell(row, "MEASURES_NAME") is not { Length: > 0 } measure || Is(measure, "value");
                return isValue && int.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? [(year, At(row, observed))]
                    : [];
            }

            return
                from column in Header.Index()
                where column.Item.StartsWith(Layout.BeforeYear, StringComparison.Ordinal)
                let digits = column.Item[Layout.BeforeYear.Length..]
                where digits.Length == 4 && digits.All(char.IsAsciiDigit)
                select (int.Parse(digits, CultureInfo.InvariantCulture), At(row, column.Index));
        }

        private static string At(string[] row, int column) => column < row.Length ? row[column].Trim() : "";
    }
}
