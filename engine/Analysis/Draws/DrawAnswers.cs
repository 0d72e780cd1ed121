using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What many draws of a scenario come to.</summary>
public sealed record DrawAnswers
{
    /// <summary>Seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Draws made, those that were stopped among them.</summary>
    public required long Draws { get; init; }

    /// <summary>Draws that broke a rule, by rule.</summary>
    public required ImmutableArray<StoppedDraws> Stopped { get; init; }

    /// <summary>The Monte Carlo error that was to be reached; null when a number of draws was asked.</summary>
    public required double? Until { get; init; }

    /// <summary>The largest Monte Carlo error of what was to reach it, as a share; not a number for one draw.</summary>
    public required double LargestError { get; init; }

    /// <summary>All outcomes.</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }

    /// <summary>[outcome] their distributions.</summary>
    public required ImmutableArray<OutcomeSummary> Summaries { get; init; }

    /// <summary>[outcome] what they are in draw 0.</summary>
    public required ImmutableArray<double> Central { get; init; }

    /// <summary>Draws one by one; null unless they were kept.</summary>
    public required KeptDraws? Kept { get; init; }

    /// <summary>How many draws were made and left out.</summary>
    public DrawCount Count => new(Draws, Stopped.Sum(rule => rule.Count));

    /// <summary>Draws that the summaries are of.</summary>
    public long Used => Count.Used;

    /// <summary>Whether there is a chance to tell: one draw has none.</summary>
    public bool HasChances => Used > 1;

    /// <summary>Tables with rows for each statistic of each outcome added.</summary>
    /// <param name="answers">The scenario's answers with central values.</param>
    public ImmutableArray<Table> AddTo(Answers answers)
    {
        var scenario = answers.Scenario;
        var deflator = new Deflator(scenario);
        var added = Enumerable.Range(0, Outcomes.Length)
            .Where(row => Outcomes[row].Kind != OutcomeKind.Whole || IsAppraised(Outcomes[row]))
            .SelectMany(row => Rows(scenario, deflator, Outcomes[row], Summaries[row], Central[row]))
            .Concat(Inaction(answers))
            .Concat(CountedOut(scenario));
        // Draws may choose another option than the central run does.
        var known = answers.Tables.Select(table => table with
        {
            Rows = table.Rows.RemoveAll(row => row.About.Measure == CostOfInaction.Measure),
        });
        return Table.Add([.. known], added);
    }

    /// <summary>The cost of inaction: what is spent more under the option that is chosen, with the other sign.</summary>
    private IEnumerable<Observation> Inaction(Answers answers) =>
        CostOfInaction.Of(answers, this) is not { Option: { } option } chosen
            ? []
            : chosen.Central(answers).Concat(
                from outcome in Outcomes.Index()
                where outcome.Item is { Kind: OutcomeKind.Yearly, About: { Measure: "spend_to_date", Organisation: "", Fund: "" } }
                    && outcome.Item.About.Option == option.Name
                from row in Rows(
                    chosen.AboutIn(answers.Scenario, outcome.Item.About.PriceBase),
                    answers.Scenario.Horizon.YearAt(outcome.Item.Year).ToString(),
                    Summaries[outcome.Index].Turned,
                    isChance: false)
                select row);

    /// <summary>The first outcome that is about something; null when there is none.</summary>
    public int? Find(OutcomeKind kind, Func<Subject, bool> about)
    {
        var found = Outcomes.Index().FirstOrDefault(entry => entry.Item.Kind == kind && about(entry.Item.About), (-1, null!)).Index;
        return found < 0 ? null : found;
    }

    /// <summary>Whether an outcome is of the appraisal, whose rows are of no year.</summary>
    private static bool IsAppraised(Outcome outcome) => MeasureCatalogue.Find(outcome.About.Measure)!.Table == MeasureEntry.AppraisalTable;

    /// <summary>For each option the share of draws that is left out of everything said of it.</summary>
    private IEnumerable<Observation> CountedOut(Scenario scenario) =>
        from option in Outcomes.Select(outcome => outcome.About.Option).Distinct()
        let about = new Subject { Option = option, Measure = "draws_left_out", Unit = MeasureEntry.Probability, Statistic = "mean" }
        select new Observation(about, scenario.Horizon.YearAt(scenario.Horizon.Years - 1).ToString(), null, Count.ShareLeftOut);

    private IEnumerable<Observation> Rows(Scenario scenario, Deflator deflator, Outcome outcome, OutcomeSummary summary, double central)
    {
        var about = outcome.About;
        var year = IsAppraised(outcome) ? "" : scenario.Horizon.YearAt(outcome.Year).ToString();
        if (about.Unit != MeasureEntry.Money || about.PriceBase.Length > 0)
        {
            return Central(about, 1.0)
                .Concat(Rows(about, year, summary, isChance: outcome.Kind is OutcomeKind.Chance or OutcomeKind.ChanceByYear));
        }

        var asPaid = about with { PriceBase = Headline.Nominal };
        var nominal = Central(asPaid, 1.0).Concat(Rows(asPaid, year, summary, isChance: false));
        if (!deflator.IsStated)
        {
            return nominal;
        }

        var real = about with { PriceBase = deflator.PriceBase };
        var factor = deflator.Real(1.0, outcome.Year);
        return nominal.Concat(Central(real, factor)).Concat(Rows(real, year, summary.Times(factor), isChance: false));

        IEnumerable<Observation> Central(Subject priced, double times) =>
            MeasureCatalogue.Find(about.Measure)!.IsOfDraws ? [new Observation(priced, year, null, central * times)] : [];
    }

    /// <summary>Rows of a distribution; of a ratio there is no deviation and no error, of what all draws lack nothing, and of one draw
    /// neither a chance nor a spread.</summary>
    private IEnumerable<Observation> Rows(Subject about, string year, OutcomeSummary summary, bool isChance)
    {
        if (isChance && !HasChances)
        {
            return [];
        }

        IEnumerable<(string Statistic, double Value)> all =
        [
            ("mean", summary.Mean),
            ("standard_error", summary.Error),
            .. isChance
                ? []
                : OutcomeSummary
                    .Percentiles.Zip(summary.Quantiles, (percentile, value) => ($"p{percentile}", value))
                    .Prepend(("sd", summary.Deviation)),
        ];
        return all.Where(one => !double.IsNaN(one.Value))
            .Select(one => new Observation(about with { Statistic = one.Statistic }, year, null, one.Value));
    }
}
