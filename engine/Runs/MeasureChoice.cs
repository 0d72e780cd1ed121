using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;

namespace SystemSim.Runs;

/// <summary>Reads which number of the answers somebody means: measure, year, parts, options; and says what is wrong with it in the same
/// words for all use cases.</summary>
internal static class MeasureChoice
{
    private static readonly ImmutableArray<string> Columns =
    [
        .. Observation.Columns.Where(column =>
            column is "organisation" or "fund" or "provider" or "service" or "tier" or "area" or "age_band" or "need_state"
        ),
    ];

    /// <summary>The number, whatever the option.</summary>
    /// <param name="name">Name of the measure.</param>
    /// <param name="year">Financial year, as typed; null for all years together.</param>
    /// <param name="where">Parts, each as <c>column=name</c>.</param>
    /// <param name="horizon">The years that are run.</param>
    /// <exception cref="RefusedException">Something of it is not there, or makes no number.</exception>
    public static Selection Selection(string name, string? year, IReadOnlyList<string> where, Horizon horizon)
    {
        var measure = Measure(name);
        return year is null && !measure.YearsAddUp
            ? throw RefusedException.Question(
                $"'{measure.Name}' is {(measure.IsStock ? "what there is at the end of a year" : "a ratio of what happened in a year")}, and no year is named.",
                $"add --year {horizon.YearAt(horizon.Years - 1)}.")
            : new Selection { Measure = measure.Name, Year = year is null ? null : Year(year, horizon), Where = Where(where) };
    }

    /// <summary>A measure of which differences can be taken.</summary>
    public static MeasureEntry Measure(string name)
    {
        if (MeasureCatalogue.Find(name) is not { } measure)
        {
            throw RefusedException.Question(
                $"there is no measure '{name}'.",
                Nearest.Hint(name, [.. MeasureCatalogue.All.Select(known => known.Name)], "measures")
            );
        }

        return measure switch
        {
            { TellsWhen: true } =>
                throw RefusedException.Question($"'{measure.Name}' tells when, and not how much: no difference is taken of it.", null),
            { IsOfChoice: true } => throw RefusedException.Question(
                $"'{measure.Name}' is of the one option that is chosen: no difference is taken of it.",
                "name spend, whose difference it is."),
            _ => measure,
        };
    }

    /// <summary>A year that is run.</summary>
    public static FinancialYear Year(string written, Horizon horizon)
    {
        var last = horizon.YearAt(horizon.Years - 1);
        return FinancialYear.TryParse(written, out var year) && year >= horizon.Start && year <= last
            ? year
            : throw RefusedException.Question(
                $"'{written}' is not a financial year that is run.",
                $"the run goes from {horizon.Start} to {last}."
            );
    }

    /// <summary>The option that is meant, and the one that it is held against.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option, as typed; null for the only one beside the other.</param>
    /// <param name="against">The option that it is held against, as typed; null for the baseline.</param>
    /// <param name="verb">What is to be done with the option, for what is said where it is missing.</param>
    public static (OptionId Option, OptionId Against) Sides(OpenScenario scenario, string? option, string? against, string verb)
    {
        RunSteps.Named(scenario, [.. new[] { option, against }.OfType<string>()]);
        var other = against is { } stated ? new OptionId(stated) : scenario.Scenario.Baseline;
        if (option is { } named)
        {
            return (new OptionId(named), other);
        }

        var others = scenario.Scenario.Options.Select(known => known.Id).Where(known => known != other).ToArray();
        return others is [var only]
            ? (only, other)
            : throw RefusedException.Question(
                $"it is not said which option to {verb}.",
                others.Length == 0 ? "the scenario has one option alone." : $"add --option: {string.Join(", ", others)}."
            );
    }

    /// <summary>What to say where there is nothing of what is asked: what the scenario would have to state, where that is known.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="what">What there is not, as the start of a sentence.</param>
    /// <param name="measures">The measures that are asked.</param>
    public static RefusedException Nothing(OpenScenario scenario, string what, params IEnumerable<string> measures)
    {
        foreach (var measure in measures)
        {
            if (Unstated.Of(scenario.Scenario, measure) is { } missing)
            {
                return RefusedException.Question($"there is no {measure}, because {missing.Because}.", missing.Add, scenario.Named);
            }
        }

        return RefusedException.Question($"{what} of this.", "the tidy files of 'systemsim run' say what there is.", scenario.Named);
    }

    private static Dictionary<string, string> Where(IReadOnlyList<string> parts)
    {
        var where = new Dictionary<string, string>();
        foreach (var part in parts)
        {
            var column = part.Split('=')[0];
            if (!Columns.Contains(column) || column.Length == part.Length || !where.TryAdd(column, part[(column.Length + 1)..]))
            {
                throw RefusedException.Question(
                    $"--where takes column=name, each column once, not '{part}'.",
                    Nearest.Hint(column, Columns, "columns")
                );
            }
        }

        return where;
    }
}
