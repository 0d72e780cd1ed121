using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Options that several verbs have.</summary>
internal sealed class CommonOptions
{
    /// <summary>Most draws of what keeps every one of them in memory.</summary>
    public const int MostKept = 1_000_000;

    // What is summed as it is drawn takes time alone: as many as tell a chance to a hundredth of a percent.
    private const int MostDraws = 100_000_000;

    // As many as queries of .NET may have.
    private const int MostThreads = 512;

    /// <summary>Answers as JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Give the answers as JSON.", Recursive = true };

    /// <summary>No progress.</summary>
    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Tell no progress.", Recursive = true };

    /// <summary>No styles.</summary>
    public Option<bool> NoColor { get; } =
        new("--no-color") { Description = "Use no colours or bold type, even on a terminal.", Recursive = true };

    /// <summary>Results folder.</summary>
    public Option<string?> Out { get; } =
        new("--out")
        {
            Description = "Results folder; one of ours is replaced as a whole.  [default: results/<scenario>]",
            HelpName = "FOLDER",
        };

    /// <summary>Folder that holds all that a scenario may read.</summary>
    public Option<string?> Root { get; } = new("--root")
    {
        Description = "Folder that holds all files a scenario may read.  [default: its own, or the nearest above that holds what it names]",
        HelpName = "FOLDER",
    };

    /// <summary>Numbers put in the place of others.</summary>
    public Option<string[]> Set { get; } =
        new("--set")
        {
            Description = "Override one number, such as services.gp.budget=£2m; repeatable.",
            HelpName = "path=value",
            DefaultValueFactory = _ => [],
        };

    /// <summary>Options to run.</summary>
    public Option<string[]> Options { get; } =
        new("--options")
        {
            Description = "Run only these beside the baseline.",
            HelpName = "a,b",
            DefaultValueFactory = _ => [],
        };

    /// <summary>The option to tell of.</summary>
    public Option<string?> Told { get; } =
        new("--option")
        {
            Description = "Tell of this option first.  [default: the scenario's headline; without one, all side by side]",
            HelpName = "NAME",
        };

    /// <summary>Rows for each step.</summary>
    public Option<bool> Steps { get; } = new("--steps") { Description = "Add rows for each step to the results." };

    /// <summary>Part of the results folder.</summary>
    public Option<string?> Only { get; } = OneOf("--only", "tidy", "Write tidy/ and run.json alone.");

    /// <summary>Threads.</summary>
    public Option<int?> Threads { get; } = new("--threads")
    {
        Description = "Threads to use; never changes a byte of the results.  [default: every core]",
        HelpName = "N",
        CustomParser = result => WholeNumber(result, "--threads", 1, otherwise: null, MostThreads),
    };

    /// <summary>Draws, of verbs that make none unless told.</summary>
    public Option<int?> Draws { get; } = DrawsUnless("0");

    /// <summary>Draws, of verbs that tell a range unless told not to.</summary>
    public Option<int?> DrawsOfRun { get; } = DrawsUnless("the scenario's own, else 1000; 0 for central values alone");

    /// <summary>Monte Carlo error.</summary>
    public Option<double?> Until { get; } =
        new("--until")
        {
            Description =
                "Draw until the Monte Carlo error of what the options spend, and of the differences, is at most this; --draws is then the most.",
            HelpName = "1%",
            CustomParser = Percent,
        };

    /// <summary>Draws one by one.</summary>
    public Option<bool> KeepDraws { get; } =
        new("--keep-draws") { Description = "Add tidy/draws.csv: the headline outcomes of every draw." };

    /// <summary>Seed.</summary>
    public Option<int?> Seed { get; } = new("--seed")
    {
        Description = "Seed of all draws.  [default: the scenario's own, else 1]",
        HelpName = "S",
        CustomParser = result => WholeNumber(result, "--seed", 0, otherwise: null),
    };

    /// <summary>How many shards a study is cut into.</summary>
    public Option<int?> Shards { get; } = new("--shards")
    {
        Description = "Shards to cut the draws into.  [default: as many as suit them]",
        HelpName = "N",
        CustomParser = result => WholeNumber(result, "--shards", 1, otherwise: null, Shard.Most),
    };

