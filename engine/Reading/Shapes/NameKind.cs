namespace SystemSim.Reading;

/// <summary>What a name in a scenario is the name of.</summary>
internal enum NameKind
{
    /// <summary>A need state.</summary>
    NeedState,

    /// <summary>An age band.</summary>
    AgeBand,

    /// <summary>An area.</summary>
    Area,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A service.</summary>
    Service,

    /// <summary>A tier of services.</summary>
    Tier,

    /// <summary>A price index.</summary>
    Index,

    /// <summary>A source.</summary>
    Source,

    /// <summary>A grade of evidence.</summary>
    Grade,

    /// <summary>A season.</summary>
    Season,

    /// <summary>A shared limit.</summary>
    Limit,

    /// <summary>A governance arrangement.</summary>
    Governance,

    /// <summary>A fund: an organisation's own, or a pool.</summary>
    Fund,

    /// <summary>What the column <c>fund</c> of the answers may name: a fund, or an earmarked reserve.</summary>
    FundOrReserve,

    /// <summary>An option.</summary>
    Option,
}
