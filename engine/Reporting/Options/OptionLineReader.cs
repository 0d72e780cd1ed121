using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Reads the line of one option.</summary>
internal sealed class OptionLineReader(AnswerReader reader, EvidenceRequest request)
{
    // What is met of what is asked, less by so much than in the same year of the baseline, is a cut; so is a budget lower by so much.
    private const double PointsLess = 0.1;
    private const double BudgetLess = 0.1;
    private const double HalfAPenny = 0.005;

    private static readonly string[] NetValues = ["net_present_value_fiscal", "net_present_value_economic", "net_present_value_social"];

    // Contacts that are fewer are none: what is left of them is rounding.
    private const double NoContacts = 1e-6;

    /// <summary>Reads the line of options that are the same.</summary>
    public OptionLine Read(ImmutableArray<OptionId> same)
    {
        var option = same[0];
        var isBaseline = option == reader.Scenario.Baseline;
        var next = isBaseline ? null : NextYear(option);
        var (left, life) = (Amount(option, "left"), isBaseline ? null : LifeYears(option));
        return new OptionLine
        {
            Options = same,
            Titles = [.. same.Select(reader.TitleOf)],
            IsBaseline = isBaseline,
            Spent = reader.Headlined is null ? reader.Sum(option, "spend") : Mean(option, "spend_together"),
            Difference = isBaseline ? null : Difference(option),
            NextYear = next,
            InNextYear = next is { } year ? InYear(option, year) : null,
            Organisations = isBaseline ? [] : [.. Organisations(option)],
            Losses = isBaseline ? [] : [.. Losses(option)],
            Helped = Helped(option),
            TurnedAway = left,
            LifeYears = life,
            ForOnePound = isBaseline ? null : ForOnePound(option),
            Grades = request.Grades.TryGetValue(option, out var grades) ? grades : [],
            Harm = isBaseline ? null : Harm(left, Amount(reader.Scenario.Baseline, "left"), Lost(option, life)),
            Cheapest = Cheapest(same),
            WithoutEffect = [.. same.SelectMany(WithoutEffect).Distinct()],
            Payback = isBaseline ? new Payback(false, null) : Payback.Of([.. ToDate(option)]),
        };
    }

    private IEnumerable<string> WithoutEffect(OptionId option)
    {
        var sets = $"options.{option}.set.";
        var labels = new NumberLabels(reader.Scenario);
        return
            from finding in request.Record.Findings
            where finding.Code == RunFinding.NothingFollows && finding.Path.StartsWith(sets, StringComparison.Ordinal)
            select labels.Of(finding.Path[sets.Length..]);
    }

    private Ranged Difference(OptionId option) =>
        reader.Headlined is null
            ? new Ranged(reader.SpendDifference(option))
            : Range(option, "spend_to_date", reader.Years.Length - 1);

    private Ranged InYear(OptionId option, int year) =>
        reader.Headlined is null
            ? new Ranged(reader.Sum(option, "spend", true, ("year", reader.Years[year])))
            : Range(option, "spend_together", year);

    /// <summary>Mean and likely range of a difference; without the range where no headline may tell one.</summary>
    private Ranged Range(OptionId option, string measure, int year) =>
        reader.Headlined is null
            ? new Ranged(reader.OfDraws(option, measure, year, "mean")!)
            : new Ranged(
                reader.OfDraws(option, measure, year, "mean")!,
                reader.OfDraws(option, measure, year, "p10"),
                reader.OfDraws(option, measure, year, "p90")
            );

    /// <summary>[year] what is spent more up to its end.</summary>
    private IEnumerable<double> ToDate(OptionId option)
    {
        if (reader.Headlined is not null)
        {
            return Enumerable.Range(0, reader.Years.Length).Select(year => reader.OfDraws(option, "spend_to_date", year, "mean")!.Value);
        }

        var toDate = 0.0;
        return reader.ByYear(option, "spend", isDifference: true, _ => true).Select(more => toDate += more).ToArray();
    }

    private IEnumerable<OrganisationLine> Organisations(OptionId option) =>
        from account in reader.Headline.Baseline.Accounts
        where account.Role != AccountRole.Pool
        let last = reader.Years.Length - 1
        let toDate = reader.Range(option, "spend_to_date", last, account.Name)
        let more = reader.Headlined is null
            ? new Ranged(reader.Sum(option, "spend", true, ("organisation", account.Name)))
            : new Ranged(Mean(option, "spend", account.Name, isDifference: true), toDate?.Low, toDate?.High)
        select new OrganisationLine(
            account.Name,
            reader.TitleOf(account.Name),
            more,
            reader.Gain(option, account.Name, isPool: false, last)
        );

    private Cited? Helped(OptionId option)
    {
        string[] services =
        [
            .. reader.Scenario.BaselineOption.Place.Services.Where(service => service.Duty == Duty.Discretionary)
                .Select(service => service.Id.Name),
        ];
        return services.Length == 0 ? null
            : reader.Headlined is not null ? Mean(option, "helped")
            : reader.SumOfAny(option, "delivered", "service", services);
    }

    /// <summary>An amount over all years: mean over draws, or of the central run.</summary>
    private Cited Amount(OptionId option, string measure) =>
        reader.Headlined is null ? reader.Sum(option, measure) : Mean(option, measure);

