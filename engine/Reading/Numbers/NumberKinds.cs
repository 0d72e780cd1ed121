namespace SystemSim.Reading;

/// <summary>The kinds of number that the format has.</summary>
internal static class NumberKinds
{
    private static NumberKind Percent { get; } = new()
    {
        Name = "share",
        BaseUnit = "share",
        What = "a share",
        Example = "18% or 0.18",
        Percent = true,
        Bare = Bare.BelowOne,
        Counted = true,
        Most = 1.0,
        Allowed = "0% to 100%",
    };

    private static NumberKind Pounds { get; } = new()
    {
        Name = "money",
        BaseUnit = "GBP",
        What = "money",
        Example = "£1.2m",
        Pound = Pound.Needed,
        Allowed = "£0 or more",
    };

    /// <summary>A part of a whole.</summary>
    public static NumberKind Share { get; } = Percent;

    /// <summary>A part of a whole that is not nothing: what capacity comes in.</summary>
    public static NumberKind Part { get; } = Percent with { Name = "part", AboveLeast = true, Allowed = "above 0%, to 100%" };

    /// <summary>A share that may exceed the whole: referrals for each contact.</summary>
    public static NumberKind ShareOrMore { get; } =
        Percent with { Name = "share_or_more", Counted = false, Most = double.PositiveInfinity, Allowed = "0% or more" };

    /// <summary>A share by which something rises for somebody who goes without: may be negative, and may have a plus.</summary>
    public static NumberKind Rise { get; } = ShareOrMore with
    {
        Name = "rise",
        What = "a rise",
        Example = "+50%",
        Sign = Sign.Either,
        Least = -1.0,
        AboveLeast = true,
        Allowed = "above -100%",
    };

    /// <summary>A change that an override states as a share of the number changed.</summary>
    public static NumberKind Change { get; } = ShareOrMore with { Name = "change", What = "a change", Example = "+10%" };

    /// <summary>Growth a year.</summary>
    public static NumberKind Growth { get; } = ShareOrMore with
    {
        Name = "growth",
        BaseUnit = "share a year",
        What = "growth a year",
        Example = "3% a year",
        Bare = Bare.Zero,
        Sign = Sign.Minus,
        Unit = Unit.AYear,
        Least = -1.0,
        AboveLeast = true,
        Allowed = "above -100%",
    };

    /// <summary>A share a year that may not be negative: how fast capacity can change.</summary>
    public static NumberKind Pace { get; } = Growth with
    {
        Name = "pace",
        BaseUnit = "share a year",
        What = "a share a year",
        Sign = Sign.None,
        Least = 0.0,
        AboveLeast = false,
        Allowed = "0% or more",
    };

    /// <summary>A share by which an effect lowers something; evidence may reach below zero, though its central value may not.</summary>
    public static NumberKind Less { get; } = Percent with
    {
        Name = "less",
        What = "a strength",
        Example = "18%",
        Sign = Sign.Minus,
        Least = double.NegativeInfinity,
        LeastCentre = 0.0,
        Allowed = "up to 100%",
    };

    /// <summary>A share by which an effect raises something.</summary>
    public static NumberKind More { get; } = Less with
    {
        Name = "more",
        Most = double.PositiveInfinity,
        Allowed = "any share",
        Counted = false,
    };

    /// <summary>A chance within a time; the time is kept.</summary>
    public static NumberKind Chance { get; } = Percent with
    {
        Name = "chance",
        What = "a chance",
        Example = "9% a year",
        Unit = Unit.ATime,
        KeepsUnit = true,
    };

    /// <summary>A share of those who wait who give up within a time, which is kept and must be said: nobody knows it from the word
    /// alone.</summary>
    public static NumberKind Reneging { get; } = Chance with
    {
        Name = "reneging",
        What = "a share of those who wait within a time",
        Example = "10% a month or 50% a year",
        NeedsUnit = true,
    };

    /// <summary>A weight of the quality of life: 1 is full health, and some states are held worse than death.</summary>
    public static NumberKind Quality { get; } = Percent with
    {
        Name = "quality",
        BaseUnit = "weight",
        What = "a quality weight",
        Example = "0.85",
        Bare = Bare.UpToOne,
        Sign = Sign.Minus,
        Least = -1.0,
        Allowed = "-1 to 1",
        Counted = false,
    };

    /// <summary>Something a person a year.</summary>
    public static NumberKind Rate { get; } = new()
    {
        Name = "rate",
        BaseUnit = "a person a year",
        What = "a rate",
        Example = "0.2 a year or 9.8 per 1000 a year",
        Per = true,
        Unit = Unit.ATime,
    };

    /// <summary>Births a year for each person: nowhere as many as people.</summary>
    public static NumberKind BirthRate { get; } = Rate with
    {
        Name = "birth_rate",
        What = "a rate of births",
        Example = "9.8 per 1000 a year",
        Bare = Bare.BelowOne,
        Most = 1.0,
        Allowed = "0 to 1 a person a year",
    };

    /// <summary>Net migration a year for each person, which may be negative.</summary>
    public static NumberKind MigrationRate { get; } = BirthRate with
    {
        Name = "migration_rate",
        What = "a rate of net migration",
        Example = "1.7 per 1000 a year",
        Sign = Sign.Minus,
        Least = double.NegativeInfinity,
        Most = double.PositiveInfinity,
        Allowed = "any rate",
    };

