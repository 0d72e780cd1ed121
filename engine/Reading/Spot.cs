namespace SystemSim.Reading;

/// <summary>A place in a file.</summary>
/// <param name="File">The file, named as the caller named it; <c>--set</c> for overrides that no file holds.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
public readonly record struct Spot(string File, long Line, long Column)
{
    /// <summary>The place as <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
