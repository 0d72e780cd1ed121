namespace SystemSim.Reading;

/// <summary>Failure demand: no more comes back than was delivered, and it is said whether the rates contain it.</summary>
internal static class FailureDemand
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        var stated = false;
        foreach (var (name, read) in draft.Services.Where(service => !service.Value.Service.Failures.IsEmpty))
        {
            stated = true;
            var back = read.Service.Failures.Sum(failure => failure.Share.Value + (failure.HandOff?.Value ?? 0.0));
            if (back > 1.0 + Sums.Rounding)
            {
                draft.Report(
                    Codes.SharesBack, $"services.{name}.failure",
                    $"{Sums.Percent(back)} of what '{name}' delivers comes back, hand-offs included.");
            }
        }

        var rates = draft.Context.Root.Find("rates");
        if (stated && rates is null)
        {
            draft.Report(
                Codes.RatesNeeded, $"services.{draft.Services.First(service => !service.Value.Service.Failures.IsEmpty).Key}.failure",
                "there is failure demand, and the scenario does not say whether its rates contain it.",
                "add rates: observed (they do) or rates: need (they do not) at the top of the file.");
        }
    }
}
