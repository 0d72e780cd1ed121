using System.Text.Json.Serialization;

namespace SystemSim.Page;

/// <summary>What can be opened without a file.</summary>
/// <param name="Version">Version of the engine.</param>
/// <param name="Councils">Councils of which a starter model can be made.</param>
/// <param name="Places">Places of Keep it Local.</param>
internal sealed record Catalogue(string Version, ImmutableArray<Named> Councils, ImmutableArray<Named> Places)
{
    /// <summary>All that there is.</summary>
    public static Catalogue All() =>
        new(
            Runs.EngineVersion.Text,
            [.. SystemSim.Places.Councils.All.Select(council => new Named(council.ShortName, council.ShortName, council.Region))],
            [.. Shipped.Places()]
        );
}

/// <summary>Something that can be opened.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Title">Its name to print.</param>
/// <param name="About">What else is said of it.</param>
internal sealed record Named(string Name, string Title, string About);

/// <summary>A file with its text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Base64">Its bytes, where it is no text; null where it is.</param>
internal sealed record TextFile(string Name, string Text, string? Base64 = null)
{
    /// <summary>Its bytes.</summary>
    [JsonIgnore]
    public byte[] Bytes => Base64 is null ? System.Text.Encoding.UTF8.GetBytes(Text) : Convert.FromBase64String(Base64);
}

/// <summary>What is to be kept of what was changed.</summary>
/// <param name="Opening">What is open, with the changes.</param>
/// <param name="Like">The option that a new one is to be like, with the changes; empty where the scenario itself is to be changed.</param>
/// <param name="Title">Title of the new option.</param>
/// <param name="Note">Why, in a few words.</param>
internal sealed record Keeping(Opening Opening, string Like, string Title, string Note);

/// <summary>Why a number was moved.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Said">Why.</param>
internal sealed record Reason(string Path, string Said);

/// <summary>A text with what was changed, or why there is none.</summary>
/// <param name="Text">The text; empty where there is none.</param>
/// <param name="Why">Why not; empty where there is one.</param>
internal sealed record Kept(string Text, string Why);

/// <summary>What is to be opened.</summary>
/// <param name="Kind"><c>council</c>, <c>place</c>, <c>file</c>, or <c>folder</c> where the program serves one.</param>
/// <param name="Name">Its name; of a file, which of them is the scenario.</param>
/// <param name="Files">Texts that take the place of its own: a user's files, or what was typed.</param>
/// <param name="Changes">Numbers that are changed, each as <c>path=value</c>.</param>
internal sealed record Opening(string Kind, string Name, ImmutableArray<TextFile> Files, ImmutableArray<string> Changes);

/// <summary>What came of opening.</summary>
internal sealed record Opened
{
    /// <summary>Title of the place; its name where it could not be read.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it can be run.</summary>
    public required bool IsSound { get; init; }

    /// <summary>All that is to be said of its texts.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];

    /// <summary>Its texts, the scenario first, then what it extends.</summary>
    public ImmutableArray<TextFile> Files { get; init; } = [];

    /// <summary>How many numbers are changed.</summary>
    public int Changes { get; init; }
}

/// <summary>Which option is told of, and which may be.</summary>
/// <param name="Told">The one that is told of; empty where all are told of side by side.</param>
/// <param name="Options">Those beside the baseline.</param>
internal sealed record Choices(string Told, ImmutableArray<Named> Options)
{
    /// <summary>Paths of the numbers that its author puts first; empty where nothing is said.</summary>
    public ImmutableArray<string> Sliders { get; init; } = [];

    /// <summary>Its presets.</summary>
    public ImmutableArray<PresetButton> Presets { get; init; } = [];

    /// <summary>When the arrangement that is told of takes over; null where none is told of, or it is today's.</summary>
    public StartingYear? Start { get; init; }

    /// <summary>Who bears the overspends of each pool that is told of.</summary>
    public ImmutableArray<PoolShares> Shares { get; init; } = [];
}

/// <summary>Changes that are made at once.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Changes">The changes, each as <c>path=value</c>.</param>
internal sealed record PresetButton(string Title, ImmutableArray<string> Changes);

/// <summary>The year in which an arrangement takes over.</summary>
/// <param name="Path">Path of the year.</param>
/// <param name="Now">The year.</param>
/// <param name="Years">Years in which it may.</param>
internal sealed record StartingYear(string Path, string Now, ImmutableArray<string> Years);

/// <summary>Who bears a pool's overspends.</summary>
/// <param name="Path">Path of the shares, or of all terms of an overspend.</param>
/// <param name="IsWhole">Whether it is that of all terms.</param>
/// <param name="Title">The pool, as people know it.</param>
/// <param name="Why">Why they cannot be stated; empty where they can.</param>
/// <param name="Partners">The partners, each with its share in percent where that is stated.</param>
internal sealed record PoolShares(string Path, bool IsWhole, string Title, string Why, ImmutableArray<PartnerBox> Partners);

/// <summary>A partner's share.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Percent">Its share in percent; empty where it is not stated.</param>
internal sealed record PartnerBox(string Name, string Title, string Percent);

/// <summary>Something to say of a text, in the words of <c>check</c>.</summary>
/// <param name="File">The text.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="IsProblem">Whether the scenario cannot be run because of it.</param>
/// <param name="Text">What is to be said.</param>
/// <param name="Hint">What to try; null where there is nothing useful to say.</param>
internal sealed record Remark(string File, long Line, long Column, bool IsProblem, string Text, string? Hint);

/// <summary>The messages as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Catalogue))]
[JsonSerializable(typeof(Opening))]
[JsonSerializable(typeof(Opened))]
[JsonSerializable(typeof(NumberList))]
[JsonSerializable(typeof(Slider))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<Turn>))]
[JsonSerializable(typeof(ImmutableArray<Effect>))]
[JsonSerializable(typeof(ImmutableArray<Reason>))]
[JsonSerializable(typeof(Choices))]
[JsonSerializable(typeof(Keeping))]
[JsonSerializable(typeof(Kept))]
internal sealed partial class PageJson : JsonSerializerContext;
