namespace SystemSim.Places;

/// <summary>A council that pays for social care, and what is published of its place.</summary>
public sealed record Council
{
    /// <summary>The ONS code of April 2023.</summary>
    public required string Code { get; init; }

    /// <summary>The ONS code of April 2025, where it has changed since; else null.</summary>
    public string? NewCode { get; init; }

    /// <summary>The name that the ONS uses.</summary>
    public required string Name { get; init; }

    /// <summary>Another name by which it is known; else null.</summary>
    public string? AlsoCalled { get; init; }

    /// <summary>What a sentence calls it: Bristol, not Bristol, City of.</summary>
    public string ShortName => AlsoCalled is { Length: > 3 } ? AlsoCalled : Name;

    /// <summary>Its region.</summary>
    public required string Region { get; init; }

    /// <summary>county, unitary, metropolitan or london.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it is a borough of Inner London.</summary>
    public required bool IsInnerLondon { get; init; }

    /// <summary>The NHS board with most of its people.</summary>
    public required string NhsBoard { get; init; }

    /// <summary>Whether the projection of its people is a sum of published figures; else it is derived.</summary>
    public required bool IsProjectedWhole { get; init; }

    /// <summary>Whether its people start from the later estimate, since the projection is far from it.</summary>
    public required bool StartsFromEstimate { get; init; }

    /// <summary>The file that its people were read from; null for those that the program carries.</summary>
    public PeopleFile? PeopleFrom { get; init; }

    /// <summary>Average score of the Index of Multiple Deprivation 2025.</summary>
    public required double Deprivation { get; init; }

    /// <summary>People projected for the middle of a year, by year.</summary>
    public required ImmutableSortedDictionary<int, ByAge> Projected { get; init; }

    /// <summary>People estimated for mid-2024.</summary>
    public required ByAge Estimated { get; init; }

    /// <summary>Births, deaths and net migration in a year, for each person (ONS 2018-based projection, year to mid-2026).</summary>
    public required (double Births, double Deaths, double Migration) FlowsAPerson { get; init; }

    /// <summary>Its money.</summary>
    public required CouncilMoney Money { get; init; }

    /// <summary>Its adult social care.</summary>
    public required CareCounts Care { get; init; }

    /// <summary>The NHS for those registered with its practices.</summary>
    public required NhsFigures Nhs { get; init; }
}

/// <summary>Money of a council in 2024/25, in £.</summary>
/// <param name="CareNet">Net current expenditure on adult social care, after all income, the NHS's included.</param>
/// <param name="CareGross">Gross expenditure on adult social care.</param>
/// <param name="Budget">Net revenue expenditure.</param>
/// <param name="CouncilTax">Council tax requirement.</param>
/// <param name="IsDerived">Whether it filed no return, so that this is worked out from the year before.</param>
public sealed record CouncilMoney(double CareNet, double CareGross, double Budget, double CouncilTax, bool IsDerived);

/// <summary>People and events of adult social care in 2024/25; null where not published.</summary>
/// <param name="WorkingAge">People of 18 to 64 with long-term care in the year.</param>
/// <param name="WorkingAgeAtHome">Of these, at home or with family.</param>
/// <param name="Older">People of 65 and over with long-term care in the year.</param>
/// <param name="OlderAtHome">Of these, at home or with family.</param>
/// <param name="Admissions">Admitted to a care home for good at 65 and over.</param>
/// <param name="InCommunity">People with care in the community on 31 March.</param>
/// <param name="Reabled">New clients of reablement.</param>
/// <param name="DischargedToReablement">Discharges from hospital to reablement at 65 and over.</param>
public sealed record CareCounts(
    double WorkingAge,
    double WorkingAgeAtHome,
    double Older,
    double OlderAtHome,
    double Admissions,
    double InCommunity,
    double? Reabled,
    double? DischargedToReablement
);

/// <summary>The NHS for the people registered with a council's practices.</summary>
/// <param name="Registered">People registered.</param>
/// <param name="Weighted">The same, weighted by need for each kind of care, as many in all England.</param>
/// <param name="Allocation">Core and primary medical allocations of 2025/26 shared by need, in £: derived.</param>
public sealed record NhsFigures(double Registered, NeedFor<double> Weighted, double Allocation);

/// <summary>One thing for each kind of NHS care whose need is published.</summary>
/// <param name="Acute">Acute care.</param>
/// <param name="Community">Community health.</param>
/// <param name="Mental">Mental health.</param>
/// <param name="Primary">Primary medical care.</param>
public sealed record NeedFor<T>(T Acute, T Community, T Mental, T Primary)
{
    /// <summary>The same of another thing for each kind.</summary>
    public NeedFor<TTo> With<TOther, TTo>(NeedFor<TOther> other, Func<T, TOther, TTo> of) =>
        new(of(Acute, other.Acute), of(Community, other.Community), of(Mental, other.Mental), of(Primary, other.Primary));
}
