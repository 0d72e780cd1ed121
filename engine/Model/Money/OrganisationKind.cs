namespace SystemSim.Model;

/// <summary>What an organisation is, which decides its duties.</summary>
public enum OrganisationKind
{
    /// <summary>A council: must balance; what it cannot meet is an unfunded gap.</summary>
    Council,

    /// <summary>An NHS body that pays for services; may run a deficit, which it carries.</summary>
    NhsCommissioner,

    /// <summary>An NHS body that provides services; may run a deficit, which it carries.</summary>
    NhsProvider,

    /// <summary>A voluntary or community organisation.</summary>
    Voluntary,

    /// <summary>A private organisation.</summary>
    Private,

    /// <summary>An account of a council that pays for its services alone, and whose deficit does not count as the council's, or not yet:
    /// such as the one for pupils with high needs.</summary>
    RingFencedAccount,
}