    /// <summary>The options of a verb that plans a study.</summary>
    public IEnumerable<Option> OfStudies => [Set, Root, Options, Told, Steps, Only, DrawsOfRun, Seed, Threads, Shards];

    /// <summary>The options of a verb that runs scenarios and keeps all that comes of it.</summary>
    /// <param name="tells">Whether it runs one scenario, to tell of it.</param>
    public IEnumerable<Option> OfRuns(bool tells) =>
        [
            Out, Set, Root, Options, .. tells ? [Told] : Array.Empty<Option>(), Steps, Only, tells ? DrawsOfRun : Draws, Seed, Until,
            KeepDraws, Threads,
        ];

    /// <summary>What the command line asks of a verb that runs scenarios.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenarios">The scenarios it names.</param>
    /// <param name="cores">Threads to use unless it says.</param>
    /// <exception cref="UserError">Something is said of draws where none are asked.</exception>
    public RunCommand Command(ParseResult parsed, IReadOnlyList<string> scenarios, int cores)
    {
        var request = new RunRequest
        {
            Options = Names(parsed.GetRequiredValue(Options)),
            BySteps = parsed.GetValue(Steps),
            OnlyTidy = parsed.GetValue(Only) is not null,
            Told = parsed.GetValue(Told),
            Draws = DrawsIn(parsed) ?? (parsed.GetValue(Until) is null ? 0 : null),
            DrawsUnlessTold =
                parsed.CommandResult.Command.Options.Contains(DrawsOfRun) && DrawsIn(parsed) is null && parsed.GetValue(Until) is null,
            Seed = parsed.GetValue(Seed),
            Until = parsed.GetValue(Until),
            KeepsDraws = parsed.GetValue(KeepDraws),
            Threads = parsed.GetValue(Threads) ?? cores,
        };
        Endings.StopIfRefused(request.Refusal);
        return new()
        {
            Scenarios = scenarios,
            Overrides = parsed.GetRequiredValue(Set),
            Out = parsed.GetValue(Out),
            Request = request,
            Json = parsed.GetValue(Json),
            Quiet = parsed.GetValue(Quiet),
        };
    }

    private int? DrawsIn(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Contains(DrawsOfRun) ? parsed.GetValue(DrawsOfRun) : parsed.GetValue(Draws);

    private static Option<int?> DrawsUnless(string usual) =>
        new("--draws")
        {
            Description = $"Draw every uncertain number so often, and run all options on each draw.  [default: {usual}]",
            HelpName = "N",
            CustomParser = result => WholeNumber(result, "--draws", 0, otherwise: null, MostDraws),
        };

    /// <summary>The names in a list that may be repeated and parted by commas.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<string> lists) =>
        [.. lists.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    private static Option<string?> OneOf(string name, string word, string says)
    {
        var option = new Option<string?>(name) { Description = says, HelpName = word };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value != word)
            {
                result.AddError($"{name} takes '{word}', not '{token.Value}'.");
            }
        });
        return option;
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="result">What is written.</param>
    /// <param name="name">Name of the option.</param>
    /// <param name="least">Smallest number.</param>
    /// <param name="otherwise">What stands for no number; null where there must be one.</param>
    /// <param name="most">Largest number.</param>
    public static int? WholeNumber(ArgumentResult result, string name, int least, int? otherwise, int most = int.MaxValue)
    {
        if (result.Tokens is [] && otherwise is { } usual)
        {
            return usual;
        }

        if (
            result.Tokens is [var token]
            && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        var allowed =
            most == int.MaxValue ? $"of at least {least}" : string.Create(CultureInfo.InvariantCulture, $"from {least} to {most:N0}");
        result.AddError($"{name} takes a whole number {allowed}, not '{string.Concat(result.Tokens.Select(word => word.Value))}'.");
        return null;
    }

    private static double? Percent(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (
            text.EndsWith('%')
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0.0 and < 100.0
        )
        {
            return percent / 100.0;
        }

        result.AddError($"--until takes a share above 0% and below 100%, such as 1%, not '{text}'.");
        return null;
    }
}
