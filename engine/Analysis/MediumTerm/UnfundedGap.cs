using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>The first year in which an option leaves organisations with an unfunded gap: what they owe, and nobody pays.</summary>
/// <remarks>
/// Whoever must balance does something about such a gap that the model does not do: cuts, sells, borrows, is dissolved. So the years after
/// it are no forecast. NHS bodies and ring-fenced accounts carry deficits, and have none.
/// </remarks>
/// <param name="Year">Row of the year.</param>
/// <param name="Titles">Names to print of those in whom it arises.</param>
public sealed record UnfundedGap(int Year, ImmutableArray<string> Titles)
{
    private const double HalfAPenny = 0.005;

    /// <summary>Looks for it in the central run of an option; null where no gap arises.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="option">The option.</param>
    public static UnfundedGap? Of(Answers answers, Option option)
    {
        var values = new CentralValues(answers.Scenario);
        var years = Enumerable
            .Range(0, answers.Scenario.Horizon.Years)
            .ToDictionary(year => answers.Scenario.Horizon.YearAt(year).ToString());
        var closing = answers
            .Rows(option.Id.Name, "", "deficit")
            .Where(row => row.Step is null && row.About.PriceBase == Headline.Nominal)
            .ToLookup(row => row.About.Organisation);
        return option
            .Bodies.Where(organisation =>
                !organisation.MayRunDeficit
            )
            .Select(organisation => (Year: FirstOf(organisation), organisation.Title))
            .Where(gap => gap.Year is not null)
            .GroupBy(gap => gap.Year!.Value, gap => gap.Title)
            .OrderBy(gap => gap.Key)
            .Select(gap => new UnfundedGap(gap.Key, [.. gap]))
            .FirstOrDefault();

        int? FirstOf(Organisation organisation)
        {
            // What was brought forward and is not repaid is no new gap.
            var carries = 1.0 - (organisation.Repays is { } stated ? values.Of(stated) : organisation.RepaysOtherwise);
            var before = organisation.BroughtForward is { } opening ? values.Of(opening) : 0.0;
            foreach (var row in closing[organisation.Id.Name].OrderBy(row => row.Year, StringComparer.Ordinal))
            {
                if (row.Value - (carries * before) > HalfAPenny)
                {
                    return years[row.Year];
                }

                before = row.Value;
            }

            return null;
        }
    }
}
