namespace SystemSim.Reading;

/// <summary>What kinds of name are called in sentences.</summary>
internal static class NameKinds
{
    /// <summary>One of a kind, with its article: <c>an age band</c>.</summary>
    public static string One(NameKind kind) => $"{("AEIOU".Contains(kind.ToString()[0]) ? "an" : "a")} {Singular(kind)}";

    /// <summary>The kind itself: <c>age band</c>.</summary>
    public static string Singular(NameKind kind) => Snake.Of(kind.ToString()).Replace('_', ' ');

    /// <summary>Several of a kind: <c>age bands</c>.</summary>
    public static string Plural(NameKind kind) => kind switch
    {
        NameKind.Index => "indices",
        NameKind.Governance => "governance arrangements",
        NameKind.FundOrReserve => "funds and reserves",
        _ => Singular(kind) + "s",
    };
}
