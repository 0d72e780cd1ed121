using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>The answer in words: what is spent, why, and who gains and loses; the same plainly whichever way it goes.</summary>
internal sealed class Answer(AnswerReader reader, EvidenceRequest request)
{
    /// <summary>The answer in three sentences.</summary>
    public ImmutableArray<Prose> Sentences() =>
        reader.Featured is { } featured
            ? [Spending(featured), Why(featured), GainsWithRange(featured)]
            : [Alone(), Prose.Of("There is no other option to hold it against.")];

    /// <summary>What an option spends more or less, with its range.</summary>
    public Prose Spending(OptionId option)
    {
        var difference = reader.SpendDifference(option);
        var baseline = reader.Sum(reader.Scenario.Baseline, "spend");
        var share =
            baseline.Value > 0.0 && !Amount.IsNothing(difference.Value)
                ? $" ({Amount.Percent(Math.Abs(difference.Value) / baseline.Value)})"
                : "";
        var isNone = Amount.IsNothing(difference.Value);
        var prose = Prose
            .Of($"With {reader.Quoted(option)} ")
            .Then(difference, isNone ? "as much" : Titles.Against(difference.Value))
            .Then($"{share} is spent over {reader.Span} {(isNone ? "as" : "than")} with {reader.Quoted(reader.Scenario.Baseline)}, of ")
            .Then(baseline, Amount.Of(baseline.Value))
            .Then(", at central values");
        if (
            difference.Value < 0.0
            && reader.Sum(option, "left", isDifference: true) is { Value: > 0.0 } left
            && MoreOrFewer(left.Value) != MoreOrFewer(0.0)
        )
        {
            prose = prose.Then(", and ").Then(left, MoreOrFewer(left.Value)).Then(" contacts are left unmet");
        }

        return reader switch
        {
            { Made: null } => prose.Then("; how sure that is was not looked into, because nothing was drawn."),
            { Headlined: null } => prose.Then($".{reader.LeftOut}"),
            _ when reader.DrawnSpendDifference(option) is { } drawn => prose.Then(
                $"; with everything uncertain drawn the mean is {Titles.Against(drawn.Mean)}, and 8 in 10 draws lie between {Range(drawn)}."
            ),
            _ => prose.Then("."),
        };
    }

    /// <summary>Why there is no range.</summary>
    public Prose Unknown() =>
        Prose.Of(
            reader.Made is { } draws
                ? $"Not known.{LeftOutText.After(draws.Count)}"
                : "Not known: only central values were run. Draws give a range: --draws 10000."
        );

    /// <summary>What drives the featured option's difference.</summary>
    public Prose Why(OptionId option)
    {
        if (request.Waterfall is not { Bars.IsEmpty: false } waterfall)
        {
            return Prose.Of(
                $"{reader.Quoted(option)} differs from {reader.Quoted(reader.Scenario.Baseline)} in nothing that changes what is spent."
            );
        }

        var parts = waterfall
            .Bars.Select(bar => $"{The(bar.Driver)}{(bar.Driver == Titles.RuleInThePool ? "" : " alone")} {Titles.Against(bar.Value)}")
            .ToArray();
        var interaction = Amount.IsNothing(waterfall.Interaction)
            ? ""
            : $"; what they do together is {Titles.Against(waterfall.Interaction)}";
        return Prose.Of($"Of the difference in spending, {string.Join(", ", parts)}{interaction}.");
    }

    private static string The(string driver) => driver is "allocation rule" or Titles.RuleInThePool ? $"the {driver}" : driver;

