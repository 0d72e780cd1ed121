using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The words of the format: names, years, ages, targets.</summary>
internal static class Words
{
    // What a number block, a path or a list of all things uses as a key cannot be a name too.
    private const string Reserved = "(?!(?:source|value|mean|events|growth|index|all|none|default|dead|assumption|true|false|null)$)";
    private const string Bare = "[A-Za-z][A-Za-z0-9_]*";
    private const string NamePattern = $"^{Reserved}{Bare}$";
    private const string NameExample = "falls_service (letters, digits and underscores, starting with a letter, and no word of the format)";
    private const string DeadPattern = $"^(?:dead|{Reserved}{Bare})$";
    private const string Nominal = "nominal";
    private const string AgePattern = "^(?:(?:0|[1-9][0-9]?)|(?:0|[1-9][0-9]?|1[0-4][0-9])(?:-(?:0|[1-9][0-9]?|1[0-4][0-9])|\\+))$";

    /// <summary>A name that is declared here.</summary>
    public static Word<string> Name { get; } = new(Codes.NotName, "a name", NameExample, NamePattern, (text, _, _) => text);

    /// <summary>An age band that is declared here, such as <c>0-17</c>, <c>65</c> or <c>85+</c>.</summary>
    public static Word<string> AgeBandName { get; } = new(Codes.NotAgeBand, "an age band", "0-17 or 85+", AgePattern, (text, _, _) => text);

    /// <summary>A grade of evidence, A to E.</summary>
    public static Word<string> GradeLetter { get; } = new(
        Codes.NotOneOf, "a grade of evidence", "B (A is best, E is worst)", "^[A-E]$", (text, _, _) => text);

    /// <summary>A declared need state.</summary>
    public static Word<NeedStateId> Need { get; } = Reference(NameKind.NeedState, name => new NeedStateId(name));

    /// <summary>A declared need state, or death, which is null.</summary>
    public static Word<NeedStateId?> NeedOrDead { get; } = new(
        Codes.NotName, "a need state", "at_risk, or dead", DeadPattern,
        (text, scalar, context) => text == "dead" ? null : Need.From(scalar, context), isSaid: IsDeclared(NameKind.NeedState));

    /// <summary>A declared age band.</summary>
    public static Word<AgeBandId> Age { get; } = new(
        Codes.NotAgeBand, "an age band", "0-17 or 85+", AgePattern,
        (text, scalar, context) => new AgeBandId(context.Refer(NameKind.AgeBand, scalar)));

    /// <summary>A declared area.</summary>
    public static Word<AreaId> Area { get; } = Reference(NameKind.Area, name => new AreaId(name));

    /// <summary>A declared organisation.</summary>
    public static Word<OrganisationId> Organisation { get; } = Reference(NameKind.Organisation, name => new OrganisationId(name));

    /// <summary>A declared service.</summary>
    public static Word<ServiceId> Service { get; } = Reference(NameKind.Service, name => new ServiceId(name));

    /// <summary>A known tier, or one of the scenario's own.</summary>
    public static Word<string> Tier { get; } = Reference(NameKind.Tier, name => name);

    /// <summary>A declared price index.</summary>
    public static Word<IndexId> Index { get; } = Reference(NameKind.Index, name => new IndexId(name));

    /// <summary>A declared price index, or <c>none</c>, which is null.</summary>
    public static Word<IndexId?> IndexOrNone { get; } = new(
        Codes.NotName, "an index", "pay_and_prices, or none", $"^(?:none|{Reserved}{Bare})$",
        (text, scalar, context) => text == "none" ? null : Index.From(scalar, context), isSaid: IsDeclared(NameKind.Index));

    /// <summary>A declared season.</summary>
    public static Word<string> Season { get; } = Reference(NameKind.Season, name => name);

    /// <summary>A declared grade whose shrinkage applies.</summary>
    public static Word<string> Evidence { get; } = new(
        Codes.NotOneOf, "a grade of evidence", "B (A is best, E is worst)", "^[A-E]$",
        (_, scalar, context) => context.Refer(NameKind.Grade, scalar));

    /// <summary>A declared governance arrangement.</summary>
    public static Word<GovernanceId> Governance { get; } = Reference(NameKind.Governance, name => new GovernanceId(name));

    /// <summary>An organisation's own fund, or a pool of any arrangement.</summary>
    public static Word<FundId> Fund { get; } = Reference(NameKind.Fund, name => new FundId(name));

    /// <summary>A declared fund, or an earmarked reserve.</summary>
    public static Word<string> FundOrReserve { get; } = Reference(NameKind.FundOrReserve, name => name);

    /// <summary>A declared option.</summary>
    public static Word<OptionId> Option { get; } = Reference(NameKind.Option, name => new OptionId(name));

    /// <summary>A declared source, or the word that says that the numbers are assumed.</summary>
    public static Word<Provenance> SourceOrAssumption { get; } = new(
        Codes.NotName, "a source", "panel (a name under 'sources'), or assumption", $"^(?:{Provenance.Assumption}|{Reserved}{Bare})$",
        (text, scalar, context) => text == Provenance.Assumption
            ? new Provenance(null, IsAssumption: true, scalar.At)
            : context.SourceOf(context.Refer(NameKind.Source, scalar), scalar.At),
        isSaid: IsDeclared(NameKind.Source));

