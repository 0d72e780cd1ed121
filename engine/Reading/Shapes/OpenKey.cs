namespace SystemSim.Reading;

/// <summary>The form of the keys of a block that are of the author's own choosing.</summary>
/// <param name="Code">Code for keys that do not have it.</param>
/// <param name="What">What they are, with its article.</param>
/// <param name="Example">How to write one.</param>
internal sealed record OpenKey(Code Code, string What, string Example);
