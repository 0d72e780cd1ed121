using System.Security.Cryptography;
using SystemSim.OnsTables;

namespace SystemSim.Places;

/// <summary>Where people of a starter model were read: a file of the ONS's, as somebody has it.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Layout">What it is.</param>
/// <param name="Where">By age band (0-17, 18-64, 65-74, 75+): the sheet and the rows that were added up.</param>
public sealed record PeopleFile(string File, string Sha256, string Layout, ImmutableArray<string> Where);

/// <summary>A council's people from a table as the ONS publishes it.</summary>
public static class OnsPeople
{
    // Years that a starter model starts from and follows.
    private static readonly int[] ProjectedYears = [2025, 2026, 2027, 2028, 2031, 2036];

    // A mid-year estimate is carried on as the projection grows from mid-2025.
    private static readonly int[] EstimatedYears = [2025, 2024];

    private static readonly (int From, int? To)[] Bands = [(0, 17), (18, 64), (65, 74), (75, null)];

    /// <summary>A council with its people from a file in the place of those that the program carries.</summary>
    /// <param name="council">The council.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="OnsTableException">It does not hold what is needed.</exception>
    public static Council In(Council council, string file, byte[] bytes)
    {
        var codes = council.NewCode is { } later ? ImmutableArray.Create(council.Code, later) : [council.Code];
        var table = OnsTable.Read(bytes, codes, $"{council.ShortName} ({council.Code})");
        var from = new PeopleFile(
            file,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            table.Layout,
            [.. Bands.Select(band => table.Where(band.From, band.To))]
        );
        if (table.IsEstimate)
        {
            var year = EstimatedYears.FirstOrDefault(year => table.Years.Contains(year));
            return year == 0
                ? throw new OnsTableException($"it has no estimate for 2024 or 2025: its years are {Listed(table.Years)}.")
                : council with { Estimated = People(table, year), StartsFromEstimate = true, PeopleFrom = from };
        }

        return ProjectedYears.Except(table.Years).ToArray() is { Length: > 0 } missing
            ? throw new OnsTableException($"it has no people for {Listed(missing)}: its years are {Listed(table.Years)}.")
            : council with
            {
                Projected = table.Years.ToImmutableSortedDictionary(year => year, year => People(table, year)),
                IsProjectedWhole = true,
                StartsFromEstimate = false,
                PeopleFrom = from,
            };
    }

    private static ByAge People(OnsTable table, int year) =>
        new(Of(table, year, 0), Of(table, year, 1), Of(table, year, 2), Of(table, year, 3));

    private static double Of(OnsTable table, int year, int band) => table.People(year, Bands[band].From, Bands[band].To);

    private static string Listed(IEnumerable<int> years) => string.Join(", ", years.Order());
}
