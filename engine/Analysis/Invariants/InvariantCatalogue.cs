namespace SystemSim.Analysis;

/// <summary>Every invariant, as <c>engine/MODEL.md</c> lists them: a run that leaves answers has held them all.</summary>
public static class InvariantCatalogue
{
    /// <summary>All invariants.</summary>
    public static ImmutableArray<InvariantEntry> All { get; } =
    [
        new("people_conserved", "People: opening + births + migration + residual - deaths = closing", "1e-9 of the people"),
        new("control_totals_met", "Central run of the baseline: people are as many as control totals say", "1e-9 of the people"),
        new(
            "nothing_negative",
            "No cohort, list, place, budget, delivery or capacity is negative",
            "1e-9 of the people, of what was asked, or of 1"
        ),
        new(
            "lists_balance",
            "Waiting lists: opening + arrivals - delivered - left = closing",
            "1e-9 of what was asked, or of the opening people"
        ),
        new("outflows_within_stock", "Outflows of a cohort do not exceed its stock", "1e-9 of the people"),
        new(
            "money_balances",
            "The position of every account follows from its postings",
            "1e-9 of the year's income, payments and costs, and of what the account held"
        ),
        new("finite", "Every number is finite, and smaller than 2^46", "none"),
    ];
}
