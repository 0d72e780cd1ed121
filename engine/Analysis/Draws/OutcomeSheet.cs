using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The headline outcomes of every draw: which there are, and how they follow from the ledgers of the options.</summary>
/// <remarks>
/// <para><b>Shape.</b> Outcomes are <c>[outcome * <see cref="DrawChunk.Draws"/> + draw]</c>; those taken from ledgers come first.</para>
/// <para>
/// For each option and year: spend, position and deficit of every organisation, the position of every pool, and over all services and
/// people: waiting, left, deaths and quality-adjusted life years, and what is handed back. Then the same as differences from the
/// baseline, with the gains; then the whole run; then chances.
/// </para>
/// </remarks>
public sealed class OutcomeSheet
{
    // What is less than half a penny is no deficit.
    private const double HalfPenny = 0.005;

    // Benefits as many times the cost say little: the cost is next to nothing beside them.
    private const double SaysLittle = 100.0;

    private const string Together = "spend_together";

    private const string ToDate = "gain_to_date";

    private const string HandedBack = "returned";

    private const string Helped = "helped";

    private const string Left = "left";

    private const string LifeYears = "quality_adjusted_life_years";

    private static readonly ImmutableArray<Measure> Totals =
    [
        Measure.Deaths,
        Measure.QualityAdjustedLifeYears,
        Measure.Left,
        Measure.Waiting,
    ];

    private readonly Scenario scenario;
    private readonly int years;
    private readonly Deflator deflator;
    private readonly ImmutableArray<Outcome>.Builder outcomes = ImmutableArray.CreateBuilder<Outcome>();
    private readonly List<SumStep> sums = [];
    private readonly List<OutcomeStep> steps = [];
    private readonly Dictionary<(string Option, string Against, string Measure, string Organisation, string Fund), int> series = [];
    private readonly DrawnAppraisal? appraisal;
    private readonly int appraised;

    /// <summary>Says which outcomes there are.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">The options that run, the baseline among them.</param>
    /// <param name="layouts">[option] what their ledgers hold.</param>
    /// <param name="quantities">[quantity] what is drawn.</param>
    public OutcomeSheet(
        Scenario scenario,
        ImmutableArray<Option> options,
        IReadOnlyList<LedgerLayout> layouts,
        ImmutableArray<Quantity> quantities
    )
    {
        this.scenario = scenario;
        years = scenario.Horizon.Years;
        deflator = new Deflator(scenario);
        Options = options;
        for (var option = 0; option < options.Length; option++)
        {
            AddOwn(option, layouts[option]);
        }

        appraisal = scenario.Appraisal is { } terms ? new DrawnAppraisal(scenario, terms, options, layouts, quantities) : null;
        appraised = outcomes.Count;
        outcomes.AddRange((appraisal?.Outcomes ?? []).Select(about => new Outcome(
            about.Unit == MeasureEntry.Money ? about with { PriceBase = deflator.PriceBase } : about, OutcomeKind.Whole, years - 1)));
        FromLedgers = outcomes.Count;
        foreach (var option in options)
        {
            AddTogether(option);
        }

        foreach (var option in options.Where(option => option.Id != scenario.Baseline))
        {
            AddDifferences(option);
            AddToDate(option);
        }

        foreach (var option in options)
        {
            AddWhole(option, against: "");
        }

        foreach (var option in options.Where(option => option.Id != scenario.Baseline))
        {
            AddWhole(option, scenario.Baseline.Name);
        }

        AddChances();
        AddAcceptability();
        AddWorthwhile();
        All = outcomes.ToImmutable();
    }

    /// <summary>The options.</summary>
    public ImmutableArray<Option> Options { get; }

    /// <summary>All outcomes.</summary>
    public ImmutableArray<Outcome> All { get; }

    /// <summary>Number of outcomes that are taken from ledgers: the first ones.</summary>
    internal int FromLedgers { get; }