    /// <summary>Who gains and loses money, and what leaves the place.</summary>
    public Prose Gains(OptionId option)
    {
        var prose = Prose.Of($"By {reader.Years[^1]}{AtCentral} ");
        var told = GainedBy(option)
            .Where(account => !Amount.IsNothing(account.Gain.Value))
            .OrderByDescending(account => account.Gain.Value)
            .ToArray();
        foreach (var (place, (title, _, gain)) in told.Index())
        {
            prose = prose
                .Then(
                    place == 0 ? $"{title} is "
                    : place == told.Length - 1 ? $" and {title} is "
                    : $", {title} is "
                )
                .Then(gain, Amount.Of(gain.Value))
                .Then(gain.Value > 0.0 ? " better off" : " worse off");
        }

        prose = prose.Then(
            told.Length == 0 ? "no organisation is better or worse off"
            : told.All(account => account.Gain.Value > 0.0) ? ", nobody is worse off"
            : told.All(account => account.Gain.Value < 0.0) ? ", nobody is better off"
            : ""
        );
        var leaves = reader.Sum(option, "leaves", isDifference: true);
        return Amount.IsNothing(leaves.Value)
            ? prose.Then(".")
            : prose
                .Then(", and ")
                .Then(leaves, Amount.Of(leaves.Value))
                .Then($" {(leaves.Value > 0.0 ? "more" : "less")} leaves the place for national bodies.");
    }

    private Prose GainsWithRange(OptionId option) =>
        reader.Headlined is null ? Gains(option) : Gains(option).Then(" ").Then(GainRange(option));

    /// <summary>Titles, names and gains to date of all accounts.</summary>
    public ImmutableArray<Gained> GainedBy(OptionId option) =>
        [
            .. from account in reader.Headline.Options.First(known => known.Option == option).Accounts
            where account.Gain is not null
            select new Gained(
                reader.TitleOf(account.Name),
                account.Name,
                reader.Sum(option, "gain_to_date", true, ("year", reader.Years[^1]), Column(account.Name), Other(account.Name))
            ),
        ];

    /// <summary>Where draws tell of more than central values, that these are meant.</summary>
    private string AtCentral => reader.Draws is null ? "" : ", at central values,";

    /// <summary>Who loses: money, and people who wait or go without.</summary>
    public Prose Losers(OptionId option)
    {
        var losers = GainedBy(option).Where(account => Amount.IsBelow(account.Gain.Value)).OrderBy(account => account.Gain.Value).ToArray();
        var prose = Prose.Of(losers.Length == 0 ? "No organisation loses money" : "");
        foreach (var (place, (title, _, gain)) in losers.Index())
        {
            prose = prose.Then(place == 0 ? $"{title} loses " : $", {title} loses ").Then(gain, Amount.Of(gain.Value));
        }

        prose = prose.Then($" by {reader.Years[^1]}{AtCentral.TrimEnd(',')}. ").Then(OnTheWay(option));
        var (left, waiting) = (reader.Sum(option, "left", true), reader.Sum(option, "waiting", true, ("year", reader.Years[^1])));
        prose = prose
            .Then(left, AnswerReader.Capital(MoreOrFewer(left.Value)))
            .Then(" contacts are left unmet and ")
            .Then(waiting, MoreOrFewer(waiting.Value))
            .Then(" wait at the end");
        var years = reader.Sum(option, "quality_adjusted_life_years", true);
        return years.Value == 0.0
            ? prose.Then(".")
            : prose.Then("; people live ").Then(years, MoreOrFewer(years.Value)).Then(" quality-adjusted years.");
    }

    /// <summary>A difference in people or contacts, in words.</summary>
    public static string MoreOrFewer(double difference) =>
        Amount.Count(difference) == Amount.Count(0.0) ? "no more" : $"{Amount.Count(difference)} {(difference < 0.0 ? "fewer" : "more")}";

    /// <summary>Who is worse off on the way than at the end.</summary>
    private Prose OnTheWay(OptionId option)
    {
        var worst =
            from account in GainedBy(option)
            let years = reader.Years.Select(year =>
                (Year: year, Number: reader.Sum(option, "gain_to_date", true, ("year", year), Column(account.Name), Other(account.Name)))
            )
            let lowest = years.MinBy(year => year.Number.Value)
            where Amount.IsBelow(lowest.Number.Value) && Amount.Of(lowest.Number.Value) != Amount.Of(account.Gain.Value)
            orderby lowest.Number.Value
            select (account.Title, lowest.Year, lowest.Number);
        return worst.FirstOrDefault() is { Title: not null } down
            ? Prose.Of($"On the way {down.Title} is ").Then(down.Number, Amount.Of(down.Number.Value)).Then($" worse off in {down.Year}. ")
            : new Prose([]);
    }

    private (string, string) Column(string account) => (IsPool(account) ? "fund" : "organisation", account);

