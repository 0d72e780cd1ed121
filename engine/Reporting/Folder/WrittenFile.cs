namespace SystemSim.Reporting;

/// <summary>A file that was written.</summary>
/// <param name="Name">Its name as seen from its folder, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record WrittenFile(string Name, string Sha256);
