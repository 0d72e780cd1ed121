using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Titles that state what a chart shows, in ten words at most; each follows from the numbers, whichever way they go.</summary>
/// <remarks>What a rule does, what money does and what pooling does are told apart by runs in which one of them alone is
/// switched.</remarks>
internal sealed class Titles
{
    private const double Material = 0.05;
    private const string Pooling = "pooling";
    private const string Rule = "allocation rule";

    /// <summary>What a rule does in one fund and not in several.</summary>
    public const string RuleInThePool = "rule in the pool";

    private const string Money = "money put in";
    private const int MostNameWords = 3;

    private readonly AnswerReader reader;
    private readonly Waterfall? waterfall;
    private readonly ImmutableArray<string> drivers;

    /// <summary>Looks at what drives the featured option.</summary>
    public Titles(AnswerReader reader, Waterfall? waterfall)
    {
        this.reader = reader;
        this.waterfall = waterfall;
        var all = waterfall?.Bars.Sum(bar => Math.Abs(bar.Value)) ?? 0.0;
        drivers =
        [
            .. waterfall
                ?.Bars.Where(bar => Math.Abs(bar.Value) >= all * Material)
                .Select(bar => bar.Driver == RuleInThePool ? Rule : bar.Driver)
                .Distinct()
                ?? [],
        ];
    }

    /// <summary>What the featured option is, in four words at most.</summary>
    public string Phrase
    {
        get
        {
            if (waterfall is null || drivers.IsEmpty)
            {
                return IsPool ? "Pooling" : "This option";
            }

            return (Has(Pooling), Has(Rule), Has(Money), drivers.Length) switch
            {
                (true, false, false, 1) => waterfall.Bars.Length == 1 ? "Pooling alone" : "Pooling",
                (true, true, false, 2) => IsNewRule ? "Pooling with new rule" : "Pooling and its rule",
                (true, false, true, 2) => "Pooling with changed money",
                (true, _, _, _) => "Pooling with other changes",
                (_, true, false, 1) => !IsNewRule ? "The pool's rule" : IsPool ? "A new rule, pooled" : "New rule, without pooling",
                (_, false, true, 1) => IsPool ? "Money put in, pooled" : "Money alone, without pooling",
                _ => IsPool ? "Other changes than pooling" : "These changes, without pooling",
            };
        }
    }

    /// <summary>Whether the rule changes anything by itself, so that it is another than the baseline's.</summary>
    private bool IsNewRule => waterfall!.Bars.Any(bar => bar.Driver == Rule);

    /// <summary>Whether the featured option pools money that the baseline does not.</summary>
    private bool IsPool => reader.Options.First(option => option.Id == reader.Featured).Place.Governance.Kind == GovernanceKind.Pooled
        && reader.Scenario.BaselineOption.Place.Governance.Kind != GovernanceKind.Pooled;

    /// <summary>What options spend against the baseline; where less is spent because less is done, that too.</summary>
    public string Difference()
    {
        var featured = reader.Featured!.Value;
        var whole = reader.SpendDifference(featured).Value;
        var left = reader.Sum(featured, "left", isDifference: true).Value;
        var unmet =
            whole < 0.0 && left > 0.0 && Answer.MoreOrFewer(left) != Answer.MoreOrFewer(0.0)
                ? $", and {Answer.MoreOrFewer(left)} unmet"
                : "";
        if (reader.Headlined is not null && reader.DrawnSpendDifference(featured) is { } drawn)
        {
            var range = $"{Phrase}: {Between(drawn.At(10), drawn.At(90))}";
            return Capped(range + unmet, range);
        }

        var told = Capped($"{Phrase}: {Against(whole)}{unmet}", $"{Against(whole)}{unmet}");
        if (unmet.Length == 0 && waterfall is { Bars.Length: > 1 } && Has(Pooling) && drivers.Length == 2
            && waterfall.Bars.FirstOrDefault(bar => bar.Driver == drivers.First(driver => driver != Pooling)) is { } other)
        {
            var name =
                other.Driver == Rule ? "New rule alone"
                : other.Driver == Money ? "Money put in alone"
                : $"{AnswerReader.Capital(other.Driver)} alone";
            return Capped($"{name}: {Against(other.Value)}; with pooling: {Against(whole)}", told);
        }

        return unmet.Length > 0 ? told : Capped($"{told} over {reader.Span}", told);
    }

