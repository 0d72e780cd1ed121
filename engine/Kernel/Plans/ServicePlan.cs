using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One service.</summary>
/// <remarks>What arrives at it stands with it: referrals, failure demand and diversions are listed where they arrive.</remarks>
public sealed record ServicePlan
{
    /// <summary>What a contact is.</summary>
    public required ServiceKind Kind { get; init; }

    /// <summary>Row of the organisation that provides it.</summary>
    public required int Provider { get; init; }

    /// <summary>Row of the fund that pays.</summary>
    public required int Fund { get; init; }

    /// <summary>Whether demand rather than money decides how much is given.</summary>
    public required bool Statutory { get; init; }

    /// <summary>The terms on which it is paid.</summary>
    public required ContractPlan Contract { get; init; }

    /// <summary>[cohort] contacts a person a year, each the product of a rate and a multiplier; null entries ask nothing.</summary>
    public required ImmutableArray<(Number Rate, Number? Multiplier)?> Rates { get; init; }

    /// <summary>[area] whether it serves the area.</summary>
    public required ImmutableArray<bool> Serves { get; init; }

    /// <summary>Contacts that come with moves.</summary>
    public required ImmutableArray<MoveDemandPlan> PerMove { get; init; }

    /// <summary>[step of the year] season; empty for none.</summary>
    public required ImmutableArray<double> Season { get; init; }

    /// <summary>Multiplier by year; null for none.</summary>
    public PathPlan? Growth { get; init; }

    /// <summary>Referrals that arrive.</summary>
    public required ImmutableArray<ReturnPlan> Referred { get; init; }

    /// <summary>Failure demand that arrives.</summary>
    public required ImmutableArray<ReturnPlan> Failed { get; init; }

    /// <summary>Diversions that arrive: from which service, at what ratio.</summary>
    public required ImmutableArray<(int From, Number Ratio)> Diverted { get; init; }

    /// <summary>Share of those by whom the list would grow who join it.</summary>
    public required Number Waits { get; init; }

    /// <summary>Share of those who wait who give up.</summary>
    public required Number Reneges { get; init; }

    /// <summary>Time within which they do, in years.</summary>
    public double RenegesOver { get; init; } = 1.0;

    /// <summary>Days of a short stay, or years of a stay in places; null for contacts.</summary>
    public Number? Stay { get; init; }

    /// <summary>Physical capacity; null when nothing limits it.</summary>
    public CapacityPlan? Capacity { get; init; }

    /// <summary>Cost of a unit: GBP a contact, a bed-day, or a person a year in places.</summary>
    public required Number UnitCost { get; init; }

    /// <summary>Year of the price, counted from the first of the run.</summary>
    public required int PriceYear { get; init; }

    /// <summary>Row of the index that carries it; -1 for none.</summary>
    public required int CostIndex { get; init; }

    /// <summary>Share that users are charged.</summary>
    public required Number Charges { get; init; }

    /// <summary>What users are charged for a unit of use beside that share; null for nothing.</summary>
    public UsePlan? Use { get; init; }

    /// <summary>How cost follows activity; null when all of it is variable.</summary>
    public CostShapePlan? CostShape { get; init; }

    /// <summary>Activity a year for which fixed cost is laid out, people in places; null for that of today.</summary>
    public Number? ReferenceVolume { get; init; }

    /// <summary>Opening budget, or first forecast; null for the payment for opening demand.</summary>
    public Number? Budget { get; init; }

    /// <summary>Least budget by year; null for nothing.</summary>
    public PathPlan? Floor { get; init; }

    /// <summary>Most that a business case may raise the budget to; null for no bound.</summary>
    public PathPlan? Ceiling { get; init; }

    /// <summary>Waiting list at the start; null for none.</summary>
    public Number? WaitingAtStart { get; init; }

    /// <summary>People in places at the start; null for settled.</summary>
    public Number? InPlacesAtStart { get; init; }

    /// <summary>Contacts a year delivered before the start; null for settled.</summary>
    public Number? DeliveredAtStart { get; init; }

    /// <summary>Contacts a year that left before the start; null for settled.</summary>
    public Number? LeftAtStart { get; init; }

    /// <summary>Whether what is paid is a sum that the year's budget or the contract states, whatever is done.</summary>
    public bool IsPaidASum => Contract.Form is ContractForm.Block or ContractForm.Grant;

    /// <summary>Whether payment follows activity by a price.</summary>
    public bool HasPrice =>
        Contract.Form is ContractForm.Tariff or ContractForm.CostAndVolume or ContractForm.Marginal or ContractForm.AlignedIncentive;
}
