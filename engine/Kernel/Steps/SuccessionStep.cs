namespace SystemSim.Kernel;

/// <summary>Bodies end and others begin when an arrangement takes over: what the former have passes to the latter, before anything else
/// of the year.</summary>
internal static class SuccessionStep
{
    /// <summary>Writes the equations: once the first year is over nothing is left to pass, so that they hold in every year.</summary>
    public static void StartYear(RunScope run)
    {
        foreach (var body in run.Organisations)
        {
            var holds = body.Position;
            body.PassedOn = body.DebtPassedOn = run.Set.Zero;
            var isFirst = body.Plan.Begins ? run.Values.IsFirstOfArrangement : run.Set.Zero;
            body.BroughtIn = holds * isFirst;
            body.DebtBroughtIn = (body.Support?.Debt.Now ?? run.Set.Zero) * isFirst;
            body.OpeningPosition = holds - body.BroughtIn;
        }

        foreach (var ended in run.Organisations.Where(body => !body.Plan.Successors.IsEmpty))
        {
            Pass(run, ended);
        }
    }

    private static void Pass(RunScope run, OrganisationRun ended)
    {
        var support = ended.Before!.Support;
        ended.OpeningPosition = ended.Before.Position;
        ended.PassedOn = run.Set.Zero - ended.OpeningPosition;
        ended.DebtPassedOn = run.Set.Zero - (support?.Debt.Now ?? run.Set.Zero);
        foreach (var successor in ended.Plan.Successors)
        {
            var (body, part) = (run.Organisations[successor.Organisation], run.Values.Of(successor.Part));
            var before = body.Position;
            body.Reserves.Add(part * ended.Reserves.Now);
            body.Deficit.Add(part * ended.Deficit.Now);
            foreach (var (row, reserve) in ended.Earmarked.Index())
            {
                var to = successor.Earmarked[row];
                (to < 0 ? body.Reserves : body.Earmarked[to]).Add(part * reserve.Now);
            }

            if (support is not null)
            {
                body.DebtPassedOn += part * support.Debt.Now;
                body.Support!.TakeOn(support, part);
            }

            body.PassedOn += body.Position - before;
        }

        foreach (var held in (Variable[])[ended.Reserves, ended.Deficit, .. ended.Earmarked])
        {
            held.Set(run.Set.Zero);
        }

        support?.PassOn();
    }
}
