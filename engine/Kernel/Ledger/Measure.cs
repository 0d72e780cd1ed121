namespace SystemSim.Kernel;

/// <summary>What a row of the ledger holds. Units and meaning are listed in <c>engine/MODEL.md</c>.</summary>
public enum Measure
{
    /// <summary>Living people of a cohort.</summary>
    People,

    /// <summary>The dead of an area and last age band.</summary>
    Dead,

    /// <summary>Births of an area.</summary>
    Births,

    /// <summary>Deaths of an area and age band.</summary>
    Deaths,

    /// <summary>Net migration of an area.</summary>
    Migration,

    /// <summary>Residual of control totals, of an area and age band.</summary>
    Residual,

    /// <summary>Quality-adjusted life years of an area.</summary>
    QualityAdjustedLifeYears,

    /// <summary>Need-led demand for a service.</summary>
    NeedLed,

    /// <summary>Referrals to a service.</summary>
    Referred,

    /// <summary>Failure demand at a service.</summary>
    FailureDemand,

    /// <summary>Demand diverted to a service.</summary>
    Diverted,

    /// <summary>What a service was asked.</summary>
    Asked,

    /// <summary>What a service delivered.</summary>
    Delivered,

    /// <summary>Asked less delivered.</summary>
    Unmet,

    /// <summary>Contacts that left a service unmet.</summary>
    Left,

    /// <summary>The waiting list of a service.</summary>
    Waiting,

    /// <summary>People in the places of a service.</summary>
    InPlaces,

    /// <summary>People whose stay in a service's places ended.</summary>
    Ended,

    /// <summary>Activity of a service: contacts, bed-days or person-years.</summary>
    Volume,

    /// <summary>Physical capacity of a service: units a year, or places.</summary>
    Capacity,

    /// <summary>Gross cost of a service to its provider.</summary>
    ProviderCost,

    /// <summary>Charges to the users of a service.</summary>
    Charges,

    /// <summary>Payment for a service.</summary>
    Payment,

    /// <summary>What is paid for breaking today's contract of a service.</summary>
    BreakCharge,

    /// <summary>Activity of a service at full unit cost.</summary>
    FullCost,

    /// <summary>The fixed share of the full cost of a service's activity.</summary>
    FullCostFixed,

    /// <summary>Budget or forecast of a service.</summary>
    Budget,

    /// <summary>Contingency of a fund.</summary>
    Contingency,

    /// <summary>Floors that the money of a fund did not reach.</summary>
    BudgetedGap,

    /// <summary>Money of the year that a fund divides.</summary>
    FundMoney,

    /// <summary>What a fund pays for letting contracts.</summary>
    TransactionCost,

    /// <summary>Cost of setting up a pool.</summary>
    SetUp,

    /// <summary>Cost of running a pool.</summary>
    Running,

    /// <summary>Income of an organisation.</summary>
    Income,

    /// <summary>Other spending of an organisation.</summary>
    OtherSpending,

    /// <summary>Contribution of an organisation to a pool.</summary>
    Contribution,

    /// <summary>Settlement of ring-fenced services between a pool and their owner.</summary>
    RingFence,

    /// <summary>An organisation's share of a pool's overspend.</summary>
    RiskShare,

    /// <summary>An organisation's share of a pool's underspend.</summary>
    SharedUnderspend,

    /// <summary>What an organisation pays into a pool's risk reserve; negative where it is given back.</summary>
    IntoRiskReserve,

    /// <summary>Payments and charges less cost of what an organisation provides.</summary>
    ProviderSurplus,

    /// <summary>What leaves the place from an organisation.</summary>
    ReturnedByOrganisation,

    /// <summary>What leaves the place from a pool.</summary>
    ReturnedByPool,

    /// <summary>General reserves of an organisation.</summary>
    Reserves,

    /// <summary>Carried deficit or unfunded gap of an organisation.</summary>
    Deficit,

    /// <summary>Risk reserve of a pool.</summary>
    RiskReserve,

    /// <summary>A reserve of an organisation that is set aside for a purpose; its row stands in the place of a fund's.</summary>
    EarmarkedReserves,

    /// <summary>Support that an organisation borrows.</summary>
    Borrowing,

    /// <summary>Support met by the sale of assets.</summary>
    ReceiptsUsed,

    /// <summary>Debt of support that is repaid.</summary>
    DebtRepaid,

    /// <summary>Interest on debt of support.</summary>
    DebtInterest,

    /// <summary>What the centre pays a ring-fenced account.</summary>
    CentreMeets,

    /// <summary>Deficit that passes from a ring-fenced account to its owner, negative in the owner.</summary>
    AccountDeficit,

    /// <summary>Income of a year that assets sold brought before.</summary>
    IncomeLost,

    /// <summary>What an organisation owes of support.</summary>
    Debt,

    /// <summary>What assets sold for support have brought.</summary>
    AssetsSold,

    /// <summary>What passes to an organisation from bodies that end; negative where it ends itself.</summary>
    PassedOn,

    /// <summary>Debt that passes to it; negative where it ends itself.</summary>
    DebtPassedOn,

    /// <summary>What an organisation that begins brings from elsewhere.</summary>
    BroughtIn,

    /// <summary>Debt that it brings with it.</summary>
    DebtBroughtIn,

    /// <summary>1 while a section 114 notice of a council is in force.</summary>
    Section114,

    /// <summary>Deaths that chances give in a year on the people of its start: kept while their scale is fitted, and told
    /// nowhere.</summary>
    DeathsByChance,
}
