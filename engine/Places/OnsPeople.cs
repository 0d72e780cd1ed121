using System.Security.Cryptography;
using System.Text;
using CsvHelper;

namespace SystemSim.Places;

/// <summary>Where people of a starter model were read: a file of the ONS's, as somebody has it.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Layout">What it is.</param>
/// <param name="Rows">By age band (0-17, 18-64, 65-74, 75+): first and last row of the file that were added up, counted from 1.</param>
public sealed record PeopleFile(string File, string Sha256, string Layout, ImmutableArray<(int First, int Last)> Rows);

/// <summary>A file that holds no people of the place, and why.</summary>
public sealed class PeopleFileException(string sentence) : Exception(sentence);

/// <summary>Reads people from tables as the ONS publishes them, saved as CSV: projections by single year of age or in groups of five years,
/// mid-year estimates, and what Nomis gives.</summary>
/// <remarks>
/// A place is found by its code. Males and females are added up where there is no row for persons, and ages to bands. Of a group of five
/// years that a band ends in, 15 to 19, three fifths are taken to be under 18.
/// </remarks>
public static class OnsPeople
{
    private const int BandCount = 4;
    private const double UnderEighteen = 0.6;

    // The last group of ages is open: from 85 or 90 on. Beyond the other age nobody is looked for.
    private const int Oldest = 85;
    private const int TopOfSingleYears = 90;
    private const int MostAge = 120;

    // Years that a starter model starts from and follows.
    private static readonly int[] ProjectedYears = [2025, 2026, 2027, 2028, 2031, 2036];

    // A mid-year estimate is carried on as the projection grows from mid-2025.
    private static readonly int[] EstimatedYears = [2025, 2024];

    private static readonly Layout[] Layouts =
    [
        new("ONS subnational population projections", "AREA_CODE", "SEX", "AGE_GROUP", "", IsEstimate: false),
        new("ONS subnational population projections", "CODE", "", "AGE GROUP", "", IsEstimate: false),
        new("ONS mid-year estimates", "LADCODE", "SEX", "AGE", "POPULATION_", IsEstimate: true),
        new("Nomis, ONS mid-year estimates", "GEOGRAPHY_CODE", "GENDER_NAME", "C_AGE_NAME", "", IsEstimate: true),
    ];

    /// <summary>A council with its people from a file in the place of those that the program carries.</summary>
    /// <param name="council">The council.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="PeopleFileException">It does not hold what is needed.</exception>
    public static Council In(Council council, string file, byte[] bytes)
    {
        var table = new Reader(file, Encoding.UTF8.GetString(bytes)).Read(council);
        var from = new PeopleFile(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), table.Layout.Name, table.Rows);
        if (table.Layout.IsEstimate)
        {
            var year = EstimatedYears.FirstOrDefault(table.People.ContainsKey);
            return year == 0
                ? throw Wrong(file, $"it has no estimate for 2024 or 2025: its years are {Listed(table.People.Keys)}.")
                : council with { Estimated = table.People[year], StartsFromEstimate = true, PeopleFrom = from };
        }