    private Cited? LifeYears(OptionId option) =>
        reader.Rows(option, "quality_adjusted_life_years", isDifference: true).Any()
            ? reader.Headlined is null
                ? reader.Sum(option, "quality_adjusted_life_years", isDifference: true)
                : Mean(option, "quality_adjusted_life_years", isDifference: true)
            : null;

    /// <summary>Life that is lost: years of it where they are weighed, else deaths more than in the baseline.</summary>
    private double Lost(OptionId option, Cited? lifeYears) =>
        lifeYears is not null ? 0.0 - lifeYears.Value
        : reader.Headlined is null ? reader.Sum(option, "deaths", isDifference: true).Value
        : Mean(option, "deaths", isDifference: true).Value;

    private static string? Harm(Cited left, Cited baseline, double lost)
    {
        const double Rounding = 1e-9;
        var turnsAway = left.Value - baseline.Value > Rounding * Math.Max(1.0, baseline.Value);
        var losesLife = lost > Rounding * Math.Max(1.0, baseline.Value);
        return (turnsAway, losesLife) switch
        {
            (true, true) => "turns more people away and loses life",
            (true, false) => "turns more people away",
            (false, true) => "loses life",
            _ => null,
        };
    }

    private ForOnePound? ForOnePound(OptionId option)
    {
        const string Ratio = "benefit_cost_ratio_public";
        if (reader.Headlined is not null)
        {
            return reader.OfDraws(option, Ratio, Last, "mean") is not { } mean
                ? null
                : new(
                    mean,
                    AnswerReader.SumOfMeasures(NetValues, measure => reader.OfDraws(option, measure, Last, "mean")),
                    reader.OfDraws(option, $"{Ratio}_little_cost", Last, "mean")
                );
        }

        return reader.Rows(option, Ratio, isDifference: true).Any()
            ? new(
                reader.Sum(option, Ratio, isDifference: true),
                AnswerReader.SumOfMeasures(NetValues, measure => reader.Sum(option, measure, isDifference: true)),
                LittleCost: null
            )
            : null;
    }

    private int Last => reader.Years.Length - 1;

    /// <summary>The chance of options that are the same is told once: draws share it among them.</summary>
    private Cited? Cheapest(ImmutableArray<OptionId> same)
    {
        if (reader.Headlined is null || !reader.Headlined.HasChances)
        {
            return null;
        }

        var each = reader.OfDraws(same[0], "cheapest", reader.Years.Length - 1, "mean", isDifference: false)!;
        return same.Length == 1
            ? each
            : each with
            {
                Value = each.Value * same.Length,
                Of = each.Of.Replace($"option={same[0]}", $"option={string.Join('|', same)}", StringComparison.Ordinal),
            };
    }

    /// <summary>The mean of a yearly outcome, all years added up.</summary>
    private Cited Mean(OptionId option, string measure, string organisation = "", bool isDifference = false) =>
        reader.MeanOverYears(option, measure, organisation, isDifference);

    /// <summary>The first year in which any number differs from the baseline's.</summary>
    private int? NextYear(OptionId option)
    {
        var first = MeasureCatalogue
            .All.Where(measure => measure.Table != MeasureEntry.AppraisalTable)
            .SelectMany(measure => reader.Rows(option, measure.Name, isDifference: true))
            .Where(row => row.Value != 0.0 && reader.Years.Contains(row.Year))
            .Select(row => reader.Years.IndexOf(row.Year))
            .DefaultIfEmpty(-1)
            .Min();
        return first < 0 ? null : first;
    }

    /// <summary>Services that end or are cut. Fewer that ask are no cut: what counts is the share of them that is served, and money that
    /// somebody decides on.</summary>
    private IEnumerable<ServiceLoss> Losses(OptionId option)
    {
        var baseline = reader.Scenario.Baseline;
        foreach (var service in reader.Scenario.BaselineOption.Place.Services)
        {
            var (asked, askedBefore) = (Of(option, "asked"), Of(baseline, "asked"));
            var (given, givenBefore) = (Of(option, "delivered"), Of(baseline, "delivered"));
            var (budget, budgetBefore) = (Of(option, "budget"), Of(baseline, "budget"));
            int[] years = [.. Enumerable.Range(0, reader.Years.Length).Where(IsCut)];
            if (years.Length > 0)
            {
                var ends = years.Where(Ends).DefaultIfEmpty(-1).First();
                yield return new ServiceLoss(
                    service.Id.Name,
                    Harmless.Text(service.Title),
                    ends >= 0,
                    ends >= 0 ? ends : years[0]
                );
            }

            bool Ends(int year) => given[year] <= NoContacts && asked[year] > NoContacts && givenBefore[year] > NoContacts;

            bool IsCut(int year) =>
                Ends(year)
                || Met(given[year], asked[year]) <= Met(givenBefore[year], askedBefore[year]) - PointsLess
                || (service.Duty == Duty.Discretionary && budget[year] < ((1.0 - BudgetLess) * budgetBefore[year]) - HalfAPenny);

            ImmutableArray<double> Of(OptionId of, string measure) =>
                reader.ByYear(of, measure, isDifference: false, about => about.Service == service.Id.Name);
        }

        static double Met(double given, double asked) => asked > NoContacts ? given / asked : 1.0;
    }
}
