using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Reads what <c>sensitivity</c> is asked, and says what is wrong with it.</summary>
internal static class SensitivityChoices
{
    // Stands for no other option; no option can have this name.
    private const string OwnValue = "none";

    private const int LeastDraws = 2;

    /// <summary>Refuses options that do not go together.</summary>
    public static void CheckOne(SensitivityRequest request)
    {
        string[] asked =
        [
            .. request.Switch is not null ? ["--switch"] : Array.Empty<string>(),
            .. request.IsGrid ? ["--grid"] : Array.Empty<string>(),
            .. request.Sobol ? ["--sobol"] : Array.Empty<string>(),
            .. request.Information ? ["--information"] : Array.Empty<string>(),
            .. request.Frontier is not null ? ["--frontier"] : Array.Empty<string>(),
            .. request.Acceptability is not null ? ["--acceptability"] : Array.Empty<string>(),
        ];
        if (asked.Length > 1)
        {
            throw RefusedException.Question($"{asked[0]} and {asked[1]} are two questions.", "ask one at a time.");
        }

        if (request.Between is not null && request.Switch is null)
        {
            throw RefusedException.Question(
                "--between says where --switch looks, and there is none.",
                "add --switch with the path of a number."
            );
        }

        if (request.Effect is not null && !request.Information)
        {
            throw RefusedException.Question(
                "--effect says what --information counts beside cost, and there is none.",
                "add --information and --worth, or ask --frontier or --acceptability."
            );
        }

        if (request.Worth.Count > 0 && !request.Information && request.Acceptability is null)
        {
            throw RefusedException.Question(
                "--worth says what a unit of effect is worth, and none is asked.",
                "add --acceptability, or --information with --effect."
            );
        }

        var isDrawn = request.IsByDraws && (request.Frontier is null || request.Draws != 0);
        (bool IsIdle, string Sentence, string Hint)[] idle =
        [
            (
                request.Worth.Count > 0 && request.Information && request.Effect is null,
                "--worth says what a unit of effect is worth, and --information counts none.",
                "add --effect."
            ),
            (
                request.Seed is not null && !isDrawn,
                "--seed says how draws are made, and nothing is drawn here.",
                "leave it out, or add --sobol, --information, --frontier or --acceptability."
            ),
            (
                request.Options.Count > 0 && !request.IsOfAll,
                "--options says which options are looked at together, and one is looked at here.",
                "use --option and --against."
            ),
            (
                request.IsOfAll && (request.Option is not null || request.Against is not null),
                "--option and --against are about one option, and all are looked at here.",
                "use --options."
            ),
        ];
        if (idle.FirstOrDefault(one => one.IsIdle) is { Sentence: { } sentence, Hint: var hint })
        {
            throw RefusedException.Question(sentence, hint);
        }

        if (request.Draws is not null && (request.Switch is not null || request.IsGrid || asked.Length == 0))
        {
            throw RefusedException.Question(
                "this is worked out at chosen values, and not by draws.",
                "leave --draws out, or add --sobol, --information, --frontier or --acceptability."
            );
        }
    }

    /// <summary>Two numbers to move together.</summary>
    public static (string Down, string Along) Two(OpenScenario scenario, SensitivityRequest request)
    {
        if (request.Grid is not [var down, var along])
        {
            throw RefusedException.Question(
                $"--grid takes two different numbers, not {request.Grid.Count}.",
                "write --grid services.gp.cost.unit,factors.demand."
            );
        }

        CheckNumber(scenario, down);
        CheckNumber(scenario, along);
        return GridStudy.AreOfOneWhole(scenario.Prepared, down, along)
            ? throw RefusedException.Question(
                $"'{down}' and '{along}' are shares of one whole: one cannot be moved without the other.",
                "take numbers that do not make room for each other."
            )
            : (down, along);
    }

    /// <summary>What draws are asked.</summary>
    public static DrawRequest Draws(OpenScenario scenario, SensitivityRequest request)
    {
        var most = MostDraws(scenario, request);
        if (request.Draws < LeastDraws && (request.Frontier is null || request.Draws != 0))
        {
            throw RefusedException.Question($"{request.Draws} draws tell nothing of this.", $"ask at least {LeastDraws}.");
        }

        if (request.Draws > most)
        {
            throw RefusedException.Question(
                $"its table of draws has too few for {request.Draws}: at most {most} can be asked here.",
                about: scenario.Named
            );
        }

        return new DrawRequest
        {
            Draws = request.Draws ?? UsualDraws(scenario, request),
            Seed = request.Seed,
            Threads = request.Threads,
            Options = RunSteps.Named(scenario, request.Options),
        };
    }

    /// <summary>How many draws are made unless somebody says.</summary>
    public static int UsualDraws(OpenScenario scenario, SensitivityRequest request)
    {
        var usual =
            request.Sobol ? 1_024
            : request.Information ? 4_096
            : 1_000;
        return Math.Max(LeastDraws, Math.Min(usual, MostDraws(scenario, request) ?? usual));
    }

    private static int? MostDraws(OpenScenario scenario, SensitivityRequest request) =>
        request.Sobol ? SobolStudy.MostDrawsOf(scenario.Scenario) : DrawStudy.MostDrawsOf(scenario.Scenario);