    /// <summary>Whether any outcome needs a measure.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="measure">The measure.</param>
    public static bool Wants(Scenario scenario, Measure measure) =>
        Totals.Contains(measure)
        || measure == Measure.Delivered
        || LaneMeasure.AppraisalWants(scenario, measure)
        || measure
            is Measure.Payment
                or Measure.BreakCharge
                or Measure.TransactionCost
                or Measure.Contribution
                or Measure.RiskShare
                or Measure.SharedUnderspend
                or Measure.RingFence
                or Measure.IntoRiskReserve
                or Measure.PassedOn
                or Measure.BroughtIn
                or Measure.Reserves
                or Measure.EarmarkedReserves
                or Measure.Deficit
                or Measure.Debt
                or Measure.AssetsSold
                or Measure.DebtInterest
                or Measure.RiskReserve
                or Measure.ReturnedByOrganisation
                or Measure.ReturnedByPool
                or Measure.Section114;

    /// <summary>Whether outcomes need every step: where what is appraised is discounted by step.</summary>
    public static bool NeedsSteps(Scenario scenario) => scenario.Appraisal is { Discounting: not Discounting.ByYear };

    /// <summary>Whether an outcome may be absent from a draw: a ratio to nothing.</summary>
    public bool MayBeAbsent(int outcome) => All[outcome].About.Unit == MeasureEntry.Ratio;

    /// <summary>[outcome] their summaries.</summary>
    /// <param name="of">Summaries of the draws.</param>
    /// <param name="threads">Threads to use; never changes a bit.</param>
    public ImmutableArray<OutcomeSummary> Summaries(DrawSummaries of, int threads)
    {
        of.AddUp();
        return
        [
            .. Enumerable
                .Range(0, All.Length)
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(threads)
                .Select(outcome => SummaryOf(outcome, of)),
        ];
    }

    /// <summary>The summary of an outcome. The mean of a ratio is the mean of the benefits over the mean of the cost, so that draws with
    /// next to no cost do not decide it; it has neither deviation nor error.</summary>
    /// <param name="outcome">Row of the outcome.</param>
    /// <param name="of">Summaries of the draws.</param>
    private OutcomeSummary SummaryOf(int outcome, DrawSummaries of)
    {
        var summary = of.Of(outcome);
        return MayBeAbsent(outcome)
            ? summary with { Mean = MeanRatio(All[outcome].About, of), Deviation = double.NaN, Error = double.NaN }
            : summary;
    }

    private double MeanRatio(Subject ratio, DrawSummaries of)
    {
        var suffix = ratio.Measure.EndsWith(ValueLine.AfterBias, StringComparison.Ordinal) ? ValueLine.AfterBias : "";
        string[] values = ratio.Measure.Contains("public", StringComparison.Ordinal)
            ? [.. Enum.GetValues<ValueKind>().Select(ValueLine.MeasureOf)]
            : [ValueLine.Fiscal];
        var cost = MeanOf(ValueLine.PutIn);
        return cost < HalfPenny ? double.NaN : (values.Sum(MeanOf) + cost) / cost;

        double MeanOf(string measure) =>
            Enumerable
                .Range(appraised, FromLedgers - appraised)
                .Where(row => All[row].About.Option == ratio.Option && All[row].About.Measure == measure + suffix)
                .Sum(row => of.MomentsOf(row).Mean);
    }

    /// <summary>Takes the outcomes of a block from its ledgers.</summary>
    internal void Take(Ledger[] ledgers, ReadOnlySpan<double> quantities, int lanes, double[] values, int at)
    {
        foreach (var sum in sums)
        {
            sum.Run(ledgers, lanes, values, at);
        }

        appraisal?.Read(ledgers, quantities, values, appraised, at);
    }

    /// <summary>Works out what follows from them.</summary>
    internal void Complete(double[] values)
    {
        foreach (var step in steps)
        {
            step.Run(values);
        }
    }

    private void AddOwn(int option, LedgerLayout layout)
    {
        var reading = new LedgerReading(scenario, Options[option], layout);
        ImmutableArray<DerivedSeries>[] own =
        [
            .. Enumerable.Range(0, years).Select(year => ImmutableArray.CreateRange(Own(option, layout, reading, year))),
        ];
        (Subject About, int First)[] all =
        [
            .. own.SelectMany(ofYear => ofYear)
                .Select(series => series.About)
                .Distinct()
                .ToArray()
                .Select(about => (about, AddSeries(about))),
        ];

        // Year by year: all that is taken from a year is taken while it is at hand.
        for (var year = 0; year < years; year++)
        {
            var ofYear = own[year];
            sums.AddRange(all.Select(series => new SumStep(
                series.First + year, option, year, layout, ofYear.FirstOrDefault(known => known.About == series.About)?.Terms ?? [])));
        }
    }

