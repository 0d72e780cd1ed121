namespace SystemSim.Kernel;

/// <summary>Keeps what is there when the run starts: with it and the flows, whoever reads the ledger can add up what is there
/// later.</summary>
internal static class OpeningStep
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        var ledger = run.Ledger;
        for (var cohort = 0; cohort < run.People.Length; cohort++)
        {
            ledger.Opening(Measure.People, cohort, run.People[cohort].Initial);
        }

        for (var row = 0; row < run.Dead.Length; row++)
        {
            ledger.Opening(Measure.Dead, row, run.Dead[row].Initial);
        }

        foreach (var service in run.Services)
        {
            ledger.Opening(Measure.Waiting, service.Row, service.Waiting?.Initial ?? run.Set.Zero);
            if (service.InPlaces is { } inPlaces)
            {
                ledger.Opening(Measure.InPlaces, service.Row, inPlaces.Initial);
            }
        }

        foreach (var organisation in run.Organisations)
        {
            ledger.Opening(Measure.Reserves, organisation.Row, organisation.Reserves.Initial);
            for (var reserve = 0; reserve < organisation.Earmarked.Length; reserve++)
            {
                ledger.Opening(Measure.EarmarkedReserves, organisation.Row, organisation.Earmarked[reserve].Initial, reserve);
            }

            ledger.Opening(Measure.Deficit, organisation.Row, organisation.Deficit.Initial);
            if (organisation.Support is { } support)
            {
                ledger.Opening(Measure.Debt, organisation.Row, support.Debt.Initial);
            }
        }

        foreach (var fund in run.Funds)
        {
            if (fund.RiskReserve is { } reserve)
            {
                ledger.Opening(Measure.RiskReserve, fund.Row, reserve.Initial);
            }
        }
    }
}
