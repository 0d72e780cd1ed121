using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SystemSim.Host;

/// <summary>Options of <c>sensitivity</c>.</summary>
internal sealed class SensitivityOptions
{
    private readonly Argument<string> scenario = new("SCENARIO") { Description = "A scenario file, or a folder that holds a scenario.yaml." };

    private readonly Option<string> measure = new("--measure") { Description = "Measure to look at, such as delivered; those of the tidy files.", HelpName = "M", DefaultValueFactory = _ => "spend" };

    private readonly Option<string?> year = new("--year") { Description = "Financial year, such as 2030/31; all years together unless stated.", HelpName = "Y" };

    private readonly Option<string?> by = new("--by") { Description = "Add up the years up to this one alone.", HelpName = "Y" };

    private readonly Option<string?> option = new("--option") { Description = "Option to look at; may be left out where there is one beside the baseline.", HelpName = "A" };

    private readonly Option<string?> against = new("--against") { Description = "Option that it is held against; 'none' for its own value.  [default: the baseline]", HelpName = "B" };

    private readonly Option<string[]> where = new("--where") { Description = "Look at one part, such as organisation=council; repeatable.", HelpName = "column=name", DefaultValueFactory = _ => [] };

    private readonly Option<string?> switching = new("--switch") { Description = "Solve for the value of one number at which the difference is nothing; its path, as in --set.", HelpName = "path" };

    private readonly Option<(double Low, double High)?> between = new("--between")
    {
        Description = "Where to look for it, in base units, such as 0,0.5 or 0%,50%.",
        HelpName = "low,high",
        CustomParser = Ends,
    };

    /// <summary>Gives a verb these options, and those that it shares with others.</summary>
    public void AddTo(Command command, CommonOptions common)
    {
        command.Add(scenario);
        foreach (var own in (Option[])[measure, year, by, option, against, where, switching, between, common.Set, common.Threads])
        {
            command.Add(own);
        }
    }

    /// <summary>What the command line asks.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="common">Options that the verb shares with others.</param>
    /// <param name="cores">Threads to use unless it says.</param>
    public SensitivityRequest Request(ParseResult parsed, CommonOptions common, int cores) => new()
    {
        Scenario = parsed.GetRequiredValue(scenario),
        Overrides = parsed.GetRequiredValue(common.Set),
        Measure = parsed.GetRequiredValue(measure),
        Year = parsed.GetValue(year),
        By = parsed.GetValue(by),
        Option = parsed.GetValue(option),
        Against = parsed.GetValue(against),
        Where = parsed.GetRequiredValue(where),
        Switch = parsed.GetValue(switching),
        Between = parsed.GetValue(between),
        Threads = parsed.GetValue(common.Threads) ?? cores,
        Json = parsed.GetValue(common.Json),
        Quiet = parsed.GetValue(common.Quiet),
    };

    private static (double Low, double High)? Ends(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (text.Split(',') is [var first, var last] && Number(first) is { } low && Number(last) is { } high && low < high)
        {
            return (low, high);
        }

        result.AddError($"--between takes two numbers, the lower first, such as 0,0.5, not '{text}'.");
        return null;
    }

    private static double? Number(string text)
    {
        var (digits, unit) = text.Trim() is [.. var share, '%'] ? (share, 100.0) : (text.Trim(), 1.0);
        return double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number / unit : null;
    }
}
