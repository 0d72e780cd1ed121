using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Why a service ends or is cut under an option, as far as its settings and its arrangement tell.</summary>
internal static class LossReason
{
    /// <summary>The option itself sets it.</summary>
    public const string Set = ", as this option sets it";

    /// <summary>The reason, after a colon; empty where neither tells.</summary>
    public static string Of(AnswerReader reader, OptionId option, ServiceLoss loss)
    {
        var own = reader.Options.First(known => known.Id == option);
        if (own.Sets.Any(set => set.StartsWith($"services.{loss.Service}.", StringComparison.Ordinal)))
        {
            return Set;
        }

        var place = own.PlaceIn(reader.Scenario.Horizon.YearAt(loss.Year));
        var service = place.Services.First(known => known.Id.Name == loss.Service);
        var fund = place.Governance.Funds.FirstOrDefault(known => known.Pays.Contains(service.Id));
        if (fund is null)
        {
            return ": no fund pays for it";
        }

        var (budget, before) = (Budget(option), Budget(reader.Scenario.Baseline));
        return service.Duty == Duty.Discretionary && budget < before - Nothing.Money ? $": {Whose(reader, fund)} {Why(fund)}"
            : budget >= before - Nothing.Money ? ": more ask than it can serve"
            : "";

        double Budget(OptionId of) => reader.Sum(of, "budget", false, ("year", reader.Years[loss.Year]), ("service", loss.Service)).Value;
    }

    private static string Whose(AnswerReader reader, Fund fund) =>
        fund.Pool is null ? reader.TitleOf(fund.Id.Name)
        : reader.TitleOf(fund.Id.Name) is var title && title == "pool" ? "the pool"
        : $"the pool ({title})";

    private static string Why(Fund fund) => fund.StartOfYear.Rule switch
    {
        BudgetRule.BusinessCase => "has less for what does not pay back in time, after what it must pay",
        BudgetRule.FixedShares => "divides its money by fixed shares",
        BudgetRule.Plan => "follows its plan",
        _ => "has too little money left for it after what it must pay",
    };
}
