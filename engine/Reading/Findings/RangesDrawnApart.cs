using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Ranges of the same value that two arrangements state of the same key, and that are drawn apart: what differs is luck, if they
/// are one.</summary>
internal static class RangesDrawnApart
{
    private const int MostNamed = 3;

    /// <summary>Looks for them, each pair of arrangements once.</summary>
    public static void Look(Draft draft)
    {
        var ranges = draft
            .Context.Numbers.Select(number => number.Quantity)
            .Where(number =>
                number.Spread is not null
                && number.Name.StartsWith("governance.", StringComparison.Ordinal)
                && !draft.Context.DrawNames.IsApart(number.Name)
            )
            .GroupBy(number => (Key: number.Name[(number.Name.LastIndexOf('.') + 1)..], number.Value, number.Spread))
            .ToList();
        var names = draft.Governance.Select(arrangement => arrangement.Key).ToArray();
        foreach (var (one, other) in names.SelectMany((one, at) => names[(at + 1)..].Select(other => (one, other))))
        {
            var apart = ranges
                .Select(same => (In(same, one), In(same, other)))
                .Select(Unmatched)
                .Where(pair => pair is not null)
                .Select(pair => pair!.Value)
                .ToList();
            if (apart.Count > 0)
            {
                Report(draft, one, other, apart);
            }
        }
    }

    private static ImmutableArray<Quantity> In(IEnumerable<Quantity> numbers, string arrangement) =>
        [.. numbers.Where(number => number.Name.Split('.')[1] == arrangement)];

    /// <summary>The first number of each side that is not drawn as any of the other; null where each has its like.</summary>
    private static (Quantity One, Quantity Other)? Unmatched((ImmutableArray<Quantity> One, ImmutableArray<Quantity> Other) sides)
    {
        var one = sides.One.FirstOrDefault(number => sides.Other.All(other => other.DrawnAs != number.DrawnAs));
        var other = sides.Other.FirstOrDefault(number => sides.One.All(like => like.DrawnAs != number.DrawnAs));
        return one is null || other is null ? null : (one, other);
    }

    private static void Report(Draft draft, string one, string other, List<(Quantity One, Quantity Other)> apart)
    {
        var shown = string.Join(", ", apart.Take(MostNamed).Select(pair => $"{pair.One.Name} and {pair.Other.Name}"));
        var rest = apart.Count > MostNamed ? $" and {apart.Count - MostNamed} more" : "";
        draft.Report(
            Codes.RangesApart, apart[0].Other.Name,
            $"'{one}' and '{other}' state the same range{(apart.Count > 1 ? "s" : "")}, which {(apart.Count > 1 ? "are" : "is")} drawn apart: {shown}{rest}.",
            $"if they are one, say draws: {{one: [[{apart[0].One.Name}, {apart[0].Other.Name}]]}}; if not, say draws: {{apart: [{apart[0].Other.Name}]}}."
        );
    }
}
