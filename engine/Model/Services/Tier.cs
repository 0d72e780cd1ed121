namespace SystemSim.Model;

/// <summary>The tiers that every scenario knows; a scenario may add its own names.</summary>
public static class Tier
{
    /// <summary>Help before need arises or grows.</summary>
    public const string Prevention = "prevention";

    /// <summary>Help by voluntary and community organisations.</summary>
    public const string VoluntarySector = "voluntary_sector";

    /// <summary>General practice and other first contacts.</summary>
    public const string Primary = "primary";

    /// <summary>Community health services.</summary>
    public const string Community = "community";

    /// <summary>Adult and children's social care.</summary>
    public const string SocialCare = "social_care";

    /// <summary>Hospitals and emergency care.</summary>
    public const string Acute = "acute";

    /// <summary>All known tiers, from the earliest help to the latest.</summary>
    public static IReadOnlyList<string> Known { get; } = [Prevention, VoluntarySector, Primary, Community, SocialCare, Acute];
}
