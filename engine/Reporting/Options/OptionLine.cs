using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>An option on one line: what it costs, who pays, who goes without, how sure that is.</summary>
/// <remarks>
/// <para><b>Meaning.</b> Money is the mean over draws, or the central run where nothing was drawn; a difference is from the baseline on the
/// same draws, above 0 where more is spent.</para>
/// <para><b>Units.</b> GBP in the price base of the headline; contacts; years of life.</para>
/// </remarks>
public sealed record OptionLine
{
    /// <summary>The option, and those that are the same as it in every number.</summary>
    public required ImmutableArray<OptionId> Options { get; init; }

    /// <summary>Their names to print.</summary>
    public required ImmutableArray<string> Titles { get; init; }

    /// <summary>Whether it is the baseline, alone or with options that come to the same.</summary>
    public required bool IsBaseline { get; init; }

    /// <summary>Spending of all accounts over all years.</summary>
    public required Cited Spent { get; init; }

    /// <summary>The same, more than in the baseline; null for the baseline.</summary>
    public required Ranged? Difference { get; init; }

    /// <summary>Row of the next year: the first in which the option differs from the baseline in any number; null where it never
    /// does.</summary>
    public required int? NextYear { get; init; }

    /// <summary>Spending of the next year, more than in the baseline.</summary>
    public required Ranged? InNextYear { get; init; }

    /// <summary>What it comes to for each organisation; none for the baseline.</summary>
    public required ImmutableArray<OrganisationLine> Organisations { get; init; }

    /// <summary>The organisations that spend more or less than in the baseline.</summary>
    public ImmutableArray<OrganisationLine> Payers => [.. Organisations.Where(one => !Amount.IsNothing(one.More.Middle.Value))];

    /// <summary>Services that it ends or cuts.</summary>
    public required ImmutableArray<ServiceLoss> Losses { get; init; }

    /// <summary>Contacts that discretionary services give over all years; null where there are no such services.</summary>
    public required Cited? Helped { get; init; }

    /// <summary>Contacts that leave unmet over all years.</summary>
    public required Cited TurnedAway { get; init; }

    /// <summary>Quality-adjusted life years over all years, more than in the baseline; null where none are weighed, and for the
    /// baseline.</summary>
    public required Cited? LifeYears { get; init; }

    /// <summary>What comes back for each pound that it costs; null where there is no such ratio, and for the baseline.</summary>
    public required ForOnePound? ForOnePound { get; init; }

    /// <summary>What its effect on spending rests on; none where no effect moves it, or where that was not measured.</summary>
    public required ImmutableArray<GradeShare> Grades { get; init; }

    /// <summary>Why it cannot be the cheapest: it turns people away, or loses life; null where it can.</summary>
    public required string? Harm { get; init; }

    /// <summary>Chance of being the cheapest of the options that do no harm; null without draws.</summary>
    public required Cited? Cheapest { get; init; }

    /// <summary>What it sets and nothing comes of, in words.</summary>
    public required ImmutableArray<string> WithoutEffect { get; init; }

    /// <summary>When what it spends more has come back.</summary>
    public required Payback Payback { get; init; }
}
