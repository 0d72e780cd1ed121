using System.Collections.Immutable;
using System.Text;

namespace SystemSim.Reading;

/// <summary>The files of a scenario as whoever has them at hand gives them: for a caller that has no disk.</summary>
/// <remarks>Names have folders in them, parted by <c>/</c>, and no <c>.</c> or <c>..</c>: <c>places/fernley/scenario.yaml</c>. A file names
/// another as it would on a disk.</remarks>
public sealed class NamedTexts : ITextSource
{
    private readonly ImmutableDictionary<string, ImmutableArray<byte>> files;

    /// <summary>Takes files.</summary>
    /// <param name="files">Their bytes, by name.</param>
    public NamedTexts(IEnumerable<KeyValuePair<string, ImmutableArray<byte>>> files) =>
        this.files = files.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Takes texts.</summary>
    /// <param name="texts">The texts, by name.</param>
    public NamedTexts(IEnumerable<KeyValuePair<string, string>> texts)
        : this(texts.Select(text => KeyValuePair.Create(text.Key, ImmutableArray.Create(Encoding.UTF8.GetBytes(text.Value)))))
    {
    }

    private NamedTexts(ImmutableDictionary<string, ImmutableArray<byte>> files) => this.files = files;

    /// <summary>The same files with another in the place of one of them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    public NamedTexts With(string name, ImmutableArray<byte> bytes) => new(files.SetItem(name, bytes));

    /// <summary>The text of a file.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="UnreadableException">It is not plain text.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    internal (string Text, InputFile Input) Text(string name) => Read(name);

    /// <inheritdoc/>
    (string Text, InputFile Input) ITextSource.OpenScenario(string name, bool isInFolder) => Read(name);

    /// <inheritdoc/>
    (string Text, InputFile Input) ITextSource.Open(string name, Scalar named, params ReadOnlySpan<string> endings)
    {
        FileBounds.CheckName(named);
        FileBounds.CheckEnding(named, name, name, endings);
        return Read(name);
    }

    /// <inheritdoc/>
    InputFile ITextSource.OpenTable(string name, Scalar named, params ReadOnlySpan<string> endings)
    {
        FileBounds.CheckName(named);
        FileBounds.CheckEnding(named, name, name, endings);
        return TextFile.Table(name, Bytes(name));
    }

    /// <inheritdoc/>
    bool ITextSource.Has(string name) => files.ContainsKey(name);

    private (string Text, InputFile Input) Read(string name) => TextFile.Read(name, Bytes(name));

    private ImmutableArray<byte> Bytes(string name) =>
        files.TryGetValue(name, out var bytes)
            ? bytes
            : throw new FileNotFoundException($"There is no text '{name}'.", name);
}