    private (string, string) Other(string account) => (IsPool(account) ? "organisation" : "fund", "");

    private bool IsPool(string account) => reader.Headline.Baseline.Accounts.First(known => known.Name == account).Role == AccountRole.Pool;

    /// <summary>How sure the difference is.</summary>
    public Prose Sureness(OptionId option) =>
        reader.DrawnSpendDifference(option) is { } drawn
            ? Prose.Of($"8 in 10 draws lie between {Range(drawn)} ({reader.Counted}).{reader.LeftOut}")
            : Unknown();

    /// <summary>The pessimistic case.</summary>
    public Prose Pessimistic(OptionId option) =>
        reader.DrawnSpendDifference(option) is { } drawn
            ? Prose.Of(
                $"In one draw of ten {Titles.Against(drawn.At(90))} or worse is spent; in one of twenty {Titles.Against(drawn.At(95))} or worse.{reader.LeftOut}"
            )
        : request.Sensitivity is { Rows.IsEmpty: false } known
            ? Prose.Of(
                $"With {known.Rows.MaxBy(row => Math.Max(row.EffectAtLow, row.EffectAtHigh))!.Quantity} at its worse end it spends {Titles.Against(known.Rows.Max(row => Math.Max(row.EffectAtLow, row.EffectAtHigh)))}."
            )
        : Unknown();

    /// <summary>How sure it is who gains.</summary>
    public Prose GainRange(OptionId option) =>
        Prose.Of(
            Drawn(
                option,
                gain => $"between {Side(gain.At(10))} and {Side(gain.At(90))}",
                $"In 8 of 10 draws, by {reader.Years[^1]}: ",
                "No draw gives anybody more or less."
            )
        );

    /// <summary>What the worst draws take from whom.</summary>
    public Prose GainPessimistic(OptionId option) =>
        Prose.Of(Drawn(option, gain => $"{Side(gain.At(10))} or worse in one draw of ten", "", "No draw takes anything from anybody."));

    private string Drawn(OptionId option, Func<OutcomeSummary, string> tell, string before, string otherwise)
    {
        var told = from account in GainedBy(option)
                   let years = reader.DrawnGains(option, about => (IsPool(account.Name) ? about.Fund : about.Organisation) == account.Name)
                   where years is not null
                   let last = years[^1]
                   where !Amount.IsNothing(last.At(10)) || !Amount.IsNothing(last.At(90))
                   select $"{account.Title} {tell(last)}";
        var sentence = string.Join("; ", told);
        return sentence.Length == 0 ? $"{otherwise}{reader.LeftOut}" : $"{before}{sentence}.{reader.LeftOut}";
    }

    private static string Side(double gain) =>
        Amount.IsNothing(gain) ? "nothing" : $"{Amount.Of(gain)} {(gain < 0.0 ? "worse" : "better")} off";

    /// <summary>What it leans on most.</summary>
    public string LeansOn()
    {
        var numbers = reader.Scenario.Numbers;
        var assumed = numbers.Count(IsAssumed);
        var counts = string.Create(CultureInfo.InvariantCulture, $"{assumed:N0} of {numbers.Length:N0} numbers are assumptions");
        return request.Sensitivity is { Rows.IsEmpty: false } known
            ? $"{string.Join("; ", known.Rows.OrderByDescending(row => row.Swing).Take(3).Select(row => $"{row.Quantity} ({row.Low} to {row.High})"))}. {counts}."
            : $"{counts}. Which of them matter most was not looked into in this run.";
    }

    /// <summary>Whether a number is assumed rather than found.</summary>
    public bool IsAssumed(Quantity number) =>
        number.IsAssumption
        || (number.Source is { } source && reader.Scenario.Sources.Any(known => known.Id == source && known.IsAssumption));

    private Prose Alone()
    {
        var spend = reader.Sum(reader.Scenario.Baseline, "spend");
        return Prose
            .Of($"With {reader.Quoted(reader.Scenario.Baseline)} ")
            .Then(spend, Amount.Of(spend.Value))
            .Then($" is spent over {reader.Span}, at central values.");
    }

    private static string Range(OutcomeSummary drawn) => $"{Titles.Against(drawn.At(10))} and {Titles.Against(drawn.At(90))}";
}
