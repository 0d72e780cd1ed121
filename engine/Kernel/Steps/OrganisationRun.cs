namespace SystemSim.Kernel;

/// <summary>One organisation while the equations of a run are written.</summary>
internal sealed class OrganisationRun(int row, OrganisationPlan plan)
{
    /// <summary>Row of the organisation, and of its own fund.</summary>
    public int Row => row;

    /// <summary>The plan.</summary>
    public OrganisationPlan Plan => plan;

    /// <summary>General reserves.</summary>
    public required Variable Reserves { get; init; }

    /// <summary>Carried deficit or unfunded gap.</summary>
    public required Variable Deficit { get; init; }

    /// <summary>[earmarked reserve] what it holds.</summary>
    public required Variable[] Earmarked { get; init; }

    /// <summary>1 while a section 114 notice is in force, else 0; null where none is issued.</summary>
    public required Variable? Notice { get; init; }

    /// <summary>Support as leave to borrow; null where none is agreed.</summary>
    public required SupportRun? Support { get; init; }

    /// <summary>What the years of its settlement have moved into reserves so far; null where it plans year by year.</summary>
    public required Variable? Balanced { get; init; }

    /// <summary>Position as it stands.</summary>
    public Value Position
    {
        get
        {
            var position = Earmarked.Aggregate(Reserves.Now, (sum, reserve) => sum + reserve.Now) - Deficit.Now;
            return Support is null ? position : position - Support.Debt.Now - Support.Sold.Now;
        }
    }

    /// <summary>The same body under the plan before; null where there is none.</summary>
    public required OrganisationRun? Before { get; init; }

    /// <summary>Whether it ends, or takes on what others have that do, when the plan takes over.</summary>
    public required bool IsOfSuccession { get; init; }

    /// <summary>What it has taken on from bodies that end, negative where it ends itself: what its position moves by.</summary>
    public Value PassedOn { get; set; }

    /// <summary>Debt that it has taken on, negative where it ends itself.</summary>
    public Value DebtPassedOn { get; set; }

    /// <summary>What it brings from elsewhere when it begins.</summary>
    public Value BroughtIn { get; set; }

    /// <summary>Debt that it brings with it.</summary>
    public Value DebtBroughtIn { get; set; }

    /// <summary>Position when the year started.</summary>
    public Value OpeningPosition { get; set; }

    /// <summary>Income of the year.</summary>
    public Value Income { get; set; }

    /// <summary>Other spending of the year.</summary>
    public Value OtherSpending { get; set; }

    /// <summary>What it pays for carrying deficits of its ring-fenced accounts.</summary>
    public Value Financing { get; set; }

    /// <summary>Deficit that has passed from it, a ring-fenced account, to its owner this year; below 0 in the owner.</summary>
    public Value AccountDeficit { get; set; }

    /// <summary>What the centre pays it, a ring-fenced account, this year.</summary>
    public Value FromCentre { get; set; }

    /// <summary>What its ring-fenced accounts are overspent by this year, where that counts.</summary>
    public Value OfAccounts { get; set; }

    /// <summary>Whether it owns a ring-fenced account.</summary>
    public required bool OwnsAccount { get; init; }

    /// <summary>Own money before contributions.</summary>
    public Value Available { get; set; }
}
