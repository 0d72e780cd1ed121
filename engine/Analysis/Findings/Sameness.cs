using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Whether two options come to the same, number by number.</summary>
public static class Sameness
{
    /// <summary>Whether every yearly number of one option is exactly that of another; what one alone has counts as 0 in the
    /// other.</summary>
    /// <param name="one">Answers that hold the first.</param>
    /// <param name="first">The first option.</param>
    /// <param name="other">Answers that hold the second.</param>
    /// <param name="second">The second option.</param>
    public static bool Are(Answers one, OptionId first, Answers other, OptionId second) =>
        Differences.Of(Own(one, first), Own(other, second), "", "").All(row => row.Value == 0.0);

    /// <summary>Options that are one: equal in every number of the central run, and in every draw. Each group stands where its first member
    /// does, the baseline's first.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="draws">What the draws come to; null where nothing was drawn.</param>
    public static ImmutableArray<ImmutableArray<OptionId>> Groups(Answers answers, DrawAnswers? draws)
    {
        var groups = new List<List<OptionId>>();
        foreach (var option in answers.Options.Select(option => option.Id).OrderByDescending(option => option == answers.Scenario.Baseline))
        {
            var alike = groups.Find(group =>
                Are(answers, group[0], answers, option) && (draws is null || AreDrawnAlike(draws, group[0], option))
            );
            if (alike is null)
            {
                groups.Add(alike = []);
            }

            alike.Add(option);
        }

        return [.. groups.Select(group => group.ToImmutableArray())];
    }

    /// <summary>Pairs of options that come to the same with central values, each with the first that it equals.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="draws">What the draws come to; null where nothing was drawn.</param>
    public static IEnumerable<RunFinding> Among(Answers answers, DrawAnswers? draws)
    {
        OptionId[] options =
        [
            .. answers.Options.Select(option => option.Id).OrderByDescending(option => option == answers.Scenario.Baseline),
        ];
        for (var row = 1; row < options.Length; row++)
        {
            foreach (var first in options[..row].Where(first => Are(answers, first, answers, options[row])).Take(1))
            {
                var inDraws = draws switch
                {
                    null => "",
                    _ when AreDrawnAlike(draws, first, options[row]) => ", and in every draw",
                    _ => ", and not in the draws",
                };
                yield return new RunFinding(
                    RunFinding.SameNumbers,
                    $"options.{options[row]}",
                    $"'{options[row]}' comes to the same as '{first}' in every number of the central run{inDraws}."
                );
            }
        }
    }

    private static List<Observation> Own(Answers answers, OptionId option) =>
        [.. MeasureCatalogue.All.SelectMany(measure => answers.Rows(option.Name, "", measure.Name)).Where(row => row.Step is null)];

    /// <summary>Whether the distributions of two options are the same to the last bit.</summary>
    private static bool AreDrawnAlike(DrawAnswers draws, OptionId first, OptionId second)
    {
        var other = Distributions(second);
        return Distributions(first).All(one => other.TryGetValue(one.Key, out var summary) && AreSame(one.Value, summary));

        Dictionary<(Subject About, OutcomeKind Kind, int Year), OutcomeSummary> Distributions(OptionId option) =>
            draws
                .Outcomes.Index()
                .Where(outcome =>
                    outcome.Item.About is { Against: "" } about
                    && about.Option == option.Name
                    && outcome.Item.Kind is OutcomeKind.Whole or OutcomeKind.Yearly
                )
                .ToDictionary(
                    outcome => (outcome.Item.About with { Option = "" }, outcome.Item.Kind, outcome.Item.Year),
                    outcome => draws.Summaries[outcome.Index]
                );
    }

    private static bool AreSame(OutcomeSummary one, OutcomeSummary other) =>
        one.Mean.Equals(other.Mean)
        && one.Deviation.Equals(other.Deviation)
        && one.Absent == other.Absent
        && one.Quantiles.SequenceEqual(other.Quantiles);
}
