using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What the likely range comes of: how much narrower it were if numbers of one subject were known.</summary>
internal static class RangeStory
{
    private const int MostNamed = 2;

    // What narrows a range by less is within the error of the study.
    private const double Least = 0.075;

    /// <summary>The sentence; null where there is no range, or nothing was looked into.</summary>
    public static Prose? Sentence(AnswerReader reader, ImmutableArray<RangeSource> sources)
    {
        if (reader.Headlined is null || sources.IsEmpty)
        {
            return null;
        }

        var shown = sources.Where(source => source.Title != RestOfAll).ToLookup(source => source.Narrower >= Least);
        string[] named =
        [
            .. shown[true]
                .Take(MostNamed)
                .Select((source, place) =>
                    place == 0
                        ? $"If we knew {source.Title}, the range would narrow by {About(source.Narrower)}"
                        : $"If we knew {source.Title}, by {About(source.Narrower)}"
                ),
        ];
        // What the option itself does comes first: it is what people take a range for.
        string[] hardly = [.. shown[false].Select(source => source.Title).OrderBy(title => !title.EndsWith(" achieves", StringComparison.Ordinal))];
        var rest = hardly.Length == 0 ? "" : $" Hardly any of it comes from {string.Join(" or from ", hardly.Take(MostNamed))}.";
        return named.Length == 0
            ? Prose.Of("No one thing makes this range so wide.")
            : Prose.Of($"{string.Join(". ", named)}.{rest}");
    }

    /// <summary>The table of all subjects; null where there is none.</summary>
    public static PageTable? Table(ImmutableArray<RangeSource> sources) =>
        sources.IsEmpty
            ? null
            : new PageTable(
                "Where the likely range over all years comes from",
                ["Were this known", "The range would be narrower by", "Numbers"],
                [
                    .. sources.Select(source =>
                        ImmutableArray.Create(
                            new PageCell(AnswerReader.Capital(source.Title)),
                            new PageCell(source.Narrower < Least ? "hardly anything" : About(source.Narrower)),
                            new PageCell(Amount.Count(source.Quantities.Length))
                        )
                    ),
                ]
            )
            {
                Note = Note,
            };

    /// <summary>What has to be known to read it.</summary>
    public const string Note =
        "Numbers of one row at a time stand at their central values, all others are drawn. Rows need not add to 100%: what numbers do together is in each of them.";

    /// <summary>What stands for all subjects that are not shown apart.</summary>
    private const string RestOfAll = "all other numbers";

    private static string About(double share) => share >= 0.95 ? "nearly 100%" : $"about {Amount.Percent(Math.Round(share, 1))}";
}
