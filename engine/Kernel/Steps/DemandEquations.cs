using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>What people ask of services because of their need.</summary>
internal sealed class DemandEquations(PlanValues values)
{
    private readonly ImmutableArray<int>[] sharedFactors = [.. values.Plan.Services.Select(SharedFactors)];

    /// <summary>[service] what people ask in a step, each cohort under its multiplier; season, growth and moves aside.</summary>
    /// <remarks>
    /// All services advance together, cohort by cohort: people are then read once. Multipliers come on top of the sum without them, so that
    /// a multiplier of 1 changes no bit.
    /// </remarks>
    /// <param name="people">[cohort] people.</param>
    /// <param name="multiplier">Multiplier of a service's demand from a cohort.</param>
    public Value[] AskedInAStep(Value[] people, Func<int, int, Value> multiplier)
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
                    var aStep = rate / values.StepsPerYear;
                    sums[service] = Value.MultiplyAdd(people[cohort], aStep, sums[service]);
                    AddTo(changed[service], multiplier(service, cohort), people[cohort], aStep);
                }
            }
        }

        return [.. sums.Select((sum, service) => CommonFactor(service)
            * changed[service].Aggregate(sum, (total, part) => total + ((part.Multiplier - 1.0) * part.Sum)))];
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

        return CommonFactor(service) * sum;
    }

    private void AddTo(List<(Value Multiplier, Value Sum)> parts, Value multiplier, Value people, Value rate)
    {
        if (multiplier.Is(1.0))
        {
            return;
        }

        var part = parts.FindIndex(known => known.Multiplier == multiplier);
        if (part < 0)
        {
            part = parts.Count;
            parts.Add((multiplier, values.Set.Zero));
        }

        parts[part] = (multiplier, Value.MultiplyAdd(people, rate, parts[part].Sum));
    }

    /// <summary>The yearly rate of a cohort, without the factor that all rates of the service share.</summary>
    private Value? RateOf(int service, int cohort)
    {
        var plan = values.Plan.Services[service];
        if (!plan.Serves[values.Plan.People.Cohorts[cohort].Area] || plan.Rates[cohort] is not var (rate, multiplier))
        {
            return null;
        }

        var own = sharedFactors[service].IsEmpty ? rate : rate with { Factors = [] };
        return values.Of(own) * values.Of(multiplier, 1.0);
    }

    /// <summary>What multiplies all rates of a service alike: once for the sum rather than for each cohort.</summary>
    private Value CommonFactor(int service) => values.Of(new Number { Central = 1.0, Factors = sharedFactors[service] });

    private static ImmutableArray<int> SharedFactors(ServicePlan plan)
    {
        var rates = plan.Rates.Where(rate => rate is not null).Select(rate => rate!.Value.Rate).ToArray();
        return rates.Length > 0 && Array.TrueForAll(rates, rate => rate.Factors.SequenceEqual(rates[0].Factors)) ? rates[0].Factors : [];
    }
}
