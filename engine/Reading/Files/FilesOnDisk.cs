namespace SystemSim.Reading;

/// <summary>Files on the caller's disk, within bounds.</summary>
/// <param name="bounds">Which of them may be read.</param>
internal sealed class FilesOnDisk(FileBounds bounds) : ITextSource
{
    /// <inheritdoc/>
    public (string Text, InputFile Input) OpenScenario(string name, bool isInFolder) =>
        TextFile.Read(name, bounds.PlaceOfScenario(name, isInFolder));

    /// <inheritdoc/>
    public (string Text, InputFile Input) Open(string name, Scalar named, params ReadOnlySpan<string> endings) =>
        TextFile.Read(name, bounds.Place(name, named, endings));

    /// <inheritdoc/>
    public InputFile OpenTable(string name, Scalar named, params ReadOnlySpan<string> endings) =>
        TextFile.ReadTable(name, bounds.Place(name, named, endings));

    /// <inheritdoc/>
    public bool Has(string name) => File.Exists(name);
}
