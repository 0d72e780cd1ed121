using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Titles that state what a chart shows, in ten words at most; each follows from the numbers, whichever way they go.</summary>
/// <remarks>They name the option and the place, and say the direction, against the baseline.</remarks>
internal sealed class Titles
{
    private const int MostWords = 10;
    private const int MostPlaceWords = 2;
    private const int MostNameWords = 3;

    private readonly AnswerReader reader;
    private readonly Waterfall? waterfall;

    /// <summary>Prepares titles of the option that is told of first.</summary>
    public Titles(AnswerReader reader, Waterfall? waterfall) => (this.reader, this.waterfall) = (reader, waterfall);

    /// <summary>The place, in two words at most.</summary>
    private string Place => string.Join(' ', Harmless.Text(reader.Scenario.Title).Split(',', ':')[0].Split(' ').Take(MostPlaceWords));

    /// <summary>The option that is told of first, in three words at most.</summary>
    private string Option => reader.Featured is { } option
        ? Short(reader.TitleOf(option), option.Name, reader.Options.Select(other => (reader.TitleOf(other.Id), other.Id.Name)))
        : "";

    /// <summary>A finding with the place and the option that it is of, as far as ten words hold them.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="shorter">The same in fewer words.</param>
    private string Of(string finding, string? shorter = null)
    {
        string[] said = [finding, shorter ?? finding];
        return said.SelectMany(one => new[] { $"{Place}, {Option}: {one}", $"{Option}: {one}" })
            .Concat(said)
            .FirstOrDefault(title => title.Split(' ').Length <= MostWords, said[^1]);
    }

    /// <summary>What options spend against the baseline; where less is spent because people are turned away, that too.</summary>
    public string Difference(OptionsTable options)
    {
        if (reader.Featured is null)
        {
            var told = options.Lines.Where(line => line.Difference is not null).Select(line => line.Difference!.Middle.Value).ToArray();
            return Capped(
                $"{Place}: {Figures.Counted(told.Length, "option", "options")}, {Between(told.Min(), told.Max())}",
                Between(told.Min(), told.Max())
            );
        }

        var line = options.Lines.First(known => known.Options.Contains(reader.Featured.Value));
        var spent = line.Difference is { } difference
            ? $"{Against(difference.Middle.Value)}{(reader.Headlined is null || Amount.IsNothing(difference.Middle.Value) ? "" : " on average")}"
            : Against(0.0);
        var more = reader.Amount(reader.Featured.Value, "left", isDifference: true).Value;
        var isHarm = line is { Harm: not null, Difference.Middle.Value: < 0.0 } && more > 0.0;
        return isHarm && Answer.MoreOrFewer(more) != Answer.MoreOrFewer(0.0)
            ? Of(
                $"{spent}, {Answer.MoreOrFewer(more)} turned away",
                $"{Against(line.Difference!.Middle.Value)}, {Answer.MoreOrFewer(more)} turned away"
            )
            : Of(line.Harm is not null && spent.Contains("less", StringComparison.Ordinal) ? $"{spent}, people lose" : spent, spent);
    }

