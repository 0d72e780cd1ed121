using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Numbers of a scenario that may be why a run breaks, each with the value at which it does nothing.</summary>
internal static class Suspects
{
    /// <summary>The suspects, the likeliest first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="place">The place under the option that broke.</param>
    /// <param name="fault">What is wrong.</param>
    public static IEnumerable<(Quantity Quantity, double Nothing)> Of(Scenario scenario, Place place, RunFault fault) =>
        (
            fault switch
            {
                RunFault.Migration => Flow(place.People.Migration),
                RunFault.Outflow => [.. Harms(place), .. Raising(place), .. Deaths(place), .. Moves(place)],
                RunFault.Returns => [.. Returning(place), .. Passed(place), .. Raising(place)],
                RunFault.ObservedRates => Returning(place),
                RunFault.Growth =>
                [
                    .. Passed(place),
                    .. Returning(place),
                    .. Harms(place),
                    .. Raising(place),
                    .. Flow(place.People.Births),
                    .. Flow(place.People.Migration),
                    .. Growing(scenario, place),
                    .. Large(scenario),
                ],
                RunFault.None or RunFault.ControlTotal => [],
            }
        )
            .Where(suspect => suspect.Quantity.Name.Length > 0)
            .DistinctBy(suspect => suspect.Quantity.Name);

    private static IEnumerable<(Quantity Quantity, double Nothing)> Nothing(IEnumerable<Quantity?> numbers) =>
        numbers.OfType<Quantity>().Select(number => (number, 0.0));

    private static IEnumerable<Quantity?> Points(YearlyPath? path) =>
        path is null ? [] : [.. path.Points.Select(point => point.Value), path.Growth];

    private static IEnumerable<(Quantity Quantity, double Nothing)> Flow(PopulationFlow? flow) => Nothing(Points(flow?.Value));

    private static IEnumerable<(Quantity Quantity, double Nothing)> Harms(Place place) =>
        Nothing(
            from service in place.Services
            from harm in service.Unmet?.Harms ?? []
            orderby harm.Sensitivity.Value descending
            select harm.Sensitivity
        );

    /// <summary>Effects that raise what they act on; those that lower most last, which leave nothing of what they are measured
    /// by.</summary>
    private static IEnumerable<(Quantity Quantity, double Nothing)> Raising(Place place) =>
        place.Effects.OrderByDescending(Rise).Select(effect => (effect.Strength, effect.Form == StrengthForm.RelativeRisk ? 1.0 : 0.0));

    private static double Rise(Effect effect) => effect.Form switch
    {
        StrengthForm.More => effect.Strength.Value,
        StrengthForm.RelativeRisk => effect.Strength.Value - 1.0,
        StrengthForm.Less => -effect.Strength.Value,
    };

    private static IEnumerable<(Quantity Quantity, double Nothing)> Deaths(Place place) =>
        Nothing(
            place.People.Deaths is { } deaths
                ?
                [
                    .. Points(deaths.Count),
                    .. Points(deaths.ScaleTo),
                    .. deaths.Chances.SelectMany(Points).OrderByDescending(chance => chance?.Value),
                ]
                : []
        );

    private static IEnumerable<(Quantity Quantity, double Nothing)> Moves(Place place) => Nothing(
        from row in place.People.Moves
        where row.Kind != MoveKind.Count
        from entry in row.Entries
        from number in Points(entry.Value)
        orderby number?.Value / row.Over descending
        select number);

    private static IEnumerable<(Quantity Quantity, double Nothing)> Returning(Place place) => Nothing(
        from service in place.Services
        from failure in service.Failures
        orderby failure.Share.Value descending
        from share in (Quantity?[])[failure.Share, failure.HandOff]
        select share);

    private static IEnumerable<(Quantity Quantity, double Nothing)> Passed(Place place) =>
        Nothing(
            from passed in place.Services.SelectMany(service =>
                (service.Unmet?.Diverts ?? [])
                    .Select(diversion => diversion.Ratio)
                    .Concat(service.Referrals.Select(referral => referral.Share))
            )
            orderby passed.Value descending
            select passed
        );

    /// <summary>Whatever is stated, the largest first: money, prices, people, stays, rates.</summary>
    private static IEnumerable<(Quantity Quantity, double Nothing)> Large(Scenario scenario) =>
        Nothing(scenario.Numbers.OrderByDescending(number => Math.Abs(number.Value)));

    /// <summary>What grows with the years: demand, money, prices.</summary>
    private static IEnumerable<(Quantity Quantity, double Nothing)> Growing(Scenario scenario, Place place)
    {
        foreach (var growth in place.Services.Select(service => service.Demand.Growth).OfType<YearlyPath>())
        {
            foreach (var point in growth.Points)
            {
                yield return (point.Value, 1.0);
            }

            if (growth.Growth is { } rate)
            {
                yield return (rate, 0.0);
            }
        }

        var paths = scenario.Prices.Indices.Select(index => index.Levels)
            .Concat(place.Organisations.SelectMany(body => body.Income.Select(line => line.Amount)))
            .Concat(place.Organisations.SelectMany(body => body.OtherSpending.Select(line => line.Amount)));
        foreach (var rate in paths.Select(path => path.Growth).OfType<Quantity>().OrderByDescending(rate => rate.Value))
        {
            yield return (rate, 0.0);
        }

        foreach (var factor in scenario.Factors)
        {
            yield return (factor.Value, 1.0);
        }
    }
}
