namespace SystemSim.Kernel;

/// <summary>What people ask of services because of their need.</summary>
internal sealed class DemandEquations(PlanValues values)
{
    /// <summary>[service] what people ask in a year, each cohort under its multiplier.</summary>
    /// <remarks>
    /// All services advance together, cohort by cohort: people are then read once. Multipliers come on top of the sum without them, so that a
    /// multiplier of 1 changes no bit.
    /// </remarks>
    /// <param name="people">[cohort] people.</param>
    /// <param name="multiplier">Multiplier of a service's demand from a cohort.</param>
    public Value[] AskedInAYear(Value[] people, Func<int, int, Value> multiplier)
    {
        var services = values.Plan.Services.Length;
        var sums = Enumerable.Repeat(values.Set.Zero, services).ToArray();
        var changed = Enumerable.Range(0, services).Select(_ => new List<(Value Multiplier, Value Sum)>()).ToArray();
        for (var cohort = 0; cohort < people.Length; cohort++)
        {
            for (var service = 0; service < services; service++)
            {
                if (RateOf(service, cohort) is { } rate)
                {
                    sums[service] = Value.MultiplyAdd(people[cohort], rate, sums[service]);
                    AddTo(changed[service], multiplier(service, cohort), people[cohort], rate);
                }
            }
        }

        return [.. sums.Zip(changed, (sum, parts) => parts.Aggregate(sum, (total, part) => total + ((part.Multiplier - 1.0) * part.Sum)))];
    }

    /// <summary>What some people would ask of a service in a year, without multipliers.</summary>
    public Value NeedOf(int service, Value[] people)
    {
        var sum = values.Set.Zero;
        for (var cohort = 0; cohort < people.Length; cohort++)
        {
            if (RateOf(service, cohort) is { } rate)
            {
                sum = Value.MultiplyAdd(people[cohort], rate, sum);
            }
        }

        return sum;
    }

    private void AddTo(List<(Value Multiplier, Value Sum)> parts, Value multiplier, Value people, Value rate)
    {
        if (multiplier.Is(1.0))
        {
            return;
        }

        var part = parts.FindIndex(known => known.Multiplier.Node == multiplier.Node);
        if (part < 0)
        {
            part = parts.Count;
            parts.Add((multiplier, values.Set.Zero));
        }

        parts[part] = (multiplier, Value.MultiplyAdd(people, rate, parts[part].Sum));
    }

    private Value? RateOf(int service, int cohort)
    {
        var plan = values.Plan.Services[service];
        return plan.Serves[values.Plan.People.Cohorts[cohort].Area] && plan.Rates[cohort] is var (rate, multiplier)
            ? values.Of(rate) * values.Of(multiplier, 1.0)
            : null;
    }
}
