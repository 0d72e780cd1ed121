using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;

namespace SystemSim.Host;

/// <summary>What only <c>sweep</c> is asked.</summary>
internal sealed class SweepOptions
{
    private const int MostWorkers = 512;

    public Argument<string[]> Scenarios { get; } =
        new("SCENARIO")
        {
            Description = "A scenario file, or a folder that holds a scenario.yaml; of several each has a study and results of its own.",
            Arity = ArgumentArity.OneOrMore,
        };

    public Option<string?> Study { get; } =
        new("--study")
        {
            Description = "Folder of the study; one that is there and asks the same is gone on with.  [default: studies/<scenario>]",
            HelpName = "FOLDER",
        };

    public Option<int?> Workers { get; } =
        new("--workers")
        {
            Description = "Processes or pods that draw at a time; never changes a byte of the results.  [default: every core]",
            HelpName = "N",
            CustomParser = result => CommonOptions.WholeNumber(result, "--workers", 1, otherwise: null, MostWorkers),
        };

    public Option<bool> Slurm { get; } =
        new("--slurm") { Description = "Have a Slurm cluster draw and merge; its machines share the study's folder." };

    public Option<string[]> Sbatch { get; } =
        new("--sbatch")
        {
            Description = "With --slurm: words for sbatch, such as \"--partition=long --time=2:00:00\".",
            HelpName = "WORDS",
            DefaultValueFactory = _ => [],
        };

    public Option<bool> NoWait { get; } =
        new("--no-wait") { Description = "With --slurm: hand the jobs in and end. With --kubernetes: write them, and say what applies them." };

    public Option<bool> Kubernetes { get; } =
        new("--kubernetes") { Description = "Have a Kubernetes cluster draw and merge, by kubectl, over a volume that holds the study." };

    public Option<string?> Image { get; } =
        new("--image") { Description = "With --kubernetes: image whose program is systemsim, of this version.", HelpName = "IMAGE" };

    public Option<string?> Claim { get; } =
        new("--claim") { Description = "With --kubernetes: claim of the volume.", HelpName = "NAME" };

    public Option<string?> VolumePath { get; } =
        new("--volume-path")
        {
            Description = "With --kubernetes: path of the study on the volume.  [default: the name of its folder]",
            HelpName = "PATH",
        };

    /// <summary>Puts them on a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Study, Workers, Slurm, Sbatch, NoWait, Kubernetes, Image, Claim, VolumePath])
        {
            command.Add(option);
        }
    }

    /// <summary>What is asked.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="shards">How many shards are asked; null for none.</param>
    /// <param name="cores">How many cores there are.</param>
    /// <exception cref="UserError">An option is there without that which it belongs to.</exception>
    public SweepOrder Order(ParseResult parsed, int? shards, int cores)
    {
        Check(parsed);
        var goesAway = parsed.GetValue(NoWait);
        SweepWorkers by =
            parsed.GetValue(Slurm) ? new SweepWorkers.OfSlurm(Words(parsed.GetRequiredValue(Sbatch)), goesAway)
            : parsed.GetValue(Kubernetes)
                ? new SweepWorkers.OfKubernetes(
                    parsed.GetRequiredValue(Image)!, parsed.GetRequiredValue(Claim)!, parsed.GetValue(VolumePath), goesAway)
            : new SweepWorkers.Here();
        return new(parsed.GetValue(Study), shards, parsed.GetValue(Workers) ?? cores, by);
    }

    private static ImmutableArray<string> Words(IEnumerable<string> typed) =>
        [.. typed.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private void Check(ParseResult parsed)
    {
        var (slurm, kubernetes) = (parsed.GetValue(Slurm), parsed.GetValue(Kubernetes));
        if (slurm && kubernetes)
        {
            throw UserError.Usage("--slurm and --kubernetes both say who draws.", "leave one out.");
        }

        (Option Option, bool IsTaken, string With)[] belong =
        [
            (Sbatch, slurm, "--slurm"),
            (NoWait, slurm || kubernetes, "--slurm or --kubernetes"),
            (Image, kubernetes, "--kubernetes"),
            (Claim, kubernetes, "--kubernetes"),
            (VolumePath, kubernetes, "--kubernetes"),
        ];
        if (belong.FirstOrDefault(one => !one.IsTaken && IsThere(one.Option)) is { Option: { } alone, With: var with })
        {
            throw UserError.Usage($"{alone.Name} belongs to {with}, which is not there.", $"leave {alone.Name} out.");
        }

        if ((slurm || kubernetes) && parsed.GetRequiredValue(Scenarios).Length > 1 && parsed.GetValue<bool>("--json"))
        {
            throw UserError.Usage("a cluster answers for each scenario by itself.", "leave --json out, or sweep one scenario.");
        }

        if (kubernetes && (parsed.GetValue(Image) is null || parsed.GetValue(Claim) is null))
        {
            throw UserError.Usage("--kubernetes needs an image and a volume.", "name them: --image IMAGE --claim NAME.");
        }

        bool IsThere(Option option) => parsed.GetResult(option) is OptionResult { Implicit: false };
    }
}
