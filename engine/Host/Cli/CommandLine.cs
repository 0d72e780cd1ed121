using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using SystemSim.Reading;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>The command line: its verbs, and what is said when it is wrong.</summary>
internal sealed class CommandLine
{
    private readonly RootCommand root;

    /// <summary>Declares the verbs.</summary>
    /// <param name="environment">What the program finds around it.</param>
    public CommandLine(HostEnvironment environment)
    {
        var common = new CommonOptions();
        var runner = new VerbRunner(common, environment);
        root = new RootCommand("See what siloed or pooled budgets do to everybody's money, place by place.")
        {
            InitVerb.Declare(runner, common),
            PlacesVerb.Declare(runner, common),
            CheckVerb.Declare(runner, common),
            RunVerb.Declare(runner, common),
            CompareVerb.Declare(runner, common),
            ExplainVerb.Declare(runner, common),
            ReportVerb.Declare(runner, common),
            SensitivityVerb.Declare(runner, common),
            SweepVerb.Declare(runner, common),
            PlanVerb.Declare(runner, common),
            DrawVerb.Declare(runner, common),
            MergeVerb.Declare(runner, common),
            OpenVerb.Declare(runner, common),
            SchemaVerb.Declare(runner),
            common.Json, common.Quiet, common.NoColor,
        };
        root.Options.OfType<VersionOption>().Single().Action = new SayVersion();
    }

    /// <summary>Runs what a command line asks.</summary>
    /// <param name="words">The words of the command line.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="UserError">It could not be done, for a reason that the caller can mend.</exception>
    public async Task<int> Run(string[] words, CancellationToken stop)
    {
        if (words.Length == 0)
        {
            // Somebody has started it by a double click, or does not know it.
            Terminal.OfProcess(noColor: true).Answer(Encoding.UTF8.GetBytes(EmbeddedFiles.Text("start.txt")));
            return (int)ExitCode.Done;
        }

        var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpAction && (parsed.Errors.Count > 0 || Misspelt(parsed) is not null))
        {
            throw Wrong(parsed);
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
            stop
        );
    }

    /// <summary>An option that was taken for an argument because no such option is known; null when there is none.</summary>
    private static string? Misspelt(ParseResult parsed)
    {
        // What stands after two dashes is meant as it is.
        var meant = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet();
        var arguments = parsed.CommandResult.Command.Arguments.SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? []);
        return arguments.Where(token => !meant.Contains(token)).Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens).FirstOrDefault(word => word.StartsWith('-') && word.Length > 1);
    }

    private UserError Wrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (Misspelt(parsed) is { } option)
        {
            var where = command == root ? "" : $" of {command.Name}";
            return UserError.Usage(
                $"'{option}' is not an option{where}.",
                Nearest.Hint(option.Split('=', ':')[0], OptionsOf(command), "options")
            );
        }

        if (command != root)
        {
            return UserError.Usage(parsed.Errors[0].Message, $"'systemsim {command.Name} --help' says how it is used.");
        }

        string[] verbs = [.. root.Subcommands.Select(verb => verb.Name)];
        return parsed.UnmatchedTokens is [var verb, ..]
            ? UserError.Usage($"'{verb}' is not a verb.", Nearest.Hint(verb, verbs, "verbs"))
            : UserError.Usage("no verb is given.", $"verbs: {string.Join(", ", verbs)}. 'systemsim --help' says what they do.");
    }

    private string[] OptionsOf(Command command) =>
        [.. command.Options.Concat(root.Options.Where(option => option.Recursive)).Select(option => option.Name).Distinct()];

    /// <summary>Says which program this is: its version, the commit it was made from where it was packed, and what runs it.</summary>
    private sealed class SayVersion : SynchronousCommandLineAction
    {
        /// <inheritdoc/>
        public override int Invoke(ParseResult parseResult)
        {
            var commit = typeof(CommandLine)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .FirstOrDefault(known => known.Key == "Commit")
                ?.Value;
            Console.Out.WriteLine(
                $"systemsim {EngineVersion.Text}, {(commit is null ? "built from source" : $"commit {commit[..12]}")}, {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}"
            );
            return (int)ExitCode.Done;
        }
    }
}