    /// <summary>Things or people a year.</summary>
    public static NumberKind Count { get; } = new()
    {
        Name = "count",
        BaseUnit = "a year",
        What = "a count",
        Example = "2 630 a year",
        Unit = Unit.ATime,
        NeedsUnit = true,
    };

    /// <summary>A count that may be negative: net migration.</summary>
    public static NumberKind SignedCount { get; } = Count with
    {
        Name = "signed_count",
        Sign = Sign.Minus,
        Least = double.NegativeInfinity,
        Allowed = "any count",
    };

    /// <summary>A number of people, places or contacts.</summary>
    public static NumberKind Number { get; } = new() { Name = "number", What = "a number", Example = "53 300" };

    /// <summary>What something is multiplied by.</summary>
    public static NumberKind Multiplier { get; } =
        Number with
        {
            Name = "multiplier",
            BaseUnit = "multiplier",
            What = "a multiplier",
            Example = "1.2",
        };

    /// <summary>What an effect multiplies something by.</summary>
    public static NumberKind RelativeRisk { get; } = Multiplier with { Name = "relative_risk", What = "a relative risk", Example = "0.82" };

    /// <summary>Contacts elsewhere for each one here.</summary>
    public static NumberKind Ratio { get; } = Number with
    {
        Name = "ratio",
        BaseUnit = "ratio",
        What = "a ratio",
        Example = "0.2",
        Percent = true,
        Most = 100.0,
        Allowed = "0 to 100",
    };

    /// <summary>A number above zero: the level of an index, a factor.</summary>
    public static NumberKind Level { get; } = Number with
    {
        Name = "level",
        BaseUnit = "level",
        What = "a number",
        Example = "102.4",
        AboveLeast = true,
        Allowed = "above 0",
    };

    /// <summary>An amount of money.</summary>
    public static NumberKind Money { get; } = Pounds;

    /// <summary>An amount of money that may be negative.</summary>
    public static NumberKind SignedMoney { get; } =
        Pounds with { Name = "signed_money", Sign = Sign.Minus, Least = double.NegativeInfinity, Allowed = "any amount" };

    /// <summary>Money a year.</summary>
    public static NumberKind MoneyAYear { get; } = Pounds with
    {
        Name = "money_a_year",
        BaseUnit = "GBP a year",
        What = "money a year",
        Example = "£900k a year",
        Unit = Unit.ATime,
    };

    /// <summary>Money a year that may be negative.</summary>
    public static NumberKind SignedMoneyAYear { get; } =
        MoneyAYear with { Name = "signed_money_a_year", Sign = Sign.Minus, Least = double.NegativeInfinity, Allowed = "any amount" };

    /// <summary>Money a head at which an effect is whole, or half: above nothing, because what is spent is held against it.</summary>
    public static NumberKind MoneyAHead { get; } = MoneyAYear with { Name = "money_a_head", AboveLeast = true, Allowed = "above £0" };

    /// <summary>What a unit of activity costs; nothing, where volunteers do it.</summary>
    public static NumberKind CostOfUnit { get; } = Pounds with
    {
        Name = "cost_of_unit",
        What = "a unit cost",
        Example = "£48, £460 a bed-day or £340 a week",
        Unit = Unit.OfCost,
    };

    /// <summary>A length of time, in years.</summary>
    public static NumberKind Time { get; } = new()
    {
        Name = "time",
        BaseUnit = "years",
        What = "a time",
        Example = "18 months",
        Unit = Unit.Years,
        NeedsUnit = true,
        AboveLeast = true,
        Allowed = "above 0",
    };

    /// <summary>A lag, in years, which may be none.</summary>
    public static NumberKind Lag { get; } = Time with { Name = "lag", What = "a lag", AboveLeast = false, Allowed = "0 or more" };

    /// <summary>A length of time, in days.</summary>
    public static NumberKind Days { get; } =
        Time with
        {
            Name = "days",
            BaseUnit = "days",
            What = "a stay",
            Example = "7.5 days",
            Unit = Unit.Days,
        };

    /// <summary>A number among the answers, of whatever kind.</summary>
    public static NumberKind Answer { get; } = new()
    {
        Name = "answer",
        What = "a number",
        Example = "255 000 or £128.4m",
        Sign = Sign.Minus,
        Pound = Pound.Allowed,
        Percent = true,
        Least = double.NegativeInfinity,
        Allowed = "any number",
    };

    /// <summary>How two uncertain numbers go together.</summary>
    public static NumberKind Correlation { get; } = Number with
    {
        Name = "correlation",
        What = "a correlation",
        Example = "0.6",
        Sign = Sign.Minus,
        Least = -1.0,
        Most = 1.0,
        Allowed = "-1 to 1",
    };

    /// <summary>How far two numbers may be apart, as a share of the larger.</summary>
    public static NumberKind Tolerance { get; } = Percent with
    {
        Name = "tolerance",
        What = "a tolerance",
        Example = "0.1% or 1e-9",
        Exponent = true,
        Counted = false,
    };
}