    /// <summary>Who gains.</summary>
    /// <param name="gains">Gains of all accounts.</param>
    /// <param name="leaves">What leaves the place more than in the baseline, GBP.</param>
    /// <param name="paysMore">Whether anybody pays more or less for services.</param>
    public string Gains(IReadOnlyList<Gained> gains, double leaves, bool paysMore)
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
                ? Capped($"{Named(loser)}: {Amount.Of(loser.Gain.Value)} worse off; nobody gains", $"Some lose by {last}, nobody gains")
                : Capped(
                    $"{Named(loser)}: {Amount.Of(loser.Gain.Value)} worse; {Named(winner)}: {Amount.Of(winner.Gain.Value)} better",
                    $"Some gain and some lose by {last}"
                );
        }

        if (!Amount.IsNothing(leaves) && Math.Abs(leaves) > (winner?.Gain.Value ?? 0.0))
        {
            var leaving = $"{Amount.Of(leaves)} {(leaves > 0.0 ? "more" : "less")} leaves the place";
            return winner is null
                ? $"{leaving}; nobody gains"
                : Capped($"{leaving}; {Named(winner)}: {Amount.Of(winner.Gain.Value)} better", leaving);
        }

        return winner is null
            ? paysMore ? $"Nobody's reserves differ by {last}" : $"Nobody gains or loses by {last}"
            : Capped($"{Named(winner)}: {Amount.Of(winner.Gain.Value)} better off; nobody loses", $"Some gain by {last}, nobody loses");

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

        // Who holds the money is what is asked about: it is told even where something else does more.
        var second = bars.Skip(1).FirstOrDefault(bar => DriverNames.IsArrangement(bar.Driver)) ?? bars[1];
        return Capped($"{first}; {second.Driver}: {Against(second.Value)}", first);
    }

    /// <summary>In how many years more or less is spent.</summary>
    /// <param name="differences">[year] GBP.</param>
    public string Years(ImmutableArray<double> differences)
    {
        var (less, more) = (differences.Count(value => Amount.IsBelow(value)), differences.Count(value => Amount.IsBelow(-value)));
        return (less, more) switch
        {
            (0, 0) => Of("the same in every year"),
            _ when less >= more => Of($"less in {less} of {reader.Span}"),
            _ => Of($"more in {more} of {reader.Span}"),
        };
    }

    /// <summary>In how many years draws make it likely that more or less is spent.</summary>
    /// <param name="differences">Differences with their ranges, GBP.</param>
    public string LikelyYears(Series differences)
    {
        var (less, more) = (differences.High.Count(value => Amount.IsBelow(value)), differences.Low.Count(value => Amount.IsBelow(-value)));
        return (less, more) switch
        {
            _ when differences.All.All(value => Amount.IsNothing(value)) => Of("the same in every year"),
            (0, 0) => Of("more or less in any year"),
            (_, 0) => Of($"likely less in {Counted(less)}"),
            (0, _) => Of($"likely more in {Counted(more)}"),
            _ => Of($"likely less in {Counted(less)}, more in {more}"),
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
            return Of($"no more and no less after {reader.Span}");
        }

        if (last > 0.0 && !Amount.IsBelow(last))
        {
            return Of($"never breaks even in {reader.Span}", "never breaks even");
        }

        var lastAbove = toDate.ToList().FindLastIndex(value => Amount.IsBelow(-value));
        return lastAbove >= 0
            ? Of($"breaks even by {reader.Years[Math.Min(lastAbove + 1, reader.Years.Length - 1)]}")
            : Of($"{Amount.Of(last)} less, never more before", $"{Amount.Of(last)} less");
    }

    /// <summary>How likely it is that more is spent.</summary>
    /// <param name="chance">The chance, from 0 to 1.</param>
    public string Chance(double chance) => Of($"more is spent {Figures.Chance(chance)}", $"more {Figures.Chance(chance)}");

    /// <summary>The largest of some parts at the end, and what it is in the baseline.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="baseline">The same parts in the baseline, by name.</param>
    public string Largest(IReadOnlyList<Series> parts, IReadOnlyDictionary<string, double> baseline)
    {
        var end = parts.Sum(part => part.Values[^1]);
        if (end <= 0.0)
        {
            return Of("nothing is spent");
        }

        var largest = parts.MaxBy(part => part.Values[^1])!;
        var (own, whole) = (Amount.Percent(largest.Values[^1] / end), baseline.Values.Sum());
        var there = whole > 0.0 ? Amount.Percent(baseline.GetValueOrDefault(largest.Name) / whole) : own;
        var name = Short(largest.Name, parts);
        return there == own ? Of($"{name} {own} of spending", $"{name} {own}") : Of($"{name} {own} instead of {there}", $"{name} {own}");
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

    /// <summary>How a share at the end compares with that of the baseline.</summary>
    /// <param name="name">What it is of; two words at most.</param>
    /// <param name="own">The share at the end.</param>
    /// <param name="baseline">The share at the end in the baseline.</param>
    public string Share(string name, double own, double baseline)
    {
        var (here, there) = (Amount.Percent(own), Amount.Percent(baseline));
        return here == there
            ? Of($"{name} stays {here}", $"{name} {here}")
            : Of($"{name} {here}, {(own > baseline ? "up" : "down")} from {there}");
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
        Capped($"Matters most: {row.Quantity}", "One number matters most");

    /// <summary>An amount with its direction.</summary>
    public static string Against(double value) => ChartUnit.Money.Against(value);

    /// <summary>A range with its directions.</summary>
    public static string Between(double low, double high) => (Amount.IsBelow(low), Amount.IsBelow(high)) switch
    {
        (true, true) => $"{Amount.Of(high)} to {Amount.Of(low)} less",
        (false, false) => $"{Amount.Of(low)} to {Amount.Of(high)} more",
        _ => $"{Amount.Of(low)} less to {Amount.Of(high)} more",
    };

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
            : AnswerReader.Capital(Harmless.Text(NumberLabels.Spaced(name)));
    }

    private static string Short(string name, IReadOnlyList<Series> among) =>
        Short(name, name, among.Select(other => (other.Name, other.Name)));

    /// <summary>A name of three words at most.</summary>
    private static string Short(string whole, string name)
    {
        var title = whole.Split(',')[0].Trim();
        var words = title.Split(' ');
        return words.Length <= MostNameWords ? title
            : NumberLabels.Spaced(name).Split(' ') is { Length: <= MostNameWords } spaced ? AnswerReader.Capital(string.Join(' ', spaced))
            : string.Join(' ', words[..MostNameWords]);
    }
}
