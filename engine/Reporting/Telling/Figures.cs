
namespace SystemSim.Reporting;

/// <summary>Numbers in sentences, each of which knows where it stands in the tidy files.</summary>
internal static class Figures
{
    private const double Hundred = 100.0;

    /// <summary>An amount with its direction: <c>£5.3m more</c>; <c>as much</c> where it is nothing.</summary>
    public static Prose More(Cited amount) =>
        Amount.IsNothing(amount.Value)
            ? Prose.Of("").Then(amount, "as much")
            : Prose.Of("").Then(amount, Amount.Of(amount.Value)).Then(amount.Value > 0.0 ? " more" : " less");

    /// <summary>A range in brackets after a blank; nothing where none may be told.</summary>
    public static Prose InBrackets(Ranged of, string more = " more", string less = " less") =>
        of is { Low: { } low, High: { } high } && !(Amount.IsNothing(low.Value) && Amount.IsNothing(high.Value))
            ? Prose.Of(" (likely range: ").Then(Range(low, high, more, less)).Then(")")
            : new Prose([]);

    /// <summary>A range, the smaller amount first where both ends go one way.</summary>
    public static Prose Range(Cited low, Cited high, string more, string less)
    {
        var isLess = Amount.IsBelow(high.Value) || (Amount.IsNothing(high.Value) && Amount.IsBelow(low.Value));
        var (first, last) = isLess ? (high, low) : (low, high);
        var (one, other) = (Side(first.Value), Side(last.Value));
        var prose = Prose.Of("").Then(first, Amount.Of(first.Value));
        prose = one == other || one.Length == 0 ? prose : prose.Then(one);
        return prose.Then(" to ").Then(last, Amount.Of(last.Value)).Then(other.Length == 0 ? one : other);

        string Side(double value) => Amount.IsNothing(value) ? "" : value > 0.0 ? more : less;
    }

    /// <summary>Some things in a row, with <c>and</c> before the last.</summary>
    public static Prose Listed(IReadOnlyList<Prose> parts)
    {
        var prose = new Prose([]);
        foreach (var (place, part) in parts.Index())
        {
            prose = prose.Then(place == 0 ? "" : place == parts.Count - 1 ? " and " : ", ").Then(part);
        }

        return prose;
    }

    /// <summary>Words in a row, with <c>and</c> before the last.</summary>
    public static string Listed(params IReadOnlyList<string> words) => Listed([.. words.Select(Prose.Of)]).ToString();

    /// <summary>A chance as a count of simulations: <c>in 83 of 100 simulations</c>.</summary>
    public static Prose Chance(Cited chance) => Prose.Of("").Then(chance, Chance(chance.Value));

    /// <summary>The same of a chance that stands in no file.</summary>
    public static string Chance(double chance) => chance switch
    {
        <= 0.0 => "in no simulation",
        >= 1.0 => "in every simulation",
        < 0.005 => "in less than 1 of 100 simulations",
        >= 0.995 => "in more than 99 of 100 simulations",
        _ => $"in {Amount.Count(Math.Round(chance * Hundred, MidpointRounding.AwayFromZero))} of 100 simulations",
    };

    /// <summary>How many of something, with the plural where it is not one.</summary>
    public static string Counted(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{Amount.Count(number)} {many}";
}