    /// <summary>Who gains.</summary>
    /// <param name="gains">Gains of all accounts.</param>
    /// <param name="leaves">What leaves the place more than in the baseline, GBP.</param>
    public string Gains(IReadOnlyList<Gained> gains, double leaves)
    {
        var told = gains
            .Where(account => !Amount.IsNothing(account.Gain.Value))
            .OrderByDescending(account => Math.Abs(account.Gain.Value))
            .ToArray();
        var (winner, loser) = (
            Array.Find(told, account => account.Gain.Value > 0.0),
            Array.Find(told, account => account.Gain.Value < 0.0)
        );
        var last = reader.Years[^1];
        if (loser is not null)
        {
            return winner is null
                ? Capped($"{Named(loser)} loses {Amount.Of(loser.Gain.Value)}; nobody gains", $"Some lose by {last}, nobody gains")
                : Capped(
                    $"{Named(loser)} loses {Amount.Of(loser.Gain.Value)}; {Named(winner)} gains {Amount.Of(winner.Gain.Value)}",
                    $"Some gain and some lose by {last}"
                );
        }

        if (!Amount.IsNothing(leaves) && Math.Abs(leaves) > (winner?.Gain.Value ?? 0.0))
        {
            var leaving = $"{Amount.Of(leaves)} {(leaves > 0.0 ? "more" : "less")} leaves the place";
            return winner is null
                ? $"{leaving}; nobody gains"
                : Capped($"{leaving}; {Named(winner)} gains {Amount.Of(winner.Gain.Value)}", leaving);
        }

        return winner is null
            ? $"Nobody gains or loses by {last}"
            : Capped($"{Named(winner)} gains {Amount.Of(winner.Gain.Value)}; nobody loses", $"Some gain by {last}, nobody loses");

        string Named(Gained account) => Short(account.Title, account.Name, gains.Select(known => (known.Title, known.Name)));
    }

    /// <summary>What drives the difference.</summary>
    public string Drivers()
    {
        var bars = waterfall!.Bars.OrderByDescending(bar => Math.Abs(bar.Value)).ToArray();
        var first = $"{AnswerReader.Capital(bars[0].Driver)}: {Against(bars[0].Value)}";
        if (bars.Length == 1)
        {
            return Capped($"{first}; nothing else matters", first);
        }

        // Pooling is what is asked about: it is told even where something else does more.
        var second = bars.Skip(1).FirstOrDefault(bar => bar.Driver == Pooling) ?? bars[1];
        return Capped($"{first}; {second.Driver}: {Against(second.Value)}", first);
    }

    /// <summary>In how many years more or less is spent.</summary>
    /// <param name="differences">[year] GBP.</param>
    public string Years(ImmutableArray<double> differences)
    {
        var (less, more) = (differences.Count(value => Amount.IsBelow(value)), differences.Count(value => Amount.IsBelow(-value)));
        return (less, more) switch
        {
            (0, 0) => $"{Phrase} changes spending in no year",
            _ when less >= more => $"{Phrase}: less in {less} of {reader.Span}",
            _ => $"{Phrase}: more in {more} of {reader.Span}",
        };
    }

    /// <summary>In how many years draws make it likely that more or less is spent.</summary>
    /// <param name="differences">Differences with their ranges, GBP.</param>
    public string LikelyYears(Series differences)
    {
        var (less, more) = (differences.High.Count(value => Amount.IsBelow(value)), differences.Low.Count(value => Amount.IsBelow(-value)));
        return (less, more) switch
        {
            _ when differences.All.All(value => Amount.IsNothing(value)) => $"{Phrase} changes spending in no year",
            (0, 0) => $"{Phrase}: every year's range holds zero",
            (_, 0) => $"{Phrase}: likely less in {Counted(less)}",
            (0, _) => $"{Phrase}: likely more in {Counted(more)}",
            _ => $"Likely less in {Counted(less)}, more in {more}",
        };

        static string Counted(int years) => years == 1 ? "1 year" : $"{years} years";
    }

