using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>One way of meeting need: prevention, voluntary sector or acute care.</summary>
/// <remarks>
/// <para><b>Shape.</b> A scenario holds services in declaration order, and that order is the row order of every array
/// compiled from it.</para>
/// <para><b>Kinds.</b> A service with <see cref="Places"/> is a stock of people, and what it delivers is starts; with
/// <see cref="ShortStayDays"/> each contact takes that many bed-days of capacity and cost; otherwise it gives contacts.
/// Never both.</para>
/// </remarks>
public sealed record Service
{
    /// <summary>Name used in the scenario.</summary>
    public required ServiceId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>One of <see cref="Tier.Known"/>, or the scenario's own.</summary>
    public required string Tier { get; init; }

    /// <summary>Who delivers it.</summary>
    public required OrganisationId Provider { get; init; }

    /// <summary>What one contact is: a consultation, a person helped.</summary>
    public required string Unit { get; init; }

    /// <summary>Areas served; empty for all.</summary>
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>Whether demand or money decides how much is given.</summary>
    public required Duty Duty { get; init; }

    /// <summary>Terms of payment.</summary>
    public required Contract Contract { get; init; }

    /// <summary>
    /// GBP in the first year: the opening budget of a discretionary service, the forecast of a statutory one; null for the
    /// payment for opening demand.
    /// </summary>
    public Quantity? Budget { get; init; }

    /// <summary>Least that a discretionary service must be given, GBP a year; null for nothing.</summary>
    public YearlyPath? Floor { get; init; }

    /// <summary>Most that a business case or a protected share may raise the budget to, GBP a year; null for no bound.</summary>
    public YearlyPath? Ceiling { get; init; }

    /// <summary>Priority class within its duty where a limit is shared; lower goes first.</summary>
    public int Priority { get; init; }

    /// <summary>What people ask because of their need.</summary>
    public required Demand Demand { get; init; }

    /// <summary>Where it sends people on.</summary>
    public ImmutableArray<Referral> Referrals { get; init; } = [];

    /// <summary>What comes back because it was not done, or not done right.</summary>
    public ImmutableArray<Failure> Failures { get; init; } = [];

    /// <summary>What becomes of demand that is not met; null when all of it leaves and nothing follows.</summary>
    public Unmet? Unmet { get; init; }

    /// <summary>Set when people stay in the service for longer than a step.</summary>
    public StayInPlaces? Places { get; init; }

    /// <summary>Days that each contact stays, shorter than a step; null when contacts take no stay.</summary>
    public Quantity? ShortStayDays { get; init; }

    /// <summary>Physical capacity; null when nothing limits it.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>What a unit of activity costs.</summary>
    public required UnitCost Cost { get; init; }

    /// <summary>What a business case says each pound saves; null when there is none.</summary>
    public ExpectedSaving? ExpectedSaving { get; init; }

    /// <summary>Where it starts, when that is stated.</summary>
    public AtStart AtStart { get; init; } = new();
}
