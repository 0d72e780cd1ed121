namespace SystemSim.Places;

/// <summary>The councils as a list for a terminal.</summary>
public static class PlaceList
{
    /// <summary>People of a council in the middle of 2026.</summary>
    public static long PeopleOf(Council council) => (long)Math.Round(new StarterModel(council).PeopleIn(2026).All);

    /// <summary>What the number of people rests on.</summary>
    public static string BasisOf(Council council) =>
        council.StartsFromEstimate ? "estimate of mid-2024"
        : council.IsProjectedWhole ? "projection, added up"
        : "projection, shared out";

    /// <summary>The lines: region by region, each council with its people and what their number rests on.</summary>
    public static IEnumerable<string> Lines()
    {
        var name = Councils.All.Max(council => council.Name.Length);
        foreach (var region in Councils.All.GroupBy(council => council.Region).OrderBy(region => region.Key, StringComparer.Ordinal))
        {
            yield return $"{region.Key}";
            foreach (var council in region)
            {
                yield return $"  {council.Name.PadRight(name)}  {council.Code}  {Written.Count(PeopleOf(council)),9}  {BasisOf(council)}";
            }
        }

        yield return "";
        yield return "Code of April 2023, people in mid-2026 and what their number rests on. The City of London and the Isles of Scilly are too small.";
        yield return "Next: systemsim init FOLDER --place COUNCIL";
    }
}
