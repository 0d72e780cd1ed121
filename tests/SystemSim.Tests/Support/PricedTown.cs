using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>A town whose answers are straight lines of its uncertain prices.</summary>
/// <remarks>
/// Care costs x, visits cost w, both statutory, and help costs h, whose budget is what it is. Now, care is given 2,400 times a year and
/// visits 200 times; under <c>visits_first</c>, care 1,200 times and visits 1,400 times. So spend differs by <c>1200 (w - x)</c> a year: x
/// is anything from 80 to 120, 100 in the middle, and w from 50 to 130, 90 in the middle. What help costs changes no spend.
/// </remarks>
public static class PricedTown
{
    public const string CarePrice = "services.care.cost.unit";
    public const string VisitPrice = "services.visits.cost.unit";
    public const string HelpPrice = "services.help.cost.unit";
    public const string VisitsFirst = "visits_first";
    public const double Contacts = 1200.0;

    /// <summary>Variance of the price of care: that of anything from 80 to 120.</summary>
    public const double CareVariance = 40.0 * 40.0 / 12.0;

    /// <summary>Variance of the price of visits: that of anything from 50 to 130.</summary>
    public const double VisitVariance = 80.0 * 80.0 / 12.0;

    public static OptionId Now { get; } = new(Siloed);

    public static OptionId Option { get; } = new(VisitsFirst);

    /// <summary>The difference in what is spent over a year.</summary>
    public static Selection Spend { get; } = new() { Measure = "spend", Option = Option, Against = Now };

    /// <summary>The town.</summary>
    public static Scenario Make(int years = 1)
    {
        var (care, visits, help) = (
            Price(CarePrice, 80.0, 100.0, 120.0),
            Price(VisitPrice, 50.0, 90.0, 130.0),
            Price(HelpPrice, 8.0, 10.0, 12.0)
        );
        return (Town(years) with { Numbers = [care, visits, help] })
            .With(place => place with { Services = place.Services.Add(SmallScenarios.Contacts("visits", Duty.Statutory, Nhs, 1.0, 90.0)) })
            .WithFund(Nhs, fund => fund with { Pays = fund.Pays.Add(new("visits")) })
            .WithService("visits", service => service with { Cost = service.Cost with { Unit = visits } })
            .WithService(Care, service => service with { Cost = service.Cost with { Unit = care } })
            .WithService(Help, service => service with { Cost = service.Cost with { Unit = help } })
            .WithOption(VisitsFirst, place => place
                .WithService(Care, service => service with { Demand = new() { Rates = [null, Q(6.0)] } })
                .WithService("visits", service => service with { Demand = new() { Rates = [null, Q(7.0)] } }));
    }

    /// <summary>What the option spends more a year at two prices.</summary>
    public static double Difference(double care, double visits) => Contacts * (visits - care);

    private static Quantity Price(string name, double low, double value, double high) => new()
    {
        Name = name,
        Value = value,
        Limits = new(0.0, false, double.PositiveInfinity),
        Spread = new() { Shape = "uniform", Low = low, High = high },
    };
}
