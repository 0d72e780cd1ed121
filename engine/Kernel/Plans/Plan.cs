using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One option of a scenario with names turned into rows: all that a run reads. Shared by every draw.</summary>
/// <remarks>
/// <para><b>Shape.</b> Lists are in declaration order, and that order is the row order everywhere. Years count from the first of the
/// run.</para>
/// <para><b>Units.</b> GBP, people, contacts, years.</para>
/// </remarks>
public sealed record Plan
{
    /// <summary>Steps in a year.</summary>
    public required int StepsPerYear { get; init; }

    /// <summary>Years in the run.</summary>
    public required int Years { get; init; }

    /// <summary>Which people demand is counted on.</summary>
    public required Counting Counting { get; init; }

    /// <summary>Whether moves and ageing happen among survivors.</summary>
    public required bool DeathsFirst { get; init; }

    /// <summary>Whether demand rates contain failure demand.</summary>
    public required bool RatesAreObserved { get; init; }

    /// <summary>Year whose prices real values are in, counted from the first of the run.</summary>
    public required int BaseYear { get; init; }

    /// <summary>[quantity] central values of the uncertain quantities.</summary>
    public required ImmutableArray<double> CentralQuantities { get; init; }

    /// <summary>Levels of the price indices.</summary>
    public required ImmutableArray<PathPlan> Indices { get; init; }

    /// <summary>Row of the index that turns nominal into real values; -1 for none.</summary>
    public required int Deflator { get; init; }

    /// <summary>The people.</summary>
    public required PeoplePlan People { get; init; }

    /// <summary>What comes about by chance in draws.</summary>
    public ChancePlan Chance { get; init; } = new();

    /// <summary>The services.</summary>
    public required ImmutableArray<ServicePlan> Services { get; init; }

    /// <summary>Services in the order in which a step works them; those of one entry share a limit and are worked together.</summary>
    public required ImmutableArray<ImmutableArray<int>> WorkingOrder { get; init; }

    /// <summary>Limits: those of capacity, then those of money.</summary>
    public required ImmutableArray<LimitPlan> Limits { get; init; }

    /// <summary>The effects.</summary>
    public required ImmutableArray<EffectPlan> Effects { get; init; }

    /// <summary>The harms of going without.</summary>
    public required ImmutableArray<HarmPlan> Harms { get; init; }

    /// <summary>What effects and harm multiply; one entry a target.</summary>
    public required ImmutableArray<TargetPlan> Targets { get; init; }

    /// <summary>The organisations.</summary>
    public required ImmutableArray<OrganisationPlan> Organisations { get; init; }

    /// <summary>The funds.</summary>
    public required ImmutableArray<FundPlan> Funds { get; init; }

    /// <summary>First year of its arrangement, counted from the first of the run.</summary>
    public int From { get; init; }

    /// <summary>The plan in force in the years before <see cref="TakesOver"/>: the same but for the arrangement; null when this one is in
    /// force all along.</summary>
    public Plan? Before { get; init; }

    /// <summary>First year in which this plan is in force, counted from the first of the run.</summary>
    public int TakesOver { get; init; }

    /// <summary>Limits with their rows, by their first member.</summary>
    internal ILookup<int, (int Row, LimitPlan Limit)> LimitsByFirst() =>
        Limits.Select((limit, row) => (row, limit)).ToLookup(limit => limit.limit.Members.First());

    /// <summary>The limits of services that are worked out together, in order.</summary>
    /// <param name="together">The services.</param>
    /// <param name="limits">What <see cref="LimitsByFirst"/> gave.</param>
    internal static IEnumerable<LimitPlan> Among(ImmutableArray<int> together, ILookup<int, (int Row, LimitPlan Limit)> limits) =>
        together.SelectMany(row => limits[row]).OrderBy(limit => limit.Row).Select(limit => limit.Limit);

    /// <summary>Steps in the run.</summary>
    public int Steps => Years * StepsPerYear;

    /// <summary>The central value of a number, with the factors that multiply it.</summary>
    public double Central(Number number) => number.Factors.Aggregate(number.Central, (value, factor) => value * CentralQuantities[factor]);
}
