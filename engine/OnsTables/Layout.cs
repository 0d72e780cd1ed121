namespace SystemSim.OnsTables;

/// <summary>A layout in which the ONS publishes people, by the names of its columns in capitals.</summary>
/// <param name="Name">What a table of it is.</param>
/// <param name="Area">Column of the code of the area; columns of other years' codes have digits behind it.</param>
/// <param name="Sex">Column of the sex; empty where there is none, and the sheet says it or the rows are of persons.</param>
/// <param name="Age">Column of the age; empty where each age is a column.</param>
/// <param name="BeforeYear">What stands in front of the year in the names of columns of people.</param>
/// <param name="IsEstimate">Whether it counts people of past years, and does not project them.</param>
internal sealed record Layout(string Name, string Area, string Sex, string Age, string BeforeYear, bool IsEstimate)
{
    private const string AllAges = "ALL AGES";

    /// <summary>The layouts that are known.</summary>
    public static ImmutableArray<Layout> Known { get; } =
    [
        new("ONS subnational population projections", "AREA_CODE", "SEX", "AGE_GROUP", "", IsEstimate: false),
        new("ONS subnational population projections", "CODE", "", "AGE GROUP", "", IsEstimate: false),
        new("ONS mid-year estimates", "LADCODE", "SEX", "AGE", "POPULATION_", IsEstimate: true),
        new("Nomis, ONS mid-year estimates", "GEOGRAPHY_CODE", "GENDER_NAME", "C_AGE_NAME", "", IsEstimate: true),
        new("ONS mid-year estimates", "CODE", "", "", "", IsEstimate: true),
    ];

    /// <summary>Whether each age is a column of its own; the year is then said above the names of the columns.</summary>
    public bool HasAgeColumns => Age.Length == 0;

    /// <summary>The layouts as a sentence has them.</summary>
    public static string Told => string.Join("; ", Known.Select(layout => $"{layout.Area} with {layout.AgeTold}"));

    private string AgeTold => HasAgeColumns ? AllAges : Age;

    /// <summary>The layout of a table with these names of columns, in capitals; null where they are of none.</summary>
    public static Layout? Of(string[] header) =>
        Known.FirstOrDefault(layout => Column(header, layout.Area) >= 0 && Column(header, layout.AgeTold) >= 0);

    /// <summary>Where a column stands; -1 where there is none.</summary>
    public static int Column(string[] header, string name) =>
        name.Length == 0 ? -1 : Array.FindIndex(header, column => column.TrimEnd([.. "0123456789"]) == name);
}