    private IEnumerable<DerivedSeries> Own(int option, LedgerLayout layout, LedgerReading reading, int year)
    {
        var name = Options[option].Id.Name;
        var subjects = reading.Subjects(year);
        var discretionary = Options[option].Place.Services.Where(service => service.Duty == Duty.Discretionary)
            .Select(service => service.Id.Name).ToHashSet();
        return reading
            .Derived(year)
            .Concat(
                from organisation in Options[option].Bodies
                let rows = Rows(subject => subject?.Measure == "deficit" && subject.Organisation == organisation.Id.Name)
                select new DerivedSeries(
                    new Subject
                    {
                        Option = name,
                        Measure = "deficit",
                        Organisation = organisation.Id.Name,
                        Unit = MeasureEntry.Money,
                    },
                    [new Term(1.0, rows)]
                )
            )
            .Concat(
                from organisation in Options[option].Bodies
                let rows = Rows(subject => subject?.Measure == "section_114" && subject.Organisation == organisation.Id.Name)
                where !rows.IsEmpty
                select new DerivedSeries(subjects[rows[0]]!, [new Term(1.0, rows)])
            )
            .Concat(
                from row in Rows(subject => subject is not null && Gains.NoGains.Contains(subject.Measure))
                select new DerivedSeries(subjects[row]!, [new Term(1.0, [row])])
            )
            .Concat(
                from measure in Totals
                let rows = Enumerable.Range(0, subjects.Length).Where(row => layout.Rows[row].Measure == measure).ToImmutableArray()
                where !rows.IsEmpty
                select new DerivedSeries(Total(name, subjects[rows[0]]!.Measure), [new Term(1.0, rows)])
            )
            .Append(new DerivedSeries(Total(name, HandedBack), [new Term(1.0, Rows(subject => subject?.Measure == HandedBack))]))
            .Concat(
                from organisation in Options[option].Bodies
                where organisation.Keeps is { IsUncertain: true } || (organisation.Keeps?.Value ?? organisation.KeepsOtherwise) < 1.0
                let rows = Rows(subject => subject?.Measure == HandedBack && subject.Organisation == organisation.Id.Name)
                select new DerivedSeries(
                    Total(name, HandedBack) with { Organisation = organisation.Id.Name, Unit = MeasureEntry.Money }, [new Term(1.0, rows)])
            )
            .Concat(
                from measure in (string[])[Helped]
                let rows = Rows(subject => subject?.Measure == "delivered" && discretionary.Contains(subject.Service))
                where !rows.IsEmpty
                select new DerivedSeries(Total(name, measure), [new Term(1.0, rows)])
            );
        ImmutableArray<int> Rows(Func<Subject?, bool> wanted) =>
            [.. Enumerable.Range(0, subjects.Length).Where(row => wanted(subjects[row]))];
    }

    private void AddDifferences(Option option)
    {
        var (name, against) = (option.Id.Name, scenario.Baseline.Name);
        var alike = series.Keys.Where(key => key.Against.Length == 0 && (key.Option == name || key.Option == against))
            .Select(key => key with { Option = name }).Distinct().ToArray();
        foreach (var key in alike)
        {
            var (own, baseline) = (series.GetValueOrDefault(key, -1), series.GetValueOrDefault(key with { Option = against }, -1));
            var about = outcomes[own >= 0 ? own : baseline].About with { Option = name, Against = against };
            var first = AddSeries(about);
            steps.AddRange(
                Enumerable
                    .Range(0, years)
                    .Select(year => new DifferenceStep(first + year, own < 0 ? -1 : own + year, baseline < 0 ? -1 : baseline + year))
            );
        }

        var shares = SuccessorShares.Of(scenario, option);
        foreach (var key in alike.Where(key => key.Measure == "position"))
        {
            AddGains(key with { Against = against }, shares);
        }
    }

