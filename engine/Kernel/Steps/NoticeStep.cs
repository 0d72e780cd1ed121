namespace SystemSim.Kernel;

/// <summary>Section 114: a council whose own fund is heading for more than it has issues a notice, which is in force from the next
/// step.</summary>
internal static class NoticeStep
{
    private const double HalfAPenny = 0.005;

    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        foreach (var organisation in run.Organisations)
        {
            if (organisation.Notice is { } notice)
            {
                notice.Set(Issued(run, organisation, notice.Now));
            }
        }
    }

    /// <summary>What a service is given in the year, at its emergency level while a notice is in force.</summary>
    public static Value BudgetOf(RunScope run, ServiceRun service)
    {
        var fund = service.Plan.Fund;
        if (
            service.Plan.Statutory
            || fund >= run.Organisations.Length
            || run.Organisations[fund] is not { Notice: { } notice, Plan.EmergencyLevel: { } level }
        )
        {
            return service.Given;
        }

        var floor = service.Floor(run.Values);
        return Value.IfAbove(notice.Now, run.Set.Zero, Value.Max(floor, run.Values.Of(level) * service.Given), service.Given);
    }

    private static Value Issued(RunScope run, OrganisationRun organisation, Value inForce)
    {
        var (set, fund) = (run.Set, run.Funds[organisation.Row]);
        var phases = OutturnEquations.Phases(run, fund, withStep: true);
        var budgets = set.Sum(fund.Plan.Discretionary.Select(line => run.Services[line.Service].Budget));
        var over = OutturnEquations.OfStatutory(run, fund, phases) + budgets - fund.Money;
        var atHand = organisation
            .Plan.Earmarked.Zip(organisation.Earmarked)
            .Where(reserve => reserve.First.Purpose == ReservePurpose.Deficits)
            .Aggregate(Value.Max(organisation.Reserves.Now - run.Values.Of(organisation.Plan.Floor), 0.0), (sum, reserve) =>
                sum + reserve.Second.Now
            );
        atHand += organisation.Support?.Room ?? set.Zero;
        var issued = Value.IfAbove(over - atHand, set.Constant(HalfAPenny), set.One, inForce);
        return Value.IfAbove(set.ByStep([.. phases]), set.Zero, issued, inForce);
    }
}
