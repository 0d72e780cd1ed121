namespace SystemSim.Places;

/// <summary>The councils of England that pay for social care, by name and by code.</summary>
public static class Councils
{
    private static readonly (string Name, string Code, string Why)[] TooSmall =
    [
        ("City of London", "E09000001", "most of its figures are not published, or are those of a place where few live and many work"),
        ("Isles of Scilly", "E06000053", "with 2,000 people its figures of care are not published, and its hospitals are Cornwall's"),
    ];

    private static readonly Lazy<ImmutableArray<Council>> Read = new(() =>
        [.. CouncilTables.Read(except: TooSmall.Select(small => small.Name))]
    );

    private static readonly Lazy<IReadOnlyDictionary<string, string>> CountyOf = new(() =>
        FigureTable.Open("districts").Rows.ToDictionary(row => Folded(row["district"]), row => row["county"])
    );

    /// <summary>All of them, by name. The two smallest are not among them.</summary>
    public static ImmutableArray<Council> All => Read.Value;

    /// <summary>All names that are known: of councils, and of districts in a county.</summary>
    public static IEnumerable<string> Names =>
        All.Select(council => council.ShortName)
            .Concat(TooSmall.Select(small => small.Name))
            .Concat(FigureTable.Open("districts").Rows.Select(row => row["district"]))
            .Distinct();

    /// <summary>A known name with its capitals.</summary>
    /// <param name="name">The name in small letters.</param>
    public static string AsWritten(string name) => Names.First(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a council, whatever its name's capitals, commas and "City of", or by its ONS code.</summary>
    /// <param name="written">What somebody wrote.</param>
    /// <returns>The council; or why there is none of that name, in a sentence; neither where the name is not known at all.</returns>
    public static (Council? Found, string? Why) Find(string written)
    {
        var folded = Folded(written);
        if (All.FirstOrDefault(council => IsCalled(council, folded)) is { } found)
        {
            return (found, null);
        }

        if (TooSmall.FirstOrDefault(small => Folded(small.Name) == folded || Folded(small.Code) == folded) is { Name: { } name } refused)
        {
            return (null, $"no starter model can be made of the {name}: {refused.Why}.");
        }

        return CountyOf.Value.TryGetValue(folded, out var county)
            ? (null, $"{written} is a district: social care is paid for by its county, {county}.")
            : (null, null);
    }

    /// <summary>Of what kind a council is, in words.</summary>
    public static string KindInWords(Council council) => council.Kind switch
    {
        "county" => "a county",
        "unitary" => "a unitary council",
        "metropolitan" => "a metropolitan borough",
        _ => "a London borough",
    };

    /// <summary>A name as it is compared: small letters alone, without what is put before and after the name of a place.</summary>
    internal static string Folded(string name)
    {
        var words = name.ToLowerInvariant()
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("&", " and ", StringComparison.Ordinal)
            .Split([' ', ',', '-', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
        string[] about = ["city", "county", "of", "the", "council", "borough", "royal", "district", "metropolitan"];
        var kept = words.Except(about).ToArray();
        return string.Join(' ', kept.Length == 0 ? words : kept);
    }

    private static bool IsCalled(Council council, string folded) =>
        folded == Folded(council.Name)
        || folded == Folded(council.AlsoCalled ?? council.Name)
        || folded == Folded(council.Code)
        || (council.NewCode is { } code && folded == Folded(code));
}
