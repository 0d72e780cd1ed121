namespace SystemSim.Reading;

/// <summary>The form of the keys of a block that are of the author's own choosing.</summary>
/// <param name="Code">Code for keys that do not have it.</param>
/// <param name="What">What they are, with its article.</param>
/// <param name="Example">How to write one.</param>
/// <param name="Meant">What to try where a key is meant to have the form and has not; null of one that is meant as something else.</param>
/// <param name="IsSaid">Whether what is wrong with a key is said where the name that it mentions is declared.</param>
internal sealed record OpenKey(
    Code Code, string What, string Example, Func<string, string?>? Meant = null, Func<string, Context, bool>? IsSaid = null);