    /// <summary>Changes in a position that are gains or losses: what a pool's risk reserve takes or gives is neither. Those of a body that
    /// has ended are its successors'.</summary>
    private void AddGains(
        (string Option, string Against, string Measure, string Organisation, string Fund) position, SuccessorShares shares)
    {
        var gain = AddSeries(outcomes[series[position]].About with { Measure = "gain" });
        for (var year = 0; year < years; year++)
        {
            (int Row, double Weight)[] terms = shares.IsOver(position.Organisation, year)
                ? []
                :
                [
                    .. TermsOfGain(position, year),
                    .. from part in shares.TakenOn(position.Organisation, year)
                       from term in TermsOfGain(position with { Organisation = part.Ended }, year)
                       select (term.Row, part.Share * term.Weight),
                ];
            steps.Add(new WeightedStep(gain + year, [.. terms.Select(term => term.Row)], [.. terms.Select(term => term.Weight)]));
        }

        foreach (var priceBase in deflator.IsStated ? new[] { Headline.Nominal, deflator.PriceBase } : [Headline.Nominal])
        {
            AddGainsToDate(gain, priceBase);
        }
    }

    /// <summary>What the gain of an account in a year is the sum of: rows, and how often each counts.</summary>
    private IEnumerable<(int Row, double Weight)> TermsOfGain(
        (string Option, string Against, string Measure, string Organisation, string Fund) position, int year)
    {
        var first = series[position];
        var isPool = position.Fund.Length > 0;
        var reserved =
            from entry in series
            where (entry.Key.Option, entry.Key.Against) == (position.Option, position.Against)
                && Gains.NoGains.Contains(entry.Key.Measure)
                && (isPool ? entry.Key.Fund == position.Fund : entry.Key.Organisation == position.Organisation)
            select (entry.Value + year, Gains.SignOf(entry.Key.Measure, isPool));
        return [(first + year, 1.0), .. year == 0 ? Array.Empty<(int, double)>() : [(first + year - 1, -1.0)], .. reserved];
    }

    /// <summary>The sum of gains up to each year; real ones are the sum of real gains, which no price of one year turns nominal ones
    /// into.</summary>
    private void AddGainsToDate(int gain, string priceBase)
    {
        var about = outcomes[gain].About with { Measure = ToDate, PriceBase = priceBase };
        var toDate = priceBase == LeadingBase ? AddSeries(about) : AddYears(about);
        for (var year = 0; year < years; year++)
        {
            var weight = priceBase == Headline.Nominal ? 1.0 : deflator.Real(1.0, year);
            steps.Add(
                year == 0
                    ? new WeightedStep(toDate, [gain], [weight])
                    : new WeightedStep(toDate + year, [toDate + year - 1, gain + year], [1.0, weight])
            );
        }
    }

    /// <summary>What all accounts spend: its range does not follow from theirs.</summary>
    private void AddTogether(Option option)
    {
        var spends = series
            .Where(entry => entry.Key is { Against: "", Measure: "spend" } && entry.Key.Option == option.Id.Name)
            .Select(entry => entry.Value)
            .ToArray();
        var first = AddSeries(
            new Subject
            {
                Option = option.Id.Name,
                Measure = Together,
                Unit = MeasureEntry.Money,
            }
        );
        steps.AddRange(
            Enumerable
                .Range(0, years)
                .Select(year => new WeightedStep(first + year, [.. spends.Select(spend => spend + year)], [.. spends.Select(_ => 1.0)]))
        );
    }

    /// <summary>What is spent more to date, by each organisation and together, and whether that has been made up for.</summary>
    private void AddToDate(Option option)
    {
        var spends = series
            .Where(entry => entry.Key is { Measure: "spend" } && entry.Key.Option == option.Id.Name && entry.Key.Against.Length > 0)
            .Select(entry => entry.Value)
            .ToArray();
        foreach (var spend in spends)
        {
            AddSpendToDate(spend);
        }

        var toDate = AddSpendToDate(series[(option.Id.Name, scenario.Baseline.Name, Together, "", "")]);
        var about = outcomes[toDate].About;
        var breaksEven = outcomes.Count;
        outcomes.AddRange(
            Enumerable.Range(0, years).Select(year => new Outcome(Chance(about, "breaks_even"), OutcomeKind.ChanceByYear, year))
        );
        for (var year = years - 1; year >= 0; year--)
        {
            steps.Add(new StaysBelowStep(breaksEven + year, toDate + year, year < years - 1 ? breaksEven + year + 1 : -1, HalfPenny));
        }

        steps.Add(new AnyAboveStep(AddOne(Chance(about, "never_breaks_even"), OutcomeKind.Chance), [toDate + years - 1], HalfPenny));
    }

