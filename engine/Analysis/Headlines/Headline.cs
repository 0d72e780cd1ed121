using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What is asked first of a scenario's answers: what each organisation spends, who gains and loses, who goes without.</summary>
/// <remarks>
/// Every number is one observation of the tidy files or a sum of them, in the price base with which the scenario leads: nominal, or
/// real where it asks for that and has a deflator.
/// </remarks>
public sealed record Headline
{
    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>The question it is to answer; null when it does not say.</summary>
    public required string? Question { get; init; }

    /// <summary>What stands on all that is told of a starter model, which tells of no saving; null for other scenarios.</summary>
    public string? Stamp { get; init; }

    /// <summary>What its author tells every reader before they trust the answer.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>The time covered.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Price base of all money, as the tidy files write it: <c>nominal</c>, or the year whose prices it is in.</summary>
    public required string PriceBase { get; init; }

    /// <summary>How money is discounted; null where the scenario is not appraised.</summary>
    public required string? Discounting { get; init; }

    /// <summary>What a position consists of, in words.</summary>
    public required string PositionIs { get; init; }

    /// <summary>Options in the scenario's order, the baseline among them.</summary>
    public required ImmutableArray<OptionHeadline> Options { get; init; }

    /// <summary>Whether money is in the prices of one year.</summary>
    public bool IsReal => PriceBase != Nominal;

    /// <summary>Price base of money as it is paid.</summary>
    public const string Nominal = "nominal";

    /// <summary>The baseline.</summary>
    public OptionHeadline Baseline => Options.First(option => option.IsBaseline);

    /// <summary>The options that are told of: of a starter model, what today's comes to alone.</summary>
    public IEnumerable<OptionHeadline> Told => Stamp is null ? Options : [Baseline];

    /// <summary>The options other than the baseline.</summary>
    public IEnumerable<OptionHeadline> Others => Options.Where(option => !option.IsBaseline);

    /// <summary>Rows of the few years to show: the first, those after one and two thirds of the time, and the last.</summary>
    public ImmutableArray<int> ShownYears => YearsToShow(Horizon.Years);

    /// <summary>Works out the headline.</summary>
    /// <param name="answers">The answers.</param>
    public static Headline From(Answers answers)
    {
        var reader = new HeadlineReader(answers);
        return new Headline
        {
            Title = answers.Scenario.Title,
            Question = answers.Scenario.Question,
            Stamp = answers.Scenario.Starter is { IsWhole: false } starter ? starter.Stamp : null,
            Cautions = answers.Scenario.Cautions,
            Horizon = answers.Scenario.Horizon,
            PriceBase = reader.PriceBase,
            Discounting = DiscountingSentence.Of(answers.Scenario),
            PositionIs = PositionWords.Of(answers.Scenario),
            Options = [.. answers.Options.Select(reader.Read)],
        };
    }

    /// <summary>Rows of the few years to show out of so many.</summary>
    /// <param name="years">Number of years.</param>
    public static ImmutableArray<int> YearsToShow(int years) =>
        [.. new[] { 0, (years - 1) / 3, 2 * (years - 1) / 3, years - 1 }.Distinct()];
}
