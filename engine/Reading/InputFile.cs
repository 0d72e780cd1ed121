using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A file that a scenario was read from.</summary>
/// <param name="Name">Its name as diagnostics show it.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record InputFile(string Name, string Sha256, ImmutableArray<byte> Bytes);