    /// <summary>The sum of spending up to each year, in the prices with which the scenario leads.</summary>
    /// <returns>The row of its first year.</returns>
    private int AddSpendToDate(int own)
    {
        var weights = Weights(Together);
        var toDate = AddSeries(outcomes[own].About with { Measure = "spend_to_date", PriceBase = LeadingBase });
        for (var year = 0; year < years; year++)
        {
            steps.Add(
                year == 0
                    ? new WeightedStep(toDate, [own], [weights[0]])
                    : new WeightedStep(toDate + year, [toDate + year - 1, own + year], [1.0, weights[year]])
            );
        }

        return toDate;
    }

    /// <summary>Spend, life years, deaths and those who left add up over the years; of the rest what stands at the end is told.</summary>
    private void AddWhole(Option option, string against)
    {
        var spends = new List<int>();
        foreach (var (key, first) in series.Where(entry => entry.Key.Option == option.Id.Name && entry.Key.Against == against).ToArray())
        {
            if (
                Gains.NoGains.Contains(key.Measure)
                || key.Measure is "gain" or "deficit" or "section_114" or Together or "spend_to_date"
                || (key.Measure == "position" && against.Length > 0)
            )
            {
                continue;
            }

            var isSum = key.Measure is "spend" or Left or HandedBack or "deaths" or LifeYears or Helped;
            var row = AddOne(outcomes[first].About, OutcomeKind.Whole);
            // Gains to date are in the leading prices already.
            var weights = key.Measure == ToDate ? [1.0] : isSum ? Weights(key.Measure) : Weights(key.Measure)[^1..];
            steps.Add(new WeightedStep(row, [.. isSum ? Enumerable.Range(first, years) : [first + years - 1]], weights));
            if (key.Measure == "spend")
            {
                spends.Add(row);
            }
        }

        var together = AddOne(
            new Subject { Option = option.Id.Name, Against = against, Measure = "spend", Unit = MeasureEntry.Money }, OutcomeKind.Whole);
        steps.Add(new WeightedStep(together, [.. spends], [.. spends.Select(_ => 1.0)]));
    }

    private void AddChances()
    {
        var spends = Wholes("spend");
        var lived = OfAll(LifeYears);
        // Where years of life are not weighed, deaths tell who loses life.
        ImmutableArray<Harm> harms =
        [
            .. Harms(OfAll(Left), 1.0),
            .. lived.IsEmpty ? Harms(OfAll("deaths"), 1.0) : Harms(lived, -1.0),
        ];
        for (var option = 0; option < Options.Length; option++)
        {
            var name = Options[option].Id.Name;
            steps.Add(new CheapestStep(AddOne(Chance(name, "cheapest"), OutcomeKind.Chance), option, spends, harms));
            foreach (var organisation in Options[option].Bodies.Select(organisation => organisation.Id.Name))
            {
                var deficit = series[(name, "", "deficit", organisation, "")];
                var row = AddOne(Chance(name, "reserves_gone") with { Organisation = organisation }, OutcomeKind.Chance);
                steps.Add(new AnyAboveStep(row, [.. Enumerable.Range(deficit, years)], HalfPenny));
                if (series.TryGetValue((name, "", "section_114", organisation, ""), out var notice))
                {
                    var issued = AddOne(Chance(name, "section_114_comes") with { Organisation = organisation }, OutcomeKind.Chance);
                    steps.Add(new AnyAboveStep(issued, [.. Enumerable.Range(notice, years)], HalfPenny));
                }

                if (series.TryGetValue((name, scenario.Baseline.Name, ToDate, organisation, ""), out var gain))
                {
                    var better = Chance(name, "better_off") with { Organisation = organisation, Against = scenario.Baseline.Name };
                    steps.Add(new AnyAboveStep(AddOne(better, OutcomeKind.Chance), [gain + years - 1], HalfPenny));
                }
            }
        }
    }

    /// <summary>[option] the outcome of its whole run; none where not all have it.</summary>
    private ImmutableArray<int> OfAll(string measure) => Wholes(measure) is var found && found.Length == Options.Length ? found : [];

