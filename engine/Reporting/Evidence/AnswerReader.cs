using System.Collections.Concurrent;
using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Finds numbers among the answers, and says where they stand; names in it are harmless.</summary>
internal sealed class AnswerReader
{
    private readonly EvidenceRequest request;
    private readonly Dictionary<string, string> titles;
    private readonly string presentPrices;
    private readonly ConcurrentDictionary<
        (OptionId Option, string Measure, bool IsDifference, string Column),
        ILookup<string?, Observation>
    > byColumn = [];
    private readonly Lazy<Dictionary<(string Option, string Against, string Measure, string Account, int Year), int>> drawn;

    /// <summary>Prepares to read.</summary>
    public AnswerReader(EvidenceRequest request)
    {
        this.request = request;
        Headline = Headline.From(request.Answers);
        presentPrices = new Deflator(Scenario).PriceBase;
        drawn = new(() =>
            Draws!
                .Outcomes.Index()
                .Where(outcome =>
                    (outcome.Item.Kind != OutcomeKind.Whole || IsAppraised(outcome.Item.About.Measure))
                    && (
                        outcome.Item.About.PriceBase.Length == 0
                        || outcome.Item.About.PriceBase == (IsAppraised(outcome.Item.About.Measure) ? presentPrices : Headline.PriceBase)
                    )
                )
                .ToDictionary(outcome => KeyOf(outcome.Item), outcome => outcome.Index)
        );
        Years = [.. Enumerable.Range(0, Scenario.Horizon.Years).Select(year => Scenario.Horizon.YearAt(year).ToString())];
        Featured = request.Record.Featured;
        var pools = Named(
            request
                .Answers.Options.SelectMany(option => option.Places)
                .SelectMany(place => place.Governance.Funds)
                .Where(fund => fund.Pool is not null)
                .Select(fund => fund.Id.Name)
        );
        titles = request
            .Answers.Options.SelectMany(option => option.Place.Organisations)
            .DistinctBy(known => known.Id)
            .Select(known => KeyValuePair.Create(known.Id.Name, Harmless.Text(known.Title)))
            .Concat(pools)
            .DistinctBy(known => known.Key)
            .ToDictionary();
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario => request.Answers.Scenario;

    /// <summary>What is asked first.</summary>
    public Headline Headline { get; }

    /// <summary>Names of the years.</summary>
    public ImmutableArray<string> Years { get; }

    /// <summary>The option that charts of one option show; null where the baseline ran alone.</summary>
    public OptionId? Featured { get; }

    /// <summary>The baseline's name.</summary>
    public string Baseline => Scenario.Baseline.Name;

    /// <summary>The options, the baseline first.</summary>
    public IEnumerable<Option> Options => request.Answers.Options.OrderByDescending(option => option.Id == Scenario.Baseline);

    /// <summary>The options beside the baseline.</summary>
    public IEnumerable<Option> Others => request.Answers.Options.Where(option => option.Id != Scenario.Baseline);

    /// <summary>What the draws come to; null where nothing was drawn, or where too few are left to tell anything of them.</summary>
    public DrawAnswers? Draws => Made is { Count.Telling: not DrawTelling.CentralAlone } draws ? draws : null;

    /// <summary>What the draws come to as far as headlines and titles may tell it; null where they may not.</summary>
    public DrawAnswers? Headlined => Made is { Count.Telling: DrawTelling.All } draws && TooNarrow is null ? draws : null;

    /// <summary>Why a range is too narrow to be used; null where it is not, or where that was not looked into.</summary>
    public string? TooNarrow =>
        Made is not null ? NarrowRange.Sentence(request.Coverage) : null;

    /// <summary>Why the run with central values leads although something was drawn, after other words; empty where nothing was.</summary>
    public string WhyCentral => Made is null ? "" : TooNarrow is { } narrow ? $" {narrow}" : LeftOut;

    /// <summary>The draws that were made, whatever may be told of them; null where nothing was drawn.</summary>
    public DrawAnswers? Made => request.Record.Draws;

    /// <summary>How many draws there are, in few words; where nothing was drawn, that values are central.</summary>
    public string Counted => Made is { } draws ? LeftOutText.Counted(draws.Count, draws.Seed) : "central values";

    /// <summary>That draws are left out, after other words; empty where none is.</summary>
    public string LeftOut => LeftOutText.After(Made?.Count);

    /// <summary>The years covered, in words.</summary>
    public string Span => Years.Length == 1 ? "1 year" : $"{Years.Length} years";

    /// <summary>How money is priced, in words.</summary>
    public string Pricing => Headline.IsReal ? $"{Headline.PriceBase} prices" : "cash, not adjusted for prices";

    /// <summary>The place and the years, as subtitles say them.</summary>
    public string PlaceAndYears => $"{Harmless.Text(Scenario.Title)}, {(Years.Length == 1 ? Years[0] : $"{Years[0]} to {Years[^1]}")}";

    /// <summary>An option's title.</summary>
    public string TitleOf(OptionId option) => Harmless.Text(request.Answers.Options.First(known => known.Id == option).Title);

    /// <summary>An option's title in quotation marks, so that a sentence can hold it.</summary>
    public string Quoted(OptionId option) => $"‘{TitleOf(option)}’";

    /// <summary>A sentence with the titles of options in the place of their names.</summary>
    public string Titled(string sentence) =>
        Options.Aggregate(Harmless.Text(sentence), (told, option) => told.Replace($"'{option.Id}'", Quoted(option.Id), StringComparison.Ordinal));

    /// <summary>An organisation's title, or the name of a fund.</summary>
    public string TitleOf(string organisation) => titles.GetValueOrDefault(organisation) ?? Harmless.Text(Spaced(organisation));

    /// <summary>A name of the format as words.</summary>
    public static string Spaced(string name) => name.Replace('_', ' ');

    /// <summary>What to print for areas, need states or tiers, which have names alone; by name.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="taken">What else stands in the same chart.</param>
    public static IReadOnlyDictionary<string, string> Named(IEnumerable<string> names, params IReadOnlyList<string> taken)
    {
        string[] all = [.. names.Distinct()];
        var alike = TitlesApart.Alike(all.Select(name => (name, Spaced(name))), taken);
        return all.ToDictionary(name => name, name => Harmless.Text(alike.Contains(name) ? $"{Spaced(name)} ({name})" : Spaced(name)));
    }

    /// <summary>The same with a capital at its start.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>All observations of a measure in the leading price base, without steps.</summary>
    public IEnumerable<Observation> Rows(OptionId option, string measure, bool isDifference = false) =>
        request
            .Answers.Rows(option.Name, isDifference ? Baseline : "", measure)
            .Where(row =>
                row.Step is null
                && (row.About.PriceBase.Length == 0 || row.About.PriceBase == (IsAppraised(measure) ? presentPrices : Headline.PriceBase))
            );

    /// <summary>The sum of some observations, with where they stand.</summary>
    /// <param name="option">Option.</param>
    /// <param name="measure">Measure.</param>
    /// <param name="isDifference">Whether it is held against the baseline.</param>
    /// <param name="where">Columns and what they hold.</param>
    public Cited Sum(OptionId option, string measure, bool isDifference = false, params IReadOnlyList<(string Column, string Name)> where)
    {
        var found = where is [var (first, name), ..]
            ? RowsBy(option, measure, isDifference, first)[name]
            : Rows(option, measure, isDifference);
        var rows = found.Where(row => where.Skip(1).All(column => row.Text(column.Column) == column.Name)).ToArray();
        var price = rows.Select(row => row.About.PriceBase).FirstOrDefault("");
        IEnumerable<(string, string)> columns =
        [
            ("measure", measure),
            ("option", option.Name),
            ("against", isDifference ? Baseline : ""),
            ("step", ""),
            .. price.Length > 0 ? [("price_base", price)] : Array.Empty<(string, string)>(),
            .. where,
        ];
        return new Cited(rows.Sum(row => row.Value), string.Join(';', columns.Select(column => $"{column.Item1}={column.Item2}")));
    }

    /// <summary>The sum of observations in which a column holds one of several names.</summary>
    /// <param name="option">Option.</param>
    /// <param name="measure">Measure.</param>
    /// <param name="column">Column.</param>
    /// <param name="names">What it may hold.</param>
    public Cited SumOfAny(OptionId option, string measure, string column, IReadOnlyList<string> names)
    {
        var parts = names.Select(name => Sum(option, measure, false, (column, name))).ToArray();
        return new Cited(
            parts.Sum(part => part.Value),
            parts[0].Of.Replace($"{column}={names[0]}", $"{column}={string.Join('|', names)}", StringComparison.Ordinal)
        );
    }

    /// <summary>The sum of several measures, those of them that are there.</summary>
    /// <param name="measures">The measures; the first is there.</param>
    /// <param name="of">Finds the number of a measure.</param>
    public static Cited SumOfMeasures(IReadOnlyList<string> measures, Func<string, Cited?> of)
    {
        var parts = measures.Select(of).ToArray();
        return new Cited(
            parts.Sum(part => part?.Value ?? 0.0),
            parts[0]!.Of.Replace($"measure={measures[0]}", $"measure={string.Join('|', measures)}", StringComparison.Ordinal)
        );
    }

    /// <summary>The mean over draws of a yearly number, all years added up; of several accounts of the place, or of one
    /// organisation.</summary>
    /// <param name="option">Option.</param>
    /// <param name="measure">Measure.</param>
    /// <param name="organisation">Organisation; empty for the place.</param>
    /// <param name="isDifference">Whether it is held against the baseline.</param>
    public Cited MeanOverYears(OptionId option, string measure, string organisation = "", bool isDifference = false)
    {
        var against = isDifference ? Baseline : "";
        var deflator = new Deflator(Scenario);
        var isMoney = MeasureCatalogue.Find(measure)!.IsMoney;
        var sum = 0.0;
        foreach (var (row, outcome) in Draws!.Outcomes.Index())
        {
            var about = outcome.About;
            if (
                outcome.Kind == OutcomeKind.Yearly
                && about.Option == option.Name
                && about.Against == against
                && about.Measure == measure
                && about.Organisation == organisation
                && about.Fund.Length == 0
            )
            {
                var mean = Draws.Summaries[row].Mean;
                sum += isMoney && Headline.IsReal ? deflator.Real(mean, outcome.Year) : mean;
            }
        }

        var price = isMoney ? $";price_base={Headline.PriceBase}" : "";
        return new Cited(
            sum,
            $"measure={measure};option={option.Name};against={against};organisation={organisation};fund=;statistic=mean{price}"
        );
    }

    /// <summary>All observations of a measure by what stands in a column, so that a table of many lines looks through them once.</summary>
    private ILookup<string?, Observation> RowsBy(OptionId option, string measure, bool isDifference, string column) =>
        byColumn.GetOrAdd((option, measure, isDifference, column), _ =>
            Rows(option, measure, isDifference).ToLookup(row => row.Text(column))
        );

    /// <summary>[year] the sum of some observations.</summary>
    public ImmutableArray<double> ByYear(OptionId option, string measure, bool isDifference, Func<Subject, bool> about)
    {
        var sums = new double[Years.Length];
        foreach (var row in Rows(option, measure, isDifference).Where(row => about(row.About)))
        {
            sums[Years.IndexOf(row.Year)] += row.Value;
        }

        return [.. sums];
    }

    /// <summary>What an option spends over all years more than the baseline.</summary>
    public Cited SpendDifference(OptionId option) => Sum(option, "spend", isDifference: true);

    /// <summary>The distribution of what an option spends over all years more than the baseline; null where nothing was drawn.</summary>
    public OutcomeSummary? DrawnSpendDifference(OptionId option) =>
        Draws?.Find(OutcomeKind.Whole, about =>
            about.Measure == "spend" && about.Organisation.Length == 0 && about.Option == option.Name && about.Against == Baseline
        )
            is { } row
            ? Draws.Summaries[row]
            : null;

    /// <summary>A number of an option in a year, less that of the baseline, with its likely range; null where no headline may tell of
    /// draws, and the run with central values leads.</summary>
    /// <param name="option">Option.</param>
    /// <param name="measure">Measure.</param>
    /// <param name="year">Row of the year.</param>
    /// <param name="account">Organisation or fund; empty for all together.</param>
    public Ranged? Range(OptionId option, string measure, int year, string account = "") =>
        Headlined is null || OfDraws(option, measure, year, "mean", account: account) is not { } mean
            ? null
            : new Ranged(
                mean,
                OfDraws(option, measure, year, "p10", account: account),
                OfDraws(option, measure, year, "p90", account: account)
            );

    /// <summary>What an account has gained up to a year: the mean over draws with its likely range, or that of the central run.</summary>
    public Ranged Gain(OptionId option, string account, bool isPool, int year) =>
        Range(option, "gain_to_date", year, account)
        ?? new Ranged(
            Sum(
                option,
                "gain_to_date",
                true,
                ("year", Years[year]),
                (isPool ? "fund" : "organisation", account),
                (isPool ? "organisation" : "fund", "")
            )
        );

    /// <summary>An amount over all years: the mean over draws, or that of the central run.</summary>
    public Cited Amount(OptionId option, string measure, bool isDifference = false) =>
        Headlined is null ? Sum(option, measure, isDifference) : MeanOverYears(option, measure, isDifference: isDifference);

    /// <summary>[year] the distribution of what an account has gained to date, in the leading prices; null where nothing was
    /// drawn.</summary>
    public IReadOnlyList<OutcomeSummary>? DrawnGains(OptionId option, Func<Subject, bool> of)
    {
        if (Draws is null)
        {
            return null;
        }

        OutcomeSummary[] found =
        [
            .. Draws
                .Outcomes.Index()
                .Where(outcome => outcome.Item.Kind == OutcomeKind.Yearly && IsGain(outcome.Item.About))
                .OrderBy(outcome => outcome.Item.Year)
                .Select(outcome => Draws.Summaries[outcome.Index]),
        ];
        return found.Length == Years.Length ? found : null;

        bool IsGain(Subject about) =>
            about.Measure == "gain_to_date"
            && about.Option == option.Name
            && about.Against == Baseline
            && about.PriceBase == Headline.PriceBase
            && of(about);
    }

    /// <summary>A number of what draws leave of an option in a year; null where nothing was drawn, or where there is no such
    /// number.</summary>
    /// <remarks>What the appraisal counts is of no year; it stands with the last.</remarks>
    /// <param name="option">Option.</param>
    /// <param name="measure">Measure.</param>
    /// <param name="year">Row of the year.</param>
    /// <param name="statistic">As the tidy files name it: <c>central</c>, <c>mean</c>, or a percentile that is told.</param>
    /// <param name="isDifference">Whether it is held against the baseline.</param>
    /// <param name="account">Organisation or fund; empty for all together.</param>
    public Cited? OfDraws(OptionId option, string measure, int year, string statistic, bool isDifference = true, string account = "")
    {
        var against = isDifference ? Baseline : "";
        if (Draws is null || !drawn.Value.TryGetValue((option.Name, against, measure, account, year), out var row))
        {
            return null;
        }

        var about = Draws.Outcomes[row].About;
        var value = statistic switch
        {
            "central" => Draws.Central[row],
            "mean" => Draws.Summaries[row].Mean,
            "standard_error" => Draws.Summaries[row].Error,
            _ => Draws.Summaries[row].At(int.Parse(statistic.AsSpan(1), CultureInfo.InvariantCulture)),
        };
        if (double.IsNaN(value))
        {
            return null;
        }

        var price = about.Unit != MeasureEntry.Money ? "" : about.PriceBase.Length > 0 ? about.PriceBase : Headline.PriceBase;
        var priced = price.Length > 0 && about.PriceBase.Length == 0 && Headline.IsReal ? new Deflator(Scenario).Real(value, year) : value;
        return new Cited(
            priced,
            $"measure={measure};option={option.Name};against={against};year={(IsAppraised(measure) ? "" : Years[year])};organisation={about.Organisation};fund={about.Fund};statistic={statistic}{(price.Length > 0 ? $";price_base={price}" : "")}"
        );
    }

    private static (string, string, string, string, int) KeyOf(Outcome outcome) =>
        (
            outcome.About.Option,
            outcome.About.Against,
            outcome.About.Measure,
            outcome.About.Organisation + outcome.About.Fund,
            outcome.Year
        );

    private static bool IsAppraised(string measure) => MeasureCatalogue.Find(measure)!.Table == MeasureEntry.AppraisalTable;
}