    /// <summary>What comes of an option: over all years, or at the end of the last.</summary>
    public static Selection Effect(string name, SensitivityRequest request, Horizon horizon)
    {
        var measure = MeasureChoice.Measure(name);
        CheckReadable(name);
        CheckOwn(name);
        var year = request.Year ?? (!measure.YearsAddUp ? (request.By ?? horizon.YearAt(horizon.Years - 1).ToString()) : null);
        var selection = MeasureChoice.Selection(name, year, [], horizon);
        return request.By is { } last && measure.YearsAddUp ? selection with { UpTo = MeasureChoice.Year(last, horizon) } : selection;
    }

    /// <summary>The one worth of a unit of effect.</summary>
    public static double OneWorth(SensitivityRequest request) =>
        request.Worth is [var only]
            ? only
            : throw RefusedException.Question(
                "--information with --effect needs one --worth: what a unit of the effect is worth.",
                "add --worth, such as --worth £20k."
            );

    /// <summary>The number that is looked at, whatever the option.</summary>
    public static Selection Selection(SensitivityRequest request, Horizon horizon)
    {
        if (request.By is { } by && request.Year is not null)
        {
            throw RefusedException.Question($"--year takes one year alone, and --by {by} adds up all years up to it.", "use one of them.");
        }

        var selection = MeasureChoice.Selection(request.Measure, request.Year, request.Where, horizon);
        CheckReadable(selection.Measure);
        return request.By is { } last ? selection with { UpTo = MeasureChoice.Year(last, horizon) } : selection;
    }

    private static void CheckReadable(string measure)
    {
        if (!LaneMeasure.CanRead(measure))
        {
            throw RefusedException.Question(
                $"'{measure}' is not looked at here: it is known of central values, or of many draws, alone.",
                "'systemsim explain' and 'systemsim run --draws' tell it."
            );
        }
    }

    /// <summary>Refuses the path of a number that is not there.</summary>
    public static void CheckNumber(OpenScenario scenario, string name)
    {
        string[] known =
        [
            .. scenario
                .Scenario.Factors.Select(factor => factor.Value.Name)
                .Concat(scenario.Scenario.Numbers.SelectMany(number => new[] { number.Name, number.DrawnAs }))
                .Distinct(),
        ];
        if (known.Contains(name))
        {
            return;
        }

        string[] below = [.. known.Where(path => path.StartsWith($"{name}.", StringComparison.Ordinal))];
        throw RefusedException.Question(
            $"there is no number '{name}'.",
            below.Length > 0 ? $"numbers below it: {string.Join(", ", below)}."
                : Nearest.To(name, known) is { } nearest ? $"did you mean '{nearest}'?"
                : "a number is named by its path, as in --set; 'systemsim check --draws' lists those that are uncertain.",
            scenario.Named);
    }

    /// <summary>What to say where there is nothing to look at of an option, or of two.</summary>
    public static RefusedException Nothing(OpenScenario scenario, MeasureEntry measure, OptionId option, OptionId? against) =>
        MeasureChoice.Nothing(
            scenario,
            against is not { } other
                || (measure is { IsUnknownWhereAbsent: true, IsDifference: true } && other == scenario.Scenario.Baseline)
                    ? $"{option} has no {measure.Name}"
                : measure.IsUnknownWhereAbsent ? $"{other} and {option} do not both have {measure.Name}"
                : $"neither {other} nor {option} has {measure.Name}",
            measure.Name
        );

    /// <summary>Refuses a ratio to the baseline where options are set side by side: the baseline has none.</summary>
    public static void CheckOwn(string measure)
    {
        if (MeasureCatalogue.Find(measure) is { IsUnknownWhereAbsent: true, IsDifference: true })
        {
            throw RefusedException.Question(
                $"'{measure}' is held against the baseline, which has none itself: options are not set side by side by it.",
                "take a present value, such as net_present_value_fiscal."
            );
        }
    }

    /// <summary>The option that is looked at, and the one that it is held against; null for its own value.</summary>
    public static (OptionId Option, OptionId? Against) Sides(OpenScenario scenario, SensitivityRequest request, MeasureEntry measure)
    {
        var baseline = scenario.Scenario.Baseline.Name;
        var isOwn =
            request.Against == OwnValue || scenario.Scenario.Options.Length == 1 || (request.Option == baseline && request.Against is null);
        if (!isOwn)
        {
            return MeasureChoice.Sides(scenario, request.Option, request.Against, "look at") is var (option, against) && option != against
                ? (option, against)
                : throw RefusedException.Question($"'{option}' does not differ from itself.", "'--against none' is for its own value.");
        }

        return measure.IsDifference
            ? throw RefusedException.Question(
                $"'{measure.Name}' is there only as a difference from another option.",
                "add --option and --against."
            )
            : (MeasureChoice.Sides(scenario, request.Option ?? baseline, null, "look at").Option, null);
    }

    /// <summary>Stops where no draw is left, or where too many are left out for what is asked.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="count">Draws that were made and left out.</param>
    /// <param name="hasCentral">Whether what is asked can be told of central values.</param>
    public static void CheckLeft(OpenScenario scenario, DrawCount count, bool hasCentral = false)
    {
        if (count.Made > 0 && (count.Used == 0 || (count.Telling == DrawTelling.CentralAlone && !hasCentral)))
        {
            throw new RefusedException(
                new RunFailure
                {
                    Kind = FailureKind.Scenario,
                    About = scenario.Named,
                    Sentence =
                        count.Used == 0
                            ? "every draw broke a rule."
                            : $"{count.LeftOut:N0} of {count.Made:N0} draws ({Amount.Percent(count.ShareLeftOut, "0.#")}) broke a rule: what is left tells nothing of this.",
                    Hint = "'systemsim run --draws' says which; narrow the range, or choose a shape that keeps it.",
                }
            );
        }
    }
}
