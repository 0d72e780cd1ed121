using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Options of <c>sensitivity</c>.</summary>
internal sealed class SensitivityOptions
{
    private readonly Argument<string> scenario = new("SCENARIO")
    {
        Description = "A scenario file, or a folder that holds a scenario.yaml.",
    };

    private readonly Option<string> measure = new("--measure")
    {
        Description = "Measure to look at, such as delivered; those of the tidy files.",
        HelpName = "M",
        DefaultValueFactory = _ => "spend",
    };

    private readonly Option<string?> year = new("--year")
    {
        Description = "Financial year, such as 2030/31; all years together unless stated.",
        HelpName = "Y",
    };

    private readonly Option<string?> by = new("--by") { Description = "Add up the years up to this one alone.", HelpName = "Y" };

    private readonly Option<string?> option = new("--option")
    {
        Description = "Option to look at; may be left out where there is one beside the baseline.",
        HelpName = "A",
    };

    private readonly Option<string?> against = new("--against")
    {
        Description = "Option that it is held against; 'none' for its own value.  [default: the baseline]",
        HelpName = "B",
    };

    private readonly Option<string[]> where = new("--where")
    {
        Description = "Look at one part, such as organisation=council; repeatable.",
        HelpName = "column=name",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> switching = new("--switch")
    {
        Description =
            "Solve for the value of one number at which the difference is nothing; its path, as in --set. Several are moved in proportion.",
        HelpName = "path,path",
    };

    private readonly Option<(double Low, double High)?> between = new("--between")
    {
        Description = "Where to look for it, in base units, such as 0,0.5 or 0%,50%.",
        HelpName = "low,high",
        CustomParser = Ends,
    };

    private readonly Option<string?> grid = new("--grid")
    {
        Description = "Move two numbers together over a grid; their paths.",
        HelpName = "path,path",
    };

    private readonly Option<bool> sobol = new("--sobol")
    {
        Description = "Share out the variance: what each number does by itself, and with all others.  [draws: 1024]",
    };

    private readonly Option<bool> information = new("--information")
    {
        Description =
            "Say what it is worth to know each number before choosing the option of the least cost (--measure), or of the most net benefit (--effect, --worth).  [draws: 4096]",
    };

    private readonly Option<string?> frontier = new("--frontier")
    {
        Description = "Place the options by cost (--measure) and an effect, such as quality_adjusted_life_years.  [draws: 1000]",
        HelpName = "M",
    };

    private readonly Option<string?> acceptability = new("--acceptability")
    {
        Description = "Say how likely each option is the best, by what a unit of an effect is worth.  [draws: 1000]",
        HelpName = "M",
    };

    private readonly Option<string?> effect = new("--effect")
    {
        Description = "Effect that --information counts beside cost.",
        HelpName = "M",
    };

    private readonly Option<double[]> worth = new("--worth")
    {
        Description = "What a unit of effect is worth, such as 20000 or £20k; several for --acceptability.",
        HelpName = "£,£",
        CustomParser = Amounts,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int?> draws = new("--draws")
    {
        Description = "Draws, for what is worked out by draws; 0 for a frontier of central values.",
        HelpName = "N",
        CustomParser = result => CommonOptions.WholeNumber(result, "--draws", least: 0, otherwise: null, CommonOptions.MostKept),
    };

    /// <summary>Folder for a page, a workbook and files of data; none unless it is named.</summary>
    public Option<string?> Out { get; } = new("--out")
    {
        Description = "Leave a page, a workbook and files of data in a folder; one of ours is replaced as a whole.",
        HelpName = "FOLDER",
    };

    /// <summary>Gives a verb these options, and those that it shares with others.</summary>
    public void AddTo(Command command, CommonOptions common)
    {
        command.Add(scenario);
        foreach (var own in (Option[])
        [
            measure, year, by, option, against, where, switching, between, grid, sobol, information, frontier, acceptability, effect, worth,
            Out, common.Set, common.Root, common.Options, draws, common.Seed, common.Threads,
        ])
        {
            command.Add(own);
        }
    }

    /// <summary>Gives a verb that plans studies the options of what is worked out by draws.</summary>
    public void AddByDrawsTo(Command command)
    {
        foreach (var own in ByDraws)
        {
            command.Add(own);
        }
    }

    /// <summary>What the command line asks a study of what the answer rests on; null where it asks what <c>run</c> leaves.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">What else it asks.</param>
    /// <exception cref="UserError">Something is said that does not go with the rest.</exception>
    public SensitivityRequest? OfStudy(ParseResult parsed, RunRequest run)
    {
        var request = Asked(parsed) with
        {
            Option = run.Told,
            Options = run.Options,
            Draws = run.DrawsUnlessTold ? null : (int?)run.Draws,
            Seed = run.Seed,
            Threads = run.Threads,
        };
        if (!request.IsByDraws)
        {
            return ByDraws.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } idle
                ? throw UserError.Usage(
                    $"{idle.Name} is about what an answer rests on, and that is not asked.",
                    "add --sobol, --information, --frontier or --acceptability, or leave it out."
                )
                : null;
        }

        Endings.StopIfRefused(AskSensitivity.Refusal(request));
        return !run.BySteps && !run.OnlyTidy
            ? request
            : throw UserError.Usage("--steps and --only say which files 'run' leaves, and something else is asked.", "leave them out.");
    }

    private IReadOnlyList<Option> ByDraws =>
        [sobol, information, frontier, acceptability, measure, year, by, against, where, effect, worth];

    /// <summary>The scenario that the command line names.</summary>
    public string Scenario(ParseResult parsed) => parsed.GetRequiredValue(scenario);

    /// <summary>What the command line asks of it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="common">Options that the verb shares with others.</param>
    /// <param name="cores">Threads to use unless it says.</param>
    public SensitivityRequest Request(ParseResult parsed, CommonOptions common, int cores) => Asked(parsed) with
    {
        Option = parsed.GetValue(option),
        Switch = parsed.GetValue(switching),
        Between = parsed.GetValue(between),
        IsGrid = parsed.GetValue(grid) is not null,
        Grid = CommonOptions.Names(parsed.GetValue(grid) is { } two ? [two] : []),
        Options = CommonOptions.Names(parsed.GetRequiredValue(common.Options)),
        Draws = parsed.GetValue(draws),
        Seed = parsed.GetValue(common.Seed),
        Threads = parsed.GetValue(common.Threads) ?? cores,
    };

    /// <summary>What every verb takes that works it out by draws.</summary>
    private SensitivityRequest Asked(ParseResult parsed) => new()
    {
        Measure = parsed.GetRequiredValue(measure),
        Year = parsed.GetValue(year),
        By = parsed.GetValue(by),
        Against = parsed.GetValue(against),
        Where = parsed.GetRequiredValue(where),
        Sobol = parsed.GetValue(sobol),
        Information = parsed.GetValue(information),
        Frontier = parsed.GetValue(frontier),
        Acceptability = parsed.GetValue(acceptability),
        Effect = parsed.GetValue(effect),
        Worth = parsed.GetRequiredValue(worth),
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

    private static double[] Amounts(ArgumentResult result)
    {
        var texts = result.Tokens is [var token] ? token.Value.Split(',') : [];
        var amounts = texts.Select(Pounds).ToArray();
        if (amounts.Length > 0 && amounts.All(amount => amount is >= 0.0))
        {
            return [.. amounts.Select(amount => amount!.Value)];
        }

        result.AddError($"--worth takes amounts of money with commas between them, such as 20000,£30k, not '{string.Join(',', texts)}'.");
        return [];
    }

    private static double? Pounds(string text)
    {
        var digits = text.Trim().TrimStart('£');
        return digits is [.. var thousands, 'k'] ? Number(thousands) * 1e3
            : digits is [.. var millions, 'm'] ? Number(millions) * 1e6
            : Number(digits);
    }

    private static double? Number(string text)
    {
        var (digits, unit) = text.Trim() is [.. var share, '%'] ? (share, 100.0) : (text.Trim(), 1.0);
        return double.TryParse(
            digits,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number / unit
            : null;
    }
}
