using System.Collections.Immutable;

namespace SystemSim.Host;

/// <summary>How a study is to be cut and drawn, apart from what it asks.</summary>
/// <param name="Study">Folder of the study, as typed; null for one named by the scenario.</param>
/// <param name="Shards">How many shards it is cut into; null where the program chooses.</param>
/// <param name="Workers">Processes or pods that draw at a time.</param>
/// <param name="By">Who draws.</param>
internal sealed record SweepOrder(string? Study, int? Shards, int Workers, SweepWorkers By);

/// <summary>Who draws the shards of a study.</summary>
internal abstract record SweepWorkers
{
    /// <summary>Processes of this machine.</summary>
    public sealed record Here : SweepWorkers;

    /// <summary>A Slurm cluster.</summary>
    /// <param name="Words">Words for <c>sbatch</c>.</param>
    /// <param name="GoesAway">Whether the jobs are handed in and not waited for.</param>
    public sealed record OfSlurm(ImmutableArray<string> Words, bool GoesAway) : SweepWorkers;

    /// <summary>A Kubernetes cluster.</summary>
    /// <param name="Image">Image whose program is <c>systemsim</c>.</param>
    /// <param name="Claim">Claim of the volume that holds the study.</param>
    /// <param name="VolumePath">Path of the study on the volume; null for the name of its folder.</param>
    /// <param name="GoesAway">Whether the jobs are written and not applied.</param>
    public sealed record OfKubernetes(string Image, string Claim, string? VolumePath, bool GoesAway) : SweepWorkers;
}
