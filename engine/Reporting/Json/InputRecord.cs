namespace SystemSim.Reporting;

/// <summary>A file that went into a run.</summary>
/// <param name="Name">Its name as seen from the folder of the scenario, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record InputRecord(string Name, string Sha256)
{
    /// <summary>Its bytes.</summary>
    public ImmutableArray<byte> Bytes { get; init; } = [];
}
