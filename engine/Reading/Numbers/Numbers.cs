namespace SystemSim.Reading;

/// <summary>The numbers that sections are declared with, one for each of <see cref="NumberKinds"/>.</summary>
internal static class Numbers
{
    /// <inheritdoc cref="NumberKinds.Growth"/>
    public static NumberShape Growth { get; } = new(NumberKinds.Growth);

    /// <inheritdoc cref="NumberKinds.Share"/>
    public static NumberShape Share { get; } = new(NumberKinds.Share);

    /// <inheritdoc cref="NumberKinds.Part"/>
    public static NumberShape Part { get; } = new(NumberKinds.Part);

    /// <inheritdoc cref="NumberKinds.ShareOrMore"/>
    public static NumberShape ShareOrMore { get; } = new(NumberKinds.ShareOrMore);

    /// <inheritdoc cref="NumberKinds.Rise"/>
    public static NumberShape Rise { get; } = new(NumberKinds.Rise);

    /// <inheritdoc cref="NumberKinds.Pace"/>
    public static NumberShape Pace { get; } = new(NumberKinds.Pace);

    /// <inheritdoc cref="NumberKinds.Less"/>
    public static NumberShape Less { get; } = new(NumberKinds.Less);

    /// <inheritdoc cref="NumberKinds.More"/>
    public static NumberShape More { get; } = new(NumberKinds.More);

    /// <inheritdoc cref="NumberKinds.RelativeRisk"/>
    public static NumberShape RelativeRisk { get; } = new(NumberKinds.RelativeRisk);

    /// <inheritdoc cref="NumberKinds.Chance"/>
    public static NumberShape Chance { get; } = new(NumberKinds.Chance);

    /// <inheritdoc cref="NumberKinds.Reneging"/>
    public static NumberShape Reneging { get; } = new(NumberKinds.Reneging);

    /// <inheritdoc cref="NumberKinds.Quality"/>
    public static NumberShape Quality { get; } = new(NumberKinds.Quality);

    /// <inheritdoc cref="NumberKinds.Rate"/>
    public static NumberShape Rate { get; } = new(NumberKinds.Rate);

    /// <inheritdoc cref="NumberKinds.BirthRate"/>
    public static NumberShape BirthRate { get; } = new(NumberKinds.BirthRate);

    /// <inheritdoc cref="NumberKinds.MigrationRate"/>
    public static NumberShape MigrationRate { get; } = new(NumberKinds.MigrationRate);

    /// <inheritdoc cref="NumberKinds.Count"/>
    public static NumberShape Count { get; } = new(NumberKinds.Count);

    /// <inheritdoc cref="NumberKinds.SignedCount"/>
    public static NumberShape SignedCount { get; } = new(NumberKinds.SignedCount);

    /// <inheritdoc cref="NumberKinds.Number"/>
    public static NumberShape Number { get; } = new(NumberKinds.Number);

    /// <inheritdoc cref="NumberKinds.Multiplier"/>
    public static NumberShape Multiplier { get; } = new(NumberKinds.Multiplier);

    /// <inheritdoc cref="NumberKinds.Ratio"/>
    public static NumberShape Ratio { get; } = new(NumberKinds.Ratio);

    /// <inheritdoc cref="NumberKinds.Level"/>
    public static NumberShape Level { get; } = new(NumberKinds.Level);

    /// <inheritdoc cref="NumberKinds.Money"/>
    public static NumberShape Money { get; } = new(NumberKinds.Money);

    /// <inheritdoc cref="NumberKinds.SignedMoney"/>
    public static NumberShape SignedMoney { get; } = new(NumberKinds.SignedMoney);

    /// <inheritdoc cref="NumberKinds.MoneyAYear"/>
    public static NumberShape MoneyAYear { get; } = new(NumberKinds.MoneyAYear);

    /// <inheritdoc cref="NumberKinds.MoneyAHead"/>
    public static NumberShape MoneyAHead { get; } = new(NumberKinds.MoneyAHead);

    /// <inheritdoc cref="NumberKinds.SignedMoneyAYear"/>
    public static NumberShape SignedMoneyAYear { get; } = new(NumberKinds.SignedMoneyAYear);

    /// <inheritdoc cref="NumberKinds.CostOfUnit"/>
    public static NumberShape CostOfUnit { get; } = new(NumberKinds.CostOfUnit);

    /// <inheritdoc cref="NumberKinds.Time"/>
    public static NumberShape Time { get; } = new(NumberKinds.Time);

    /// <inheritdoc cref="NumberKinds.Days"/>
    public static NumberShape Days { get; } = new(NumberKinds.Days);

    /// <summary>A time in years that is known for certain.</summary>
    public static Shape<double> CertainTime { get; } = Certain(NumberKinds.Time);

    /// <summary>A lag in years, which is known for certain; one that is not a whole number of steps is pointed out, and so is one that
    /// outlasts the run.</summary>
    public static Shape<double> Lag { get; } = InSteps(NumberKinds.Lag, "what sets out in the run never arrives in it.");

    /// <summary>A time in years before which something is told: rounded to steps, as a lag is, and not nothing.</summary>
    public static Shape<double> NoticeTime { get; } = InSteps(NumberKinds.Time, "nothing that is told in the run comes about in it.");

    /// <summary>A time in years for which something is held, which is known for certain; one that outlasts the run is pointed
    /// out.</summary>
    public static Shape<double> HoldingTime { get; } =
        CertainTime.Check((years, here, context) => Outlasts(years, here, "nothing that is held is given up in it.", context));

    /// <summary>Points out a time that is at least as long as the run.</summary>
    private static bool Outlasts(double years, Field here, string so, Context context)
    {
        if (context.Horizon is not { } horizon || horizon.LagSteps(years) < horizon.Steps)
        {
            return false;
        }

        context.Problems.Add(
            Codes.LagOutlasts,
            here.At,
            $"'{((Scalar)here.Node).Text}' is at least as long as the run of {horizon.Years} year{(horizon.Years == 1 ? "" : "s")}: {so}",
            "state a shorter time, or more years under horizon."
        );
        return true;
    }

    /// <summary>A number that stands alone: no block, no spread, no source.</summary>
    public static Shape<double> Certain(NumberKind kind) => new WrittenShape(kind).Then((written, _, context) =>
    {
        var value = written.Value(kind, "", context.StepsPerYear);
        NumberRules.CheckRange(kind, value, written, context.Problems);
        return value;
    });

    private static Shape<double> InSteps(NumberKind kind, string outlasts) => Certain(kind).Check((years, here, context) =>
    {
        if (years > 0.0 && context.Horizon is { } horizon && !Outlasts(years, here, outlasts, context) && !horizon.IsWholeSteps(years))
        {
            var steps = horizon.LagSteps(years);
            context.Problems.Add(
                Codes.LagRounded, here.At,
                $"'{((Scalar)here.Node).Text}' is not a whole number of steps, and is rounded to {steps} step{(steps == 1 ? "" : "s")}.");
        }
    });
}
