using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What it costs to go on as today: today's arrangement against the option that costs least of those that turn away no more people
/// in any year than are turned away in the first.</summary>
/// <remarks>
/// <para><b>Meaning.</b> The option is chosen once, by means over draws, or by the central run where draws tell nothing; never draw by
/// draw, which would compare today with the best luck. The baseline is not among those to choose from, so that the cost may be below
/// 0.</para>
/// <para><b>Units.</b> GBP spent on services to date, more than under the option.</para>
/// </remarks>
public sealed record CostOfInaction
{
    /// <summary>Name of the measure.</summary>
    public const string Measure = "cost_of_inaction";

    // What is more by less than this part is rounding.
    private const double Rounding = 1e-9;

    /// <summary>The option that is chosen; null where under every option more people are turned away in some year than in the
    /// first.</summary>
    public required OptionId? Option { get; init; }

    /// <summary>Whether it is chosen by means over draws; else by the central run.</summary>
    public required bool IsByMeans { get; init; }

    /// <summary>What today's arrangement spends more over all years, in the prices with which the scenario leads: the mean over draws, or
    /// of the central run; 0 where none is chosen.</summary>
    public required double Value { get; init; }

    /// <summary>Its 10th and 90th percentile; null without draws.</summary>
    public required (double Low, double High)? Range { get; init; }

    /// <summary>Chooses, and works it out.</summary>
    /// <param name="answers">The central run of all options.</param>
    /// <param name="draws">What their draws come to; null where nothing was drawn.</param>
    /// <returns>What it comes to; null where the baseline ran alone.</returns>
    public static CostOfInaction? Of(Answers answers, DrawAnswers? draws)
    {
        var drawn = draws is { Count.Telling: not DrawTelling.CentralAlone } ? draws : null;
        var baseline = answers.Scenario.Baseline;
        var others = answers.Options.Select(option => option.Id).Where(option => option != baseline).ToArray();
        if (others.Length == 0)
        {
            return null;
        }

        var today = Left(baseline)[0];
        var most = today + (Rounding * Math.Max(1.0, today));
        OptionId[] qualify = [.. others.Where(option => Left(option).All(left => left <= most))];
        // Of those that cost the same, the first.
        OptionId? chosen = qualify.Length == 0 ? null : qualify.MinBy(More);
        var summary = chosen is { } one && drawn is not null ? Summary(one).Turned : null;
        return new CostOfInaction
        {
            Option = chosen,
            IsByMeans = drawn is not null,
            Value = summary?.Mean ?? (chosen is { } option ? 0.0 - More(option) : 0.0),
            Range = summary is null ? null : (summary.At(10), summary.At(90)),
        };

        double[] Left(OptionId option) =>
            drawn is null ? ByYear(answers, option, "", "left", "") : MeanLeft(drawn, option, answers.Scenario.Horizon.Years);

        double More(OptionId option) =>
            drawn is null ? SpentMore(answers, option, Deflator.LeadingBase(answers.Scenario)).Sum() : Summary(option).Mean;

        OutcomeSummary Summary(OptionId option) =>
            drawn!.Summaries[drawn.Find(OutcomeKind.Whole, about =>
                about is { Measure: "spend", Organisation: "" } && about.Option == option.Name && about.Against == baseline.Name)!.Value];
    }

    /// <summary>Its rows with central values, year by year, in every price base; none where no option is chosen.</summary>
    /// <param name="answers">The central run.</param>
    public IEnumerable<Observation> Central(Answers answers)
    {
        if (Option is not { } option)
        {
            yield break;
        }

        var horizon = answers.Scenario.Horizon;
        foreach (var price in PricesOf(answers.Scenario))
        {
            var about = AboutIn(answers.Scenario, price);
            var toDate = 0.0;
            foreach (var (year, more) in SpentMore(answers, option, price).Index())
            {
                toDate -= more;
                yield return new Observation(about, horizon.YearAt(year).ToString(), null, toDate);
            }
        }
    }

    /// <summary>What the rows of a price base are about, where an option is chosen.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="priceBase">The price base, as the tidy files write it.</param>
    public Subject AboutIn(Scenario scenario, string priceBase) => new()
    {
        Option = Option!.Value.Name,
        Against = scenario.Baseline.Name,
        Measure = Measure,
        Unit = MeasureEntry.Money,
        PriceBase = priceBase,
    };

    private static IEnumerable<string> PricesOf(Scenario scenario) =>
        new Deflator(scenario) is { IsStated: true } deflator ? [Headline.Nominal, deflator.PriceBase] : [Headline.Nominal];

    /// <summary>[year] contacts that nobody gave, of all services, on average.</summary>
    private static double[] MeanLeft(DrawAnswers draws, OptionId option, int years)
    {
        var left = new double[years];
        foreach (var (row, outcome) in draws.Outcomes.Index())
        {
            if (outcome is { Kind: OutcomeKind.Yearly, About: { Measure: "left", Against: "" } about } && about.Option == option.Name)
            {
                left[outcome.Year] += draws.Summaries[row].Mean;
            }
        }

        return left;
    }

    /// <summary>[year] what is spent more than in the baseline.</summary>
    private static double[] SpentMore(Answers answers, OptionId option, string priceBase) =>
        ByYear(answers, option, answers.Scenario.Baseline.Name, "spend", priceBase);

    private static double[] ByYear(Answers answers, OptionId option, string against, string measure, string priceBase)
    {
        var horizon = answers.Scenario.Horizon;
        var sums = Enumerable.Range(0, horizon.Years).ToDictionary(year => horizon.YearAt(year).ToString(), _ => 0.0);
        foreach (var row in answers.Rows(option.Name, against, measure))
        {
            if (row.Step is null && row.About.PriceBase == priceBase)
            {
                sums[row.Year] += row.Value;
            }
        }

        return [.. Enumerable.Range(0, horizon.Years).Select(year => sums[horizon.YearAt(year).ToString()])];
    }
}
