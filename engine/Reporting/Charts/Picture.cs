namespace SystemSim.Reporting;

/// <summary>A chart as geometry: everything that is drawn, and where. Its form is the same on a page, in a file, on paper and on a
/// phone.</summary>
/// <remarks><b>Units.</b> 440 across whatever the screen: at 360 pixels with a margin of 12 on both sides, 14 units are 10.7
/// pixels.</remarks>
public sealed record Picture
{
    /// <summary>Width.</summary>
    public const double Width = 440.0;

    /// <summary>Size of most text.</summary>
    public const double TextSize = 14.0;

    /// <summary>Size of the smallest text.</summary>
    public const double SmallSize = 13.5;

    /// <summary>Size of the title.</summary>
    public const double TitleSize = 18.0;

    /// <summary>Name without ending: of its file, and of its parts on a page.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, in a sentence of ten words at most.</summary>
    public required string Title { get; init; }

    /// <summary>The same with the numbers, for who does not see it.</summary>
    public required string Description { get; init; }

    /// <summary>Height.</summary>
    public required double Height { get; init; }

    /// <summary>What is drawn, in order.</summary>
    public required ImmutableArray<Mark> Marks { get; init; }

    /// <summary>What is written, over all marks.</summary>
    public required ImmutableArray<Label> Labels { get; init; }
}