    /// <summary>Whether spending more at first is made up for.</summary>
    /// <param name="toDate">[year] what has been spent more up to then, GBP.</param>
    public string BreakEven(ImmutableArray<double> toDate)
    {
        var last = toDate[^1];
        if (toDate.All(value => Amount.IsNothing(value)))
        {
            return $"No more and no less after {reader.Span}";
        }

        if (last > 0.0 && !Amount.IsBelow(last))
        {
            return $"Never breaks even: {Amount.Of(last)} more after {reader.Span}";
        }

        var lastAbove = toDate.ToList().FindLastIndex(value => Amount.IsBelow(-value));
        return lastAbove >= 0
            ? $"Breaks even by {reader.Years[Math.Min(lastAbove + 1, reader.Years.Length - 1)]}: {Amount.Of(last)} less in the end"
            : $"{Amount.Of(last)} less after {reader.Span}, never more before";
    }

    /// <summary>How likely it is that less is spent.</summary>
    public static string Chance(OutcomeSummary drawn)
    {
        var below = OutcomeSummary.Percentiles.Where(percentile => drawn.At(percentile) < 0.0).DefaultIfEmpty(0).Max();
        var above = OutcomeSummary.Percentiles.Where(percentile => drawn.At(percentile) >= 0.0).DefaultIfEmpty(100).Min();
        return (below, above) switch
        {
            (0, _) => "Less than 5% chance that less is spent",
            (_, 100) => "More than 95% chance that less is spent",
            _ => $"Between {below}% and {above}% chance that less is spent",
        };
    }

    /// <summary>The largest of some parts, first and last.</summary>
    public string Largest(IReadOnlyList<Series> parts, string of)
    {
        var (start, end) = (parts.Sum(part => part.Values[0]), parts.Sum(part => part.Values[^1]));
        if (end <= 0.0 || start <= 0.0)
        {
            return $"Nothing is counted of {of}";
        }

        var largest = parts.MaxBy(part => part.Values[^1])!;
        var (first, last) = (Amount.Percent(largest.Values[0] / start), Amount.Percent(largest.Values[^1] / end));
        var name = Short(largest.Name, parts);
        return reader.Years.Length == 1 || first == last
            ? Capped($"{name}: {last} of {of}, first and last", $"{last} of {of} goes to one part")
            : Capped($"{name}: {last} of {of}, {first} in {reader.Years[0]}", $"The largest part has {last} of {of}");
    }

    /// <summary>The need state that changes most.</summary>
    public string People(IReadOnlyList<Series> states)
    {
        var most = states.Where(state => state.Values[0] > 0.0).MaxBy(state => Math.Abs((state.Values[^1] / state.Values[0]) - 1.0));
        if (most is null)
        {
            return "Nobody lives here";
        }

        var change = (most.Values[^1] / most.Values[0]) - 1.0;
        return Amount.Percent(change) == Amount.Percent(0.0)
            ? $"As many in every need state by {reader.Years[^1]}"
            : Capped(
                $"{most.Name}: {Amount.Percent(Math.Abs(change))} {(change > 0.0 ? "more" : "fewer")} people by {reader.Years[^1]}",
                $"Need changes by {reader.Years[^1]}"
            );
    }

    /// <summary>How much of what is asked came back.</summary>
    public static string Failure(double failure, double asked) =>
        asked <= 0.0 ? "Nothing is asked" : AnswerReader.Capital($"{Amount.Percent(failure / asked)} of what is asked is failure demand");