    /// <summary>A financial year.</summary>
    public static Word<FinancialYear> Year { get; } =
        new(Codes.NotYear, "a financial year", "2026/27", "^[0-9]{4}/[0-9]{2}$", YearOf, meant: YearMistakes.Hint);

    /// <summary>A year of discounting, counted from the start of the run.</summary>
    public static Word<int> DiscountYear { get; } =
        new(Codes.NotDiscountYear, "a year of discounting", "1 or 31", "^[1-9][0-9]{0,2}$", (text, _, _) =>
            int.Parse(text, CultureInfo.InvariantCulture)
        );

    /// <summary>The prices that a value is in: nominal, or those of the base year where there is a deflator.</summary>
    public static Word<string> PriceBase { get; } = new(
        Codes.NotOneOf, "a price base", "nominal, or 2024/25 (the base year)",
        $"^(?:{Nominal}|[0-9]{{4}}/[0-9]{{2}})$", PriceBaseOf);

    /// <summary>What an effect or a harm changes.</summary>
    public static Word<Target> Target { get; } = new(
        Codes.NotTarget, "a target", "move at_risk -> long_term, deaths, demand gp, failure gp, stay home_care or quality",
        $"^(?:move {Bare} -> {Bare}|deaths|quality|(?:demand|failure|stay) {Bare})$",
        TargetOf, isSaid: IsTargetOfDeclared);

    /// <summary>A path with dots, as overrides name what they change.</summary>
    public static Word<string> Path { get; } = new(
        Codes.NotName, "a path", "services.gp.budget", "^(?!(?:true|false|null)$)[a-z][^.]*(?:\\.[^.]+)*$", (text, _, _) => text);

    private static Word<T> Reference<T>(NameKind kind, Func<string, T> make) => new(
        Codes.NotName, $"the name of {NameKinds.One(kind)}", NameExample, NamePattern,
        (_, scalar, context) => make(context.Refer(kind, scalar)),
        (text, context) => context.Names.Of(kind) is not null
            ? Suggestions.Hint(text, context.Names.Offered(kind), $"{NameKinds.Plural(kind)} declared")
            : null,
        isSaid: IsDeclared(kind));

    /// <summary>Whether a word that is no name is declared as one: what is wrong with it is said there.</summary>
    private static Func<string, Context, bool> IsDeclared(NameKind kind) => (text, context) => context.Names.Known(kind).Contains(text);

    private static FinancialYear YearOf(string text, Scalar scalar, Context context)
    {
        if (!FinancialYear.TryParse(text, out var year))
        {
            var start = int.Parse(text[..4], CultureInfo.InvariantCulture);
            var isNear = start is >= FinancialYear.Earliest and <= FinancialYear.Latest;
            context.Problems.Add(
                Codes.YearHalves, scalar.At,
                isNear
                    ? $"the halves of '{text}' do not follow each other."
                    : $"'{text}' is not between {FinancialYear.Earliest} and {FinancialYear.Latest}.",
                isNear ? $"this financial year is written {new FinancialYear(start)}." : null);
        }

        return year;
    }

    private static string PriceBaseOf(string text, Scalar scalar, Context context)
    {
        if (text == Nominal || context.Prices is not { Prices: var prices })
        {
            return text;
        }

        if (prices.Deflator is null)
        {
            context.Problems.Add(
                Codes.NoPriceBase, scalar.At, $"nothing is known in prices of {text}: the scenario has no deflator.",
                "name an index as prices.deflator, or write nominal.");
        }
        else if (text != prices.Base.ToString())
        {
            context.Problems.Add(
                Codes.NoPriceBase, scalar.At, $"nothing is known in prices of {text}.", $"real values are in prices of {prices.Base}.");
        }

        return text;
    }

    /// <summary>Whether a target would be one if the names in it, which are declared, were names.</summary>
    private static bool IsTargetOfDeclared(string text, Context context)
    {
        return text.Split(' ', 2) switch
        {
            ["move", var states] => states.Split(" -> ").All(state => IsKnown(NameKind.NeedState, state)),
            ["demand" or "failure" or "stay", var service] => IsKnown(NameKind.Service, service),
            _ => false,
        };

        bool IsKnown(NameKind kind, string name) => context.Names.Known(kind).Contains(name);
    }

    private static Target TargetOf(string text, Scalar scalar, Context context)
    {
        var parts = text.Split(' ');
        return parts[0] switch
        {
            "move" => new Target.Move(Need.From(Part(1), context), Need.From(Part(3), context)),
            "deaths" => new Target.Death(),
            "quality" => new Target.Quality(),
            "demand" => new Target.DemandFor(Service.From(Part(1), context)),
            "failure" => new Target.FailureOf(Service.From(Part(1), context)),
            _ => new Target.StayIn(Service.From(Part(1), context)),
        };

        Scalar Part(int index)
        {
            var before = string.Join(' ', parts[..index]).Length + 1;
            return new Scalar(scalar.At with { Column = scalar.At.Column + before }, parts[index], isPlain: true);
        }
    }
}
