using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>How a random scenario is appraised: by year or step, with stated values, named investments and optimism bias, or not at
/// all.</summary>
/// <remarks>Chance comes from aside, so that what is drawn here moves nothing else of a scenario.</remarks>
internal sealed class RandomScenarioAppraisal(RandomScenarioNumbers numbers, Place today)
{
    private static readonly string[] OfPeople = ["people", "births", "deaths", "migration", "quality_adjusted_life_years"];

    private static readonly string[] Grades = ["B", "D"];

    /// <summary>How it is appraised; null where it is not.</summary>
    public Appraisal? Make()
    {
        if (Often(0.4))
        {
            return null;
        }

        var isGraded = Often(0.75);
        var (costs, benefits) = (Often(0.8), Often(0.7));
        return new()
        {
            Discounting = Pick(Enum.GetValues<Discounting>()),
            Money = Rates("money"),
            Health = Rates("health"),
            Values = [.. Enumerable.Range(0, numbers.Aside.Next(4)).Select(Value)],
            InvestsIn = Often(0.5) ? [] : [.. today.Services.Select(service => service.Id).Where(_ => Often(0.4))],
            OptimismBias = [.. Grades.Select(grade => new OptimismBias(
                grade, Number($"optimism_bias.{grade}.costs", 0.0, 0.8), Number($"optimism_bias.{grade}.benefits", 0.0, 0.8)))],
            CostsGrade = isGraded && costs ? Pick(Grades) : null,
            BenefitsGrade = isGraded && benefits ? Pick(Grades) : null,
        };
    }

    private DiscountRates Rates(string of)
    {
        int[] from = Often(0.5) ? [1] : [1, 2 + numbers.Aside.Next(2)];
        return new([
            .. from.Select(year => new DiscountSegment(
                year,
                Number(string.Create(CultureInfo.InvariantCulture, $"discount.{of}.{year}"), 0.0, 0.1)
            )),
        ]);
    }

    private OutcomeValue Value(int row)
    {
        var isOfPeople = Often(0.5);
        var name = $"value_{(char)('a' + row)}";
        return new()
        {
            Name = name,
            Kind = Pick(Enum.GetValues<ValueKind>()),
            Measure = Pick(isOfPeople ? OfPeople : PlainAppraisal.Activity),
            Where = Often(0.5) ? new Dictionary<string, string>() : isOfPeople ? PartOfPeople() : PartOfServices(),
            Each = Number($"values.{name}.each", -40.0, 60.0),
            PriceYear = numbers.Horizon.Start + -numbers.Aside.Next(3),
        };
    }

    private Dictionary<string, string> PartOfPeople() => new() { ["area"] = Pick(today.People.Areas).Name };

    private Dictionary<string, string> PartOfServices()
    {
        var service = Pick(today.Services);
        return Often(0.5) ? new() { ["service"] = service.Id.Name } : new() { ["tier"] = service.Tier };
    }

    private bool Often(double chance) => numbers.Aside.NextDouble() < chance;

    private T Pick<T>(IReadOnlyList<T> from) => from[numbers.Aside.Next(from.Count)];

    private Quantity Number(string path, double least, double most) =>
        numbers.Number($"appraisal.{path}", least + ((most - least) * numbers.Aside.NextDouble()));
}