    private IEnumerable<Harm> Harms(ImmutableArray<int> outcomes, double sign) =>
        outcomes.IsEmpty ? [] : [new Harm(outcomes, outcomes[Options.IndexOf(scenario.BaselineOption)], sign)];

    /// <summary>How likely each option is the best, at each worth of a quality-adjusted life year, where the scenario weighs years of
    /// life.</summary>
    private void AddAcceptability()
    {
        var costs = Wholes("spend");
        var effects = Wholes(LifeYears);
        if (Options.Length == 1 || effects.Length < Options.Length)
        {
            return;
        }

        foreach (var worth in Acceptability.UsualWorths)
        {
            var first = outcomes.Count;
            outcomes.AddRange(
                Options.Select(option => new Outcome(Chance(option.Id.Name, Acceptability.MeasureAt(worth)), OutcomeKind.Chance, years - 1))
            );
            steps.Add(new BestStep(first, costs, effects, worth));
        }
    }

    /// <summary>How likely it is that a value is above nothing, that a ratio is above 1, that there is no ratio, and that it says little
    /// because next to nothing is put in.</summary>
    private void AddWorthwhile()
    {
        for (var row = appraised; row < FromLedgers; row++)
        {
            var about = outcomes[row].About;
            if (about.Measure.StartsWith(ValueLine.PutIn, StringComparison.Ordinal))
            {
                continue;
            }

            var isRatio = about.Unit == MeasureEntry.Ratio;
            var above = AddOne(Chance(about, isRatio ? $"{about.Measure}_above_1" : $"{about.Measure}_above_0"), OutcomeKind.Chance);
            steps.Add(new AnyAboveStep(above, [row], isRatio ? 1.0 : HalfPenny));
            if (isRatio)
            {
                steps.Add(new AbsentStep(AddOne(Chance(about, $"{about.Measure}_none"), OutcomeKind.Chance), row));
                steps.Add(new LittleCostStep(AddOne(Chance(about, $"{about.Measure}_little_cost"), OutcomeKind.Chance), row, SaysLittle));
            }
        }
    }

    /// <summary>[option] the outcome of its whole run, of all accounts; fewer where not all have it.</summary>
    private ImmutableArray<int> Wholes(string measure) =>
        [
            .. from option in Options
            from row in Enumerable.Range(0, outcomes.Count)
            where
                outcomes[row] is { Kind: OutcomeKind.Whole, About: { Organisation: "", Against: "" } about }
                && about.Measure == measure
                && about.Option == option.Id.Name
            select row,
        ];

    /// <summary>Money of several years is added up in the prices with which the scenario leads.</summary>
    private ImmutableArray<double> Weights(string measure) =>
        [.. Enumerable.Range(0, years).Select(year => IsReal && MeasureCatalogue.Find(measure)!.IsMoney ? deflator.Real(1.0, year) : 1.0)];

    private string LeadingBase => IsReal ? deflator.PriceBase : Headline.Nominal;

    private bool IsReal => scenario.Prices.ReportReal && deflator.IsStated;

    private int AddSeries(Subject about)
    {
        var first = AddYears(about);
        series.Add((about.Option, about.Against, about.Measure, about.Organisation, about.Fund), first);
        return first;
    }

    private int AddYears(Subject about)
    {
        var first = outcomes.Count;
        outcomes.AddRange(Enumerable.Range(0, years).Select(year => new Outcome(about, OutcomeKind.Yearly, year)));
        return first;
    }

    private int AddOne(Subject about, OutcomeKind kind)
    {
        var priced = kind == OutcomeKind.Whole && about.Unit == MeasureEntry.Money ? about with { PriceBase = LeadingBase } : about;
        outcomes.Add(new Outcome(priced, kind, years - 1));
        return outcomes.Count - 1;
    }

    private static Subject Total(string option, string measure) => new()
    {
        Option = option,
        Measure = measure,
        Unit = MeasureCatalogue.Find(measure)!.Unit is { Length: > 0 } unit ? unit : "contacts",
    };

    private static Subject Chance(Subject about, string measure) => Chance(about.Option, measure) with { Against = about.Against };

    private static Subject Chance(string option, string measure) =>
        new()
        {
            Option = option,
            Measure = measure,
            Unit = MeasureEntry.Probability,
        };
}
