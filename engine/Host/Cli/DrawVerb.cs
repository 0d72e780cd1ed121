using System.CommandLine;
using System.Globalization;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>draw</c>: draws shards of a study.</summary>
internal sealed class DrawVerb(Terminal terminal, StudySteps studies)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var study = new Argument<string>("STUDY") { Description = "A folder that 'systemsim plan' has made." };
        var shards = new Option<string[]>("--shard")
        {
            Description = "Which to draw; several with commas between.  [default: all that are missing]",
            HelpName = "3/40",
            DefaultValueFactory = _ => [],
        };
        var variable = new Option<string?>("--index-from")
        {
            Description = "The variable of the environment that has the number of the shard, such as SLURM_ARRAY_TASK_ID.",
            HelpName = "NAME",
        };
        var first = new Option<int?>("--first")
        {
            Description = "With --index-from: the number that means the first shard.  [default: 0]",
            HelpName = "K",
            CustomParser = result => CommonOptions.WholeNumber(result, "--first", 0, otherwise: null, Shard.Most),
        };
        var fromInput = new Option<bool>("--shards-from-input")
        {
            Description = "Read which to draw from standard input, one a line, and answer each once it is drawn.",
        };
        var command = new Command("draw", "Draw shards of a study.")
        {
            study,
            shards,
            variable,
            first,
            common.Shards,
            fromInput,
            common.Threads,
        };
        command.SetAction((parsed, stop) =>
            runner.Run<DrawVerb>(parsed, verb =>
            {
                var folder = verb.Read(parsed.GetRequiredValue(study));
                var threads = parsed.GetValue(common.Threads) ?? runner.Cores;
                var names = CommonOptions.Names(parsed.GetRequiredValue(shards));
                var name = parsed.GetValue(variable);
                OnlyOne(("--shard", names.Count > 0), ("--index-from", name is not null), ("--shards-from-input", parsed.GetValue(fromInput)));
                if (parsed.GetValue(first) is not null && name is null)
                {
                    throw UserError.Usage("--first says from where --index-from counts, which is not there.", "leave --first out.");
                }

                return parsed.GetValue(fromInput)
                    ? verb.Serve(folder, threads, stop)
                    : verb.Draw(
                        folder,
                        name is not null
                            ? [FromVariable(name, parsed.GetValue(first) ?? 0, parsed.GetValue(common.Shards) ?? folder.Study.Shards)]
                            : Named(folder, names, parsed.GetValue(common.Shards)),
                        threads,
                        stop
                    );
            })
        );
        return command;
    }

    private StudyFolder Read(string typed) => studies.Read(typed);

    /// <summary>Draws shards that are not there.</summary>
    private async Task<ExitCode> Draw(StudyFolder folder, IReadOnlyList<Shard> shards, int threads, CancellationToken stop)
    {
        foreach (var shard in shards)
        {
            Sound(folder, shard);
        }

        DrawShard? ready = null;
        foreach (var shard in shards)
        {
            var isThere = folder.Has(shard);
            if (!isThere)
            {
                ready ??= await studies.Ready(folder, threads, stop);
                folder.Put(shard, await ready.Run(shard, stop));
            }

            var (from, to) = shard.PiecesOf(folder.Study);
            terminal.Answer(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{folder.NameOf(shard)}: {folder.Study.Question.Piece}s {from:N0} to {to:N0}{(isThere ? ", which were there already" : "")}"
                )
            );
        }

        return ExitCode.Done;
    }

    /// <summary>Draws what is asked line by line, with one scenario made ready.</summary>
    private async Task<ExitCode> Serve(StudyFolder folder, int threads, CancellationToken stop)
    {
        DrawShard? ready = null;
        while (await Console.In.ReadLineAsync(stop) is { } line)
        {
            var shard = Parsed(line.Trim());
            Sound(folder, shard);
            if (!folder.Has(shard))
            {
                ready ??= await studies.Ready(folder, threads, stop);
                folder.Put(shard, await ready.Run(shard, stop));
            }

            terminal.Answer(shard.ToString());
        }

        return ExitCode.Done;
    }

    private static IReadOnlyList<Shard> Named(StudyFolder folder, IReadOnlyList<string> names, int? of) =>
        names.Count > 0
            ? [.. names.Select(Parsed)]
            : [.. Shard.All(of ?? folder.Study.Shards).Where(shard => !folder.Has(shard))];

    private static Shard FromVariable(string name, int first, int of)
    {
        var text = Environment.GetEnvironmentVariable(name);
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= first && number - first < of
            ? new Shard(number - first + 1, of)
            : throw UserError.Usage(
                text is null ? $"--index-from {name}: there is no such variable in the environment."
                    : $"--index-from {name}: '{text}' is no number of {of} from {first}.",
                "name the variable in which the engine puts the number, and with --first from where it counts."
            );
    }

    private static Shard Parsed(string text) =>
        Shard.Parse(text) ?? throw UserError.Usage($"'{text}' is no shard.", "write it like 3/40, the third of forty.");

    private static void Sound(StudyFolder folder, Shard shard)
    {
        if (shard.PiecesOf(folder.Study) is var (from, to) && to < from)
        {
            throw UserError.Usage($"{shard} is no shard of {folder.Name}, whose draws cannot be cut so fine.", "cut it into fewer shards.");
        }
    }

    private static void OnlyOne(params ReadOnlySpan<(string Name, bool IsThere)> ways)
    {
        var named = new List<string>();
        foreach (var (name, isThere) in ways)
        {
            if (isThere)
            {
                named.Add(name);
            }
        }

        if (named.Count > 1)
        {
            throw UserError.Usage($"{string.Join(" and ", named)} both say which shards to draw.", "leave one out.");
        }
    }
}
