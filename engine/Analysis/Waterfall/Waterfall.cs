using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The way from one option's value to another's, driver by driver.</summary>
/// <remarks>
/// <para><b>Meaning.</b> Each bar is a run of the first option with that driver alone as in the second, less a run of the first; pooling
/// and the rule in the pool are told apart by runs in which no fund spends what it has more than its last budgets. What the drivers do
/// together, the rest of the whole difference, is the interaction: <see cref="From"/>, the bars and it add up to <see cref="To"/>.</para>
/// <para><b>Units.</b> Those of the measure; money in <see cref="PriceBase"/>.</para>
/// </remarks>
public sealed record Waterfall
{
    private const double Rounding = 1e-13;

    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>The measure.</summary>
    public required MeasureEntry Measure { get; init; }

    /// <summary>The selection in words: measure, year, columns.</summary>
    public required string Of { get; init; }

    /// <summary>Price base of money, as the tidy files write it; empty for what is not money.</summary>
    public required string PriceBase { get; init; }

    /// <summary>How it is discounted; null for what is not.</summary>
    public required string? Discounting { get; init; }

    /// <summary>The option from which the way starts.</summary>
    public required OptionId Against { get; init; }

    /// <summary>The option to which it leads.</summary>
    public required OptionId Option { get; init; }

    /// <summary>The value of the option from which the way starts.</summary>
    public required double From { get; init; }

    /// <summary>The value of the option to which it leads.</summary>
    public required double To { get; init; }

    /// <summary>The drivers that change anything by themselves, in the order in which drivers are known.</summary>
    public required ImmutableArray<WaterfallBar> Bars { get; init; }

    /// <summary>The whole difference.</summary>
    public double Total => To - From;

    /// <summary>What the drivers do together, beyond what each does by itself; exactly 0 where one driver is all there is.</summary>
    public required double Interaction { get; init; }

    /// <summary>Reads the way from the answers of a scenario that holds both options and, for each driver, one in which it alone is
    /// switched.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="of">What is to be explained.</param>
    /// <param name="against">The option from which the way starts.</param>
    /// <param name="option">The option to which it leads.</param>
    /// <param name="parts">Drivers, and the options that tell what each changes.</param>
    /// <returns>The way; null when neither option has what is to be explained, or of a ratio or a limit when any option on the way lacks
    /// it.</returns>
    public static Waterfall? Read(
        Answers answers, Selection of, OptionId against, OptionId option, ImmutableArray<WaterfallPart> parts)
    {
        var measure = MeasureCatalogue.Find(of.Measure)!;
        var values = new SelectedValues(answers);
        var priceBase = measure.LeadingPrices(answers.Scenario);
        var selection =
            priceBase.Length == 0 ? of : of with { Where = of.Where.Append(new("price_base", priceBase)).ToImmutableDictionary() };
        OptionId[] onTheWay = [against, option, .. parts.SelectMany(part => part.Of).Select(term => term.Option)];
        var lacking = onTheWay.Count(known => values.Of(selection, known.Name) is null);
        if (measure.IsUnknownWhereAbsent ? lacking > 0 : lacking == onTheWay.Length)
        {
            return null;
        }

        var (from, to) = (Value(against), Value(option));
        ImmutableArray<WaterfallBar> bars =
        [
            .. parts.Select(Bar).OfType<WaterfallBar>(),
        ];
        return new Waterfall
        {
            Title = answers.Scenario.Title,
            Measure = measure,
            Of = string.Concat(
                of.Measure,
                string.Concat(of.Where.Select(column => $", {column.Key} {column.Value}")),
                of.Year is { } year ? $", {year}" : ""
            ),
            PriceBase = priceBase,
            Discounting = DiscountingSentence.For(answers.Scenario, of.Measure),
            Against = against,
            Option = option,
            From = from,
            To = to,
            Bars = bars,
            Interaction = to - from - bars.Sum(bar => bar.Value),
        };

        // What cancels but for the last bits of what it is made of is nothing.
        WaterfallBar? Bar(WaterfallPart part)
        {
            double[] values = [.. part.Of.Select(term => term.Sign * Value(term.Option))];
            return Math.Abs(values.Sum()) > Rounding * values.Sum(Math.Abs)
                ? new WaterfallBar(part.Driver, part.Meaning, values.Sum())
                : null;
        }

        // What an option does not have, such as a pool, counts as nothing, as it does in differences.
        double Value(OptionId of) => values.Of(selection, of.Name) ?? 0.0;
    }
}
