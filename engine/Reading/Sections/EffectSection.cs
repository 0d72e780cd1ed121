using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An item of <c>effects</c>: of a service, of a governance arrangement, or standing alone.</summary>
internal static class EffectSection
{
    private static Shape<Quantity> AtStart { get; } = Shapes.Choice(
        (IsMoney, Numbers.MoneyAYear.Quantity),
        (_ => true, Numbers.Number.Quantity));

    private static Shape<Fade> Fade { get; } = Shapes.Sourced(keys => new Fade
    {
        To = keys.Required("to", Numbers.Share.Quantity, "share of the strength that is left at the end"),
        Over = keys.Required("over", Numbers.Time.Quantity, "time until then, from the start of the run"),
    }).Named("fade");

    private static Shape<Coverage.BySpend> SpendPerHead { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("full", "half");
        return new Coverage.BySpend
        {
            Services = keys.Required("services", Shapes.NamesOf(Words.Service), "services whose cost counts"),
            Full = keys.Optional("full", Numbers.MoneyAHead.Quantity, "money a head at which the effect is whole, in proportion below"),
            Half = keys.Optional("half", Numbers.MoneyAHead.Quantity, "money a head at which the effect is half, saturating above"),
            SmoothedOver = keys.Required("smoothed_over", Numbers.Time.Quantity, "time over which spending is smoothed"),
        };
    }).Named("spend_per_head");

    private static Shape<MeasuredFrom> Measured { get; } = Shapes.OneOf<MeasuredFrom>(
        ("from_today", MeasuredFrom.Today), ("from_none", MeasuredFrom.None));

    /// <summary>An effect of a service, through those it reaches or what is spent.</summary>
    public static Shape<ReadEffect> OfService { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("lasts", "spend_per_head");
        keys.Needs("people_per_unit", "lasts");
        keys.Needs("ceiling", "lasts");
        return Declare(keys) with
        {
            Lasts = keys.Optional("lasts", Numbers.Time.Quantity, "how long a person benefits"),
            PeoplePerUnit = keys.Optional(
                "people_per_unit", Numbers.Number.Quantity, "people who benefit from each contact; 1 unless stated"),
            Ceiling = keys.Optional("ceiling", Numbers.Share.Quantity, "most of the group that can ever be covered"),
            After = keys.Optional("after", Numbers.Lag, 0.0, "lag before it works; the next step unless stated"),
            AtStart = keys.Optional("at_start", AtStart, "people benefiting at the start, or money a head; settled unless stated"),
        };
    }).Then(Build).Check(CheckAtStart);

    /// <summary>An effect that nothing in the scenario brings about: its coverage or its spending is stated with it.</summary>
    public static Shape<ReadEffect> Alone { get; } = Shapes.Sourced(keys =>
    {
        keys.ExactlyOne("coverage", "spend_per_head");
        keys.Needs("today", "coverage");
        return DeclareUnreached(keys) with
        {
            Today = keys.Optional(
                "today", Numbers.Share.Quantity,
                "share covered today; needed when measured from today, otherwise that of the first year unless stated"),
        };
    }).Then(Build).Check(CheckToday);

    /// <summary>An effect of joint working, in force only in options that have the arrangement.</summary>
    public static Shape<ReadEffect> OfGovernance { get; } = Shapes.Sourced(keys =>
    {
        keys.NotBoth("coverage", "spend_per_head");
        return DeclareUnreached(keys);
    }).Then(Build);

    private static EffectKeys Declare(Keys keys)
    {
        keys.ExactlyOne("less", "more", "relative_risk");
        var less = keys.Optional("less", Numbers.Less.Quantity, "share by which it falls for who is covered");
        var more = keys.Optional("more", Numbers.More.Quantity, "share by which it rises for who is covered");
        var risk = keys.Optional("relative_risk", Numbers.RelativeRisk.Quantity, "what it is multiplied by for who is covered");
        return new EffectKeys
        {
            Title = keys.Optional("title", Shapes.Text, "name to print; made of what it is of and on unless stated"),
            On = keys.Required(
                "on", Words.Target, "what it changes: move a -> b, deaths, demand gp, failure gp, stay home_care or quality"),
            Strength = (less ?? more ?? risk)!,
            Form = less is not null ? StrengthForm.Less : more is not null ? StrengthForm.More : StrengthForm.RelativeRisk,
            Group = keys.Required("for", Cohorts.Group, "target group; {} for everyone"),
            SpendPerHead = keys.Optional("spend_per_head", SpendPerHead, "spending a head of the group, in place of reach"),
            Evidence = keys.Optional("evidence", Words.Evidence, "grade of evidence whose shrinkage applies"),
            Measured = keys.Optional(
                "measured", Measured, default, "from_today (unless stated) or from_none: what today's rates contain of it"),
            Fade = keys.Optional("fade", Fade, "how the strength falls; it does not unless stated"),
        };
    }

    private static EffectKeys DeclareUnreached(Keys keys)
    {
        keys.Needs("after", "spend_per_head");
        keys.Needs("at_start", "spend_per_head");
        return Declare(keys) with
        {
            Coverage = keys.Optional("coverage", Numbers.Share.Path, "share of the group by year"),
            After = keys.Optional("after", Numbers.Lag, 0.0, "lag before spending works; the next step unless stated"),
            AtStart = keys.Optional("at_start", Numbers.MoneyAYear.Quantity, "money a head at the start; settled unless stated"),
        };
    }

    private static ReadEffect Build(EffectKeys effect, Field here, Context context) => new(here.Path, new Effect
    {
        Owner = new EffectOwner.Alone(),
        Title = effect.Title,
        On = effect.On,
        Strength = effect.Strength,
        Form = effect.Form,
        Group = effect.Group,
        Coverage = CoverageOf(effect, context),
        Ceiling = effect.Ceiling,
        After = effect.After,
        Fade = effect.Fade,
        Evidence = effect.Evidence,
        Measured = effect.Measured,
    });

    private static Coverage CoverageOf(EffectKeys effect, Context context)
    {
        if (effect.SpendPerHead is { } spend)
        {
            return spend with { AtStart = effect.AtStart };
        }

        if (effect.Lasts is { } lasts)
        {
            var people = effect.PeoplePerUnit ?? Quantity.Of(1.0);
            return new Coverage.ByReach { PeoplePerUnit = people, Lasts = lasts, AtStart = effect.AtStart };
        }

        return new Coverage.Stated
        {
            Share = effect.Coverage ?? YearlyPath.Constant(context.FirstYear, Quantity.Of(1.0)),
            Today = effect.Today,
        };
    }

    private static bool IsMoney(Node node) => node switch
    {
        Scalar scalar => scalar.Text.StartsWith('£'),
        Mapping mapping => mapping.Entries.Any(entry => NumberShape.IsAmount(entry.Key.Text) && IsMoney(entry.Value)),
        _ => false,
    };

    private static void CheckAtStart(ReadEffect effect, Field here, Context context)
    {
        if (((Mapping)here.Node).Find("at_start") is { } entry && IsMoney(entry.Value) != effect.Effect.Coverage is Coverage.BySpend)
        {
            context.Problems.Add(
                Codes.AtStartUnit, entry.Value.At,
                "what an effect by reach starts from is people, and what an effect by spending starts from is money a head.");
        }
    }

    private static void CheckToday(ReadEffect effect, Field here, Context context)
    {
        if (effect.Effect is { Coverage: Coverage.Stated { Today: null }, Measured: MeasuredFrom.Today })
        {
            context.Problems.Add(
                Codes.TodayNeeded, here.NamedAt,
                $"{here.Path} is measured from today, and does not say how much of the group is covered today.",
                "add today: 0%, or measured: from_none.");
        }
    }
}