        return ProjectedYears.Except(table.People.Keys).ToArray() is { Length: > 0 } missing
            ? throw Wrong(file, $"it has no people for {Listed(missing)}: its years are {Listed(table.People.Keys)}.")
            : council with
            {
                Projected = table.People.ToImmutableSortedDictionary(),
                IsProjectedWhole = true,
                StartsFromEstimate = false,
                PeopleFrom = from,
            };
    }

    private static PeopleFileException Wrong(string file, string sentence) => new($"{file}: {sentence}");

    private static string Listed(IEnumerable<int> years) => string.Join(", ", years.Order());

    /// <summary>A layout, by the names of its columns; years are columns, or a column of their own.</summary>
    private sealed record Layout(string Name, string Area, string Sex, string Age, string BeforeYear, bool IsEstimate);

    private sealed record Table(Layout Layout, Dictionary<int, ByAge> People, ImmutableArray<(int First, int Last)> Rows);

    private sealed class Reader(string file, string text)
    {
        private readonly Dictionary<(int Year, string Sex), double[]> sums = [];
        private readonly (int First, int Last)[] rows = new (int, int)[BandCount];
        private readonly HashSet<string> codes = [];
        private readonly HashSet<int> covered = [];

        public Table Read(Council council)
        {
            using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
            var row = 0;
            string[] header = [];
            Layout? layout = null;

            // Downloads have lines about themselves before the names of the columns.
            while (layout is null && csv.Read())
            {
                row++;
                header = [.. Cells.Of(csv).Select(name => name.Trim().ToUpperInvariant())];
                layout = Layouts.FirstOrDefault(known => Column(header, known.Area) >= 0 && Column(header, known.Age) >= 0);
            }

            if (layout is null)
            {
                throw Wrong(
                    file,
                    "its columns are of no layout that is known. One of these is needed, as published: "
                        + $"{string.Join("; ", Layouts.Select(known => $"{known.Area} with {known.Age}"))}.");
            }

            while (csv.Read())
            {
                row++;
                Add(layout, header, Cells.Of(csv), row, council);
            }

            return new(layout, People(council), [.. rows]);
        }

        private static int Column(string[] header, string name) =>
            Array.FindIndex(header, column => column == name || (name == "LADCODE" && column.StartsWith(name, StringComparison.Ordinal)));

        private void Add(Layout layout, string[] header, string[] cells, int row, Council council)
        {
            var code = Cell(layout.Area);
            codes.Add(code);
            if ((code != council.Code && code != council.NewCode) || cells.Length < header.Length || Ages(Cell(layout.Age)) is not { } ages)
            {
                return;
            }

            if (Column(header, "COMPONENT") is >= 0 and var component && !Is(cells[component], "population"))
            {
                return;
            }

            var shares = Shares(ages);
            covered.UnionWith(Enumerable.Range(ages.From, Math.Min(ages.To, MostAge) - ages.From + 1));
            var sex = layout.Sex.Length == 0 ? "persons" : SexOf(Cell(layout.Sex));
            foreach (var (year, value) in Values())
            {
                if (
                    !double.TryParse(
                        value.Replace(",", "", StringComparison.Ordinal),
                        NumberStyles.Float,
                        CultureInfo.InvariantCulture,
                        out var people
                    )
                )
                {
                    throw Wrong(file, $"row {row} has '{value}' in {year}, which is no number of people.");
                }

                var sum = sums.TryGetValue((year, sex), out var known) ? known : sums[(year, sex)] = new double[BandCount];
                for (var band = 0; band < shares.Length; band++)
                {
                    sum[band] += shares[band] * people;
                }
            }

            for (var band = 0; band < shares.Length; band++)
            {
                if (shares[band] > 0.0)
                {
                    rows[band] = (rows[band].First == 0 ? row : rows[band].First, row);
                }
            }

            string Cell(string name) => Column(header, name) is >= 0 and var at && at < cells.Length ? cells[at].Trim() : "";

            IEnumerable<(int Year, string Value)> Values()
            {
                if (Column(header, "OBS_VALUE") is >= 0 and var observed)
                {
                    var date = Column(header, "DATE_NAME") is >= 0 and var named ? named : Column(header, "DATE");
                    return date >= 0 && int.TryParse(cells[date], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                        && (Column(header, "MEASURES_NAME") is not (>= 0 and var measure) || Is(cells[measure], "value"))
                        ? [(year, cells[observed])]
                        : [];
                }

                return
                    from column in header.Index()
                    where column.Item.StartsWith(layout.BeforeYear, StringComparison.Ordinal)
                    let digits = column.Item[layout.BeforeYear.Length..]
                    where digits.Length == 4 && digits.All(char.IsAsciiDigit)
                    select (int.Parse(digits, CultureInfo.InvariantCulture), cells[column.Index]);
            }
        }

        /// <summary>Persons where they are stated, else males and females together.</summary>
        private Dictionary<int, ByAge> People(Council council)
        {
            if (sums.Count == 0)
            {
                throw Wrong(
                    file,
                    $"no row is about {council.ShortName} ({council.Code}). It has {codes.Count} codes, such as {string.Join(", ", codes.Order().Take(3))}."
                );
            }

            var years = sums.Keys.Select(key => key.Year).Distinct().ToArray();
            var people = years.ToDictionary(year => year, year =>
            {
                double[][] of = sums.TryGetValue((year, "persons"), out var persons)
                    ? [persons]
                    : [.. sums.Where(sum => sum.Key.Year == year).Select(sum => sum.Value)];
                double Sum(int band) => of.Sum(sex => sex[band]);
                return new ByAge(Sum(0), Sum(1), Sum(2), Sum(3));
            });
            return Enumerable.Range(0, MostAge).FirstOrDefault(age => !covered.Contains(age), defaultValue: -1) is >= 0 and var missing
                ? throw Wrong(file, $"it has nobody of age {missing} in {council.ShortName}, and must have all ages up to 85 and over.")
                : people;
        }

        private static string SexOf(string written) =>
            Is(written, "persons") || Is(written, "total") || Is(written, "all")
                ? "persons"
                : written.ToUpperInvariant()[..Math.Min(1, written.Length)];

        private static bool Is(string written, string word) => string.Equals(written.Trim(), word, StringComparison.OrdinalIgnoreCase);

        /// <summary>The ages of a group; null for wider groups, which are sums of others, and for what is no age.</summary>
        private static (int From, int To)? Ages(string written)
        {
            int[] numbers =
            [
                .. string.Concat(written.Select(letter => char.IsAsciiDigit(letter) ? letter : ' '))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(digits => int.Parse(digits, CultureInfo.InvariantCulture)),
            ];
            var isOpen = written.Contains('+', StringComparison.Ordinal) || written.Contains("over", StringComparison.OrdinalIgnoreCase);
            return (numbers, isOpen) switch
            {
                ([var from], true) when from >= Oldest => (from, int.MaxValue),
                // In tables of single years 90 stands for 90 and over.
                ([TopOfSingleYears], false) => (TopOfSingleYears, int.MaxValue),
                ([var one], false) => (one, one),
                ([var from, var to], false) when to - from == 4 => (from, to),
                _ => null,
            };
        }

        /// <summary>Which shares of an age group lie in the bands.</summary>
        private static double[] Shares((int From, int To) ages)
        {
            var shares = new double[BandCount];
            if (BandOf(ages.From) == BandOf(ages.To))
            {
                shares[BandOf(ages.From)] = 1.0;
            }
            else
            {
                (shares[0], shares[1]) = (UnderEighteen, 1.0 - UnderEighteen);
            }

            return shares;
        }

        private static int BandOf(int age) => age < 18 ? 0 : age < 65 ? 1 : age < 75 ? 2 : 3;
    }
}
