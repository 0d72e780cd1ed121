namespace SystemSim.Kernel;

/// <summary>Ring-fenced accounts: their deficit stands beside their owner's books, until it counts.</summary>
internal static class AccountStep
{
    /// <summary>A grant towards the deficit, what carrying it costs, and whether it counts from now on: before the year's money.</summary>
    public static void StartYear(RunScope run)
    {
        foreach (var organisation in run.Organisations)
        {
            organisation.Financing = organisation.AccountDeficit = organisation.FromCentre = organisation.OfAccounts = run.Set.Zero;
        }

        foreach (var account in run.Organisations.Where(organisation => organisation.Plan.Account is not null))
        {
            StartYear(run, account, account.Plan.Account!);
        }
    }

    private static void StartYear(RunScope run, OrganisationRun account, AccountPlan plan)
    {
        var (set, values, owner) = (run.Set, run.Values, run.Organisations[plan.Owner]);
        var deficit = account.Deficit.Now;
        var grant = plan.Grant is { } paid
            ? values.Of(paid.Share) * values.Of(paid.Of) * values.In(year => year == paid.Year)
            : set.Zero;
        var taken = Value.Min(grant, deficit);
        owner.Financing += values.Of(plan.Financing) * (deficit - (0.5 * taken)) * values.In(year => year < plan.CountsFrom);
        account.FromCentre += grant;
        account.Reserves.Add(grant - taken);
        var left = deficit - taken;
        var passes = left * values.In(year => year == plan.CountsFrom);
        account.Deficit.Set(left - passes);
        owner.Deficit.Add(passes);
        Pass(account, owner, passes);
    }

    /// <summary>Divides what an account's reserves do not meet of an overspend.</summary>
    /// <param name="run">The run.</param>
    /// <param name="account">The account.</param>
    /// <param name="over">What is not met.</param>
    /// <returns>What it carries.</returns>
    public static Value Carried(RunScope run, OrganisationRun account, Value over)
    {
        if (account.Plan.Account is not { } plan)
        {
            return over;
        }

        var met = plan.CentreMeets is { } share ? over * Value.Min(Value.Max(run.Values.ByYear(share), 0.0), 1.0) : run.Set.Zero;
        var owner = run.Organisations[plan.Owner];
        var passes = (over - met) * run.Values.In(year => year >= plan.CountsFrom);
        account.FromCentre += met;
        owner.OfAccounts += passes;
        Pass(account, owner, passes);
        return over - met - passes;
    }

    /// <summary>What of an underspend pays off the account's deficit.</summary>
    public static Value PaidOff(RunScope run, OrganisationRun account, Value under) =>
        account.Plan.Account is null ? run.Set.Zero : Value.Min(under, account.Deficit.Now);

    private static void Pass(OrganisationRun account, OrganisationRun owner, Value amount)
    {
        account.AccountDeficit += amount;
        owner.AccountDeficit -= amount;
    }
}
