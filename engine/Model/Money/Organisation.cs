using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Who has income and reserves, pays for services or delivers them.</summary>
public sealed record Organisation
{
    /// <summary>Name used in the scenario.</summary>
    public required OrganisationId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>Whether it is there only from the year on in which an arrangement passes to it what bodies have that end.</summary>
    public bool Begins { get; init; }

    /// <summary>Income lines.</summary>
    public ImmutableArray<MoneyLine> Income { get; init; } = [];

    /// <summary>Other spending lines.</summary>
    public ImmutableArray<SpendingLine> OtherSpending { get; init; } = [];

    /// <summary>What it pays for once.</summary>
    public ImmutableArray<OneOff> OneOffs { get; init; } = [];

    /// <summary>Reserves; null for none.</summary>
    public Reserves? Reserves { get; init; }

    /// <summary>Deficit or gap brought forward at the start, GBP, not negative; null for none.</summary>
    public Quantity? BroughtForward { get; init; }

    /// <summary>Share of a deficit or gap brought forward that is repaid in the year; the rest is carried on. Null for
    /// <see cref="RepaysOtherwise"/>.</summary>
    public Quantity? Repays { get; init; }

    /// <summary>Leave to treat day-to-day cost as capital, and what is said of its debt; null for none. NHS bodies have none.</summary>
    public Capitalisation? Capitalisation { get; init; }

    /// <summary>
    /// Share to which discretionary budgets of its own fund fall while a section 114 notice is in force; null when no notices are
    /// issued. Councils only.
    /// </summary>
    public Quantity? EmergencyLevel { get; init; }

    /// <summary>Share of a year's underspend that it keeps in general reserves; the rest leaves the place. Null for
    /// <see cref="KeepsOtherwise"/>.</summary>
    public Quantity? Keeps { get; init; }

    /// <summary>What is said of a ring-fenced account; null for every other organisation.</summary>
    public Account? Account { get; init; }

    /// <summary>Whether it may carry a deficit on: NHS bodies and ring-fenced accounts; what all others are short of is a gap.</summary>
    public bool MayRunDeficit => IsNhs || Kind == OrganisationKind.RingFencedAccount;

    /// <summary>Whether it is an NHS body.</summary>
    public bool IsNhs => Kind is OrganisationKind.NhsCommissioner or OrganisationKind.NhsProvider;

    /// <summary>Whether it is a part of the public sector.</summary>
    public bool IsPublic => IsNhs || Kind is OrganisationKind.Council or OrganisationKind.RingFencedAccount;

    /// <summary>What it keeps of an underspend where that is not stated: an NHS commissioner hands it back, all others keep all.</summary>
    public double KeepsOtherwise => Kind == OrganisationKind.NhsCommissioner ? 0.0 : 1.0;

    /// <summary>What it repays of a deficit where that is not stated: an NHS commissioner and a ring-fenced account carry it on, all others
    /// repay all.</summary>
    public double RepaysOtherwise => Kind is OrganisationKind.NhsCommissioner or OrganisationKind.RingFencedAccount ? 0.0 : 1.0;

    /// <summary>What becomes in the place of what it is paid as a provider; null when nothing is said.</summary>
    public LocalEconomy? Local { get; init; }
}
