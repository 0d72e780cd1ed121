using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What stands around claims: why, who gains and who loses, how sure that is; the same plainly whichever way it goes.</summary>
internal sealed class Answer(AnswerReader reader, EvidenceRequest request)
{
    /// <summary>Why there is no range.</summary>
    public Prose Unknown() =>
        Prose.Of(
            reader.TooNarrow is { } narrow ? $"Not known. {narrow}"
            : reader.Made is { } draws ? $"Not known.{LeftOutText.After(draws.Count)}"
            : reader.Scenario.HasRanges ? "Not known: only central values were run. Draws give a range: --draws 1000."
            : "Not known: no number has a range."
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
            .Bars.Select(bar => $"{The(bar.Driver)}{(DriverNames.IsRuleOfArrangement(bar.Driver) ? "" : " alone")} {Titles.Against(bar.Value)}")
            .ToArray();
        var interaction = Amount.IsNothing(waterfall.Interaction)
            ? ""
            : $"; what they do together is {Titles.Against(waterfall.Interaction)}";
        return Prose.Of($"Of the difference in spending, {string.Join(", ", parts)}{interaction}.");
    }

    private static string The(string driver) =>
        driver is "allocation rule" or DriverNames.Reorganisation or DriverNames.Both || DriverNames.IsRuleOfArrangement(driver)
            ? $"the {driver}"
            : driver;

    /// <summary>Titles, names and gains to date of all accounts.</summary>
    public ImmutableArray<Gained> GainedBy(OptionId option) =>
        [
            .. from account in reader.Headline.Options.First(known => known.Option == option).Accounts
            where account.Gain is not null
            let gain = reader.Gain(option, account.Name, IsPool(account.Name), reader.Years.Length - 1).Middle
            select new Gained(reader.TitleOf(account.Name), account.Name, gain),
        ];

    /// <summary>Where draws tell of more than central values, that the mean is meant.</summary>
    private string OnAverage => reader.Headlined is null ? "" : " on average";

    /// <summary>Who loses: money, and people who wait or go without.</summary>
    public Prose Losers(OptionId option)
    {
        var losers = GainedBy(option).Where(account => Amount.IsBelow(account.Gain.Value)).OrderBy(account => account.Gain.Value).ToArray();
        var prose = Prose.Of(losers.Length == 0 ? "No organisation is worse off" : "Worse off: ");
        foreach (var (place, (title, _, gain)) in losers.Index())
        {
            prose = prose.Then($"{(place == 0 ? "" : ", ")}{title} by ").Then(gain, Amount.Of(gain.Value));
        }

        prose = prose.Then($" by {reader.Years[^1]}{OnAverage}. ").Then(OnTheWay(option));
        var left = reader.Amount(option, "left", isDifference: true);
        var waiting =
            reader.Range(option, "waiting", reader.Years.Length - 1)?.Middle
            ?? reader.Sum(option, "waiting", true, ("year", reader.Years[^1]));
        prose = prose
            .Then(left, AnswerReader.Capital(MoreOrFewer(left.Value)))
            .Then(" contacts are turned away and ")
            .Then(waiting, MoreOrFewer(waiting.Value))
            .Then(" wait at the end");
        var years = reader.Rows(option, "quality_adjusted_life_years", isDifference: true).Any()
            ? reader.Amount(option, "quality_adjusted_life_years", isDifference: true)
            : null;
        return years is null or { Value: 0.0 }
            ? prose.Then(".")
            : prose.Then("; people live ").Then(years, MoreOrFewer(years.Value)).Then(" quality-adjusted years.");
    }

    /// <summary>A difference in people or contacts, in words.</summary>
    public static string MoreOrFewer(double difference) =>
        Amount.Count(difference) == Amount.Count(0.0) ? "no more" : $"{Amount.Count(difference)} {(difference < 0.0 ? "fewer" : "more")}";

    /// <summary>Who is worse off on the way than at the end, or that nobody is.</summary>
    public Prose OnTheWayOrNobody(OptionId option) =>
        OnTheWay(option) is { Pieces.IsEmpty: false } down ? down : Prose.Of("Nobody is worse off on the way than at the end.");

    /// <summary>Who is worse off on the way than at the end.</summary>
    private Prose OnTheWay(OptionId option)
    {
        var worst =
            from account in GainedBy(option)
            let years = reader.Years.Select(year =>
                (Year: year, Number: reader.Gain(option, account.Name, IsPool(account.Name), reader.Years.IndexOf(year)).Middle)
            )
            let lowest = years.MinBy(year => year.Number.Value)
            where Amount.IsBelow(lowest.Number.Value) && Amount.Of(lowest.Number.Value) != Amount.Of(account.Gain.Value)
            orderby lowest.Number.Value
            select (account.Title, lowest.Year, lowest.Number);
        return worst.FirstOrDefault() is { Title: not null } down
            ? Prose.Of($"On the way, worse off in {down.Year}: {down.Title} by ").Then(down.Number, Amount.Of(down.Number.Value)).Then(". ")
            : new Prose([]);
    }

    private bool IsPool(string account) => reader.Headline.Baseline.Accounts.First(known => known.Name == account).Role == AccountRole.Pool;

    /// <summary>How sure the difference is.</summary>
    public Prose Sureness(OptionId option) =>
        reader.Headlined is not null && reader.Range(option, "spend_to_date", reader.Years.Length - 1) is { Low: { } low, High: { } high }
            ? Prose.Of("Likely range: ").Then(Figures.Range(low, high, " more", " less")).Then($" ({reader.Counted}).{reader.LeftOut}")
            : Unknown();

    /// <summary>The pessimistic case.</summary>
    public Prose Pessimistic(OptionId option) =>
        reader.Headlined is not null && reader.DrawnSpendDifference(option) is { } drawn
            ? Prose.Of(
                $"In 10 of 100 simulations {Titles.Against(drawn.At(90))} or worse is spent; in 5 of 100 {Titles.Against(drawn.At(95))} or worse.{reader.LeftOut}"
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
                $"Likely ranges by {reader.Years[^1]}: ",
                "No simulation gives anybody more or less."
            )
        );

    /// <summary>What the worst draws take from whom.</summary>
    public Prose GainPessimistic(OptionId option) =>
        Prose.Of(
            Drawn(
                option,
                gain => $"{Side(gain.At(10))} or worse in 10 of 100 simulations",
                "",
                "No simulation takes anything from anybody."
            )
        );

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
        var sources = TrustStory.Sources(reader.Scenario);
        return request.Sensitivity is { Rows.IsEmpty: false } known
            ? $"{string.Join("; ", known.Rows.OrderByDescending(row => row.Swing).Take(3).Select(row => $"{row.Quantity} ({row.Low} to {row.High})"))}. {sources}"
            : sources;
    }

    /// <summary>Whether a number is assumed rather than found.</summary>
    public bool IsAssumed(Quantity number) => TrustStory.IsAssumed(reader.Scenario, number);
}
