using System.Collections.Immutable;
using System.CommandLine;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary><c>explain</c>: says why two options differ in one number, driver by driver.</summary>
internal sealed class ExplainVerb(Terminal terminal, Surroundings surroundings, ScenarioDesk desk)
{
    private static readonly ImmutableArray<string> Columns =
        [.. Observation.Columns.Where(column => column is "organisation" or "fund" or "provider" or "service" or "tier" or "area" or "age_band" or "need_state")];

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };
        var measure = new Option<string>("--measure") { Description = "Measure to explain, such as spend; those of the tidy files.", HelpName = "M", Required = true };
        var year = new Option<string?>("--year") { Description = "Financial year, such as 2030/31; all years together unless stated.", HelpName = "Y" };
        var option = new Option<string?>("--option") { Description = "Option to explain; may be left out where there is one beside the baseline.", HelpName = "A" };
        var against = new Option<string?>("--against") { Description = "Option that it is held against.  [default: the baseline]", HelpName = "B" };
        var where = new Option<string[]>("--where") { Description = "Explain one part, such as organisation=council; repeatable.", HelpName = "column=name", DefaultValueFactory = _ => [] };
        var command = new Command("explain", "Say why two options differ in one number, driver by driver.") { scenario, measure, year, option, against, where, common.Set };
        command.SetAction((parsed, stop) => runner.Run<ExplainVerb>(parsed, verb => verb.Run(
            new ExplainRequest
            {
                Scenario = parsed.GetRequiredValue(scenario),
                Overrides = parsed.GetRequiredValue(common.Set),
                Measure = parsed.GetRequiredValue(measure),
                Year = parsed.GetValue(year),
                Option = parsed.GetValue(option),
                Against = parsed.GetValue(against),
                Where = parsed.GetRequiredValue(where),
                Json = parsed.GetValue(common.Json),
                Quiet = parsed.GetValue(common.Quiet),
            },
            stop)));
        return command;
    }

    private async Task<ExitCode> Run(ExplainRequest request, CancellationToken stop)
    {
        var scenario = await desk.ReadSound(request.Scenario, request.Overrides, stop);
        var selection = SelectionOf(request, scenario.Scenario.Horizon);
        var (option, against) = Sides(request, scenario);
        var progress = new Progress(terminal, surroundings.Clock, request.Quiet);
        var study = await Task.Run(() => WaterfallStudy.Run(scenario.Scenario, selection, against, option, progress), stop).WaitAsync(stop);
        if (study.Broken is { } broken)
        {
            throw ScenarioDesk.Stopped(scenario, broken);
        }

        if (study.Waterfall is not { } waterfall)
        {
            throw new StopException(
                ExitCode.WrongUsage, $"{scenario.Argument}: neither {against} nor {option} has {request.Measure} of this.",
                "the tidy files of 'systemsim run' say what there is.");
        }

        if (request.Json)
        {
            terminal.Answer(WaterfallJson.Write(waterfall));
        }
        else
        {
            terminal.Answer(WaterfallText.Write(waterfall));
        }

        return ExitCode.Done;
    }

    private static Selection SelectionOf(ExplainRequest request, Horizon horizon)
    {
        if (MeasureCatalogue.Find(request.Measure) is not { } measure)
        {
            throw Wrong($"there is no measure '{request.Measure}'.", Nearest.Hint(request.Measure, [.. MeasureCatalogue.All.Select(known => known.Name)], "measures"));
        }

        if (measure.TellsWhen)
        {
            throw Wrong($"'{measure.Name}' tells when, and not how much: no difference is taken of it.", null);
        }

        if (request.Year is null && measure.IsStock)
        {
            throw Wrong($"'{measure.Name}' is what there is at the end of a year, and no year is named.", $"add --year {horizon.YearAt(horizon.Years - 1)}.");
        }

        return new Selection { Measure = measure.Name, Year = YearOf(request, horizon), Where = WhereOf(request) };
    }

    private static FinancialYear? YearOf(ExplainRequest request, Horizon horizon)
    {
        if (request.Year is null)
        {
            return null;
        }

        var last = horizon.YearAt(horizon.Years - 1);
        return FinancialYear.TryParse(request.Year, out var year) && year >= horizon.Start && year <= last
            ? year
            : throw Wrong($"'{request.Year}' is not a financial year that is run.", $"the run goes from {horizon.Start} to {last}.");
    }

    private static Dictionary<string, string> WhereOf(ExplainRequest request)
    {
        var where = new Dictionary<string, string>();
        foreach (var part in request.Where)
        {
            var column = part.Split('=')[0];
            if (!Columns.Contains(column) || column.Length == part.Length || !where.TryAdd(column, part[(column.Length + 1)..]))
            {
                throw Wrong($"--where takes column=name, each column once, not '{part}'.", Nearest.Hint(column, Columns, "columns"));
            }
        }

        return where;
    }

    private static (OptionId Option, OptionId Against) Sides(ExplainRequest request, OpenScenario scenario)
    {
        ScenarioDesk.Named(scenario, [.. new[] { request.Option, request.Against }.OfType<string>()]);
        var against = request.Against is { } stated ? new OptionId(stated) : scenario.Scenario.Baseline;
        if (request.Option is { } named)
        {
            return (new OptionId(named), against);
        }

        var others = scenario.Scenario.Options.Select(option => option.Id).Where(option => option != against).ToArray();
        return others is [var only]
            ? (only, against)
            : throw Wrong("it is not said which option to explain.", others.Length == 0 ? "the scenario has one option alone." : $"add --option: {string.Join(", ", others)}.");
    }

    private static StopException Wrong(string sentence, string? hint) =>
        hint is null ? new(ExitCode.WrongUsage, $"systemsim: {sentence}") : new(ExitCode.WrongUsage, $"systemsim: {sentence}", hint);
}
