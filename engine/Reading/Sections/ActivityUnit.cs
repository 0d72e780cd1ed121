namespace SystemSim.Reading;

/// <summary>What a service's activity is counted in.</summary>
internal enum ActivityUnit
{
    /// <summary>Contacts.</summary>
    Contacts,

    /// <summary>Bed-days, for a service with a short stay.</summary>
    BedDays,

    /// <summary>Places, for a service that people are in.</summary>
    Places,
}