    /// <summary>How a share moves, and whether it does so in the baseline.</summary>
    /// <param name="name">What it is of; two words at most.</param>
    /// <param name="from">The share at the start.</param>
    /// <param name="to">The share at the end.</param>
    /// <param name="baseline">The share at the end in the baseline.</param>
    public static string Share(string name, double from, double to, double baseline)
    {
        var (first, last, otherwise) = (Amount.Percent(from), Amount.Percent(to), Amount.Percent(baseline));
        var moves = first == last ? $"{name} stays at {last}" : $"{name} {(to > from ? "rises" : "falls")} to {last}";
        return last == otherwise ? $"{moves} of spending" : Capped($"{moves}; in the baseline {otherwise}", moves);
    }

    /// <summary>Who is furthest from the baseline, and when.</summary>
    /// <param name="lines">Positions against the baseline, GBP.</param>
    public string Furthest(IReadOnlyList<Series> lines)
    {
        var down = lines.MinBy(line => line.Values.Min())!;
        var up = lines.MaxBy(line => line.Values.Max())!;
        var (lowest, highest) = (down.Values.Min(), up.Values.Max());
        if (Amount.IsBelow(lowest))
        {
            return Capped(
                $"{Short(down.Name, lines)}: {Amount.Of(lowest)} down in {reader.Years[down.Values.IndexOf(lowest)]}",
                $"{Amount.Of(lowest)} down in {reader.Years[down.Values.IndexOf(lowest)]}"
            );
        }

        return Amount.IsBelow(-highest)
                ? Capped(
                    $"{Short(up.Name, lines)}: {Amount.Of(highest)} up in {reader.Years[up.Values.IndexOf(highest)]}, nobody down",
                    $"{Amount.Of(highest)} up, nobody down"
                )
            : reader.Draws is null ? "Nobody is up or down in any year"
            : "Nobody is up or down with central values";
    }

    /// <summary>A number that matters most.</summary>
    public static string Matters(TornadoRow row) =>
        Capped(
            $"Matters most: {string.Join(", ", row.Quantity.Split(" / ") is { Length: > 1 } parts ? parts[1..] : [row.Quantity])}",
            "One number matters most"
        );

    /// <summary>An amount with its direction.</summary>
    public static string Against(double value) => ChartUnit.Money.Against(value);

    /// <summary>A range with its directions.</summary>
    public static string Between(double low, double high) => (Amount.IsBelow(low), Amount.IsBelow(high)) switch
    {
        (true, true) => $"{Amount.Of(high)} to {Amount.Of(low)} less",
        (false, false) => $"{Amount.Of(low)} to {Amount.Of(high)} more",
        _ => $"{Amount.Of(low)} less to {Amount.Of(high)} more",
    };

    private bool Has(string driver) => drivers.Contains(driver);

    /// <summary>A title, or a shorter one where it has more than ten words.</summary>
    public static string Capped(string title, string shorter) => title.Split(' ').Length <= 10 ? title : shorter;

    /// <summary>A short name that no other in the chart has.</summary>
    /// <param name="whole">The title.</param>
    /// <param name="name">The name in the scenario.</param>
    /// <param name="among">Titles and names of all.</param>
    public static string Short(string whole, string name, IEnumerable<(string Whole, string Name)> among)
    {
        var shortened = Short(whole, name);
        return among.Count(other => TitlesApart.KeyOf(Short(other.Whole, other.Name)) == TitlesApart.KeyOf(shortened)) <= 1
            ? shortened
            : AnswerReader.Capital(Harmless.Text(AnswerReader.Spaced(name)));
    }

    private static string Short(string name, IReadOnlyList<Series> among) =>
        Short(name, name, among.Select(other => (other.Name, other.Name)));

    /// <summary>A name of three words at most.</summary>
    private static string Short(string whole, string name)
    {
        var title = whole.Split(',')[0].Trim();
        var words = title.Split(' ');
        return words.Length <= MostNameWords ? title
            : AnswerReader.Spaced(name).Split(' ') is { Length: <= MostNameWords } spaced ? AnswerReader.Capital(string.Join(' ', spaced))
            : string.Join(' ', words[..MostNameWords]);
    }
}
