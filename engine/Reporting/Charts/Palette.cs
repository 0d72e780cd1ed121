namespace SystemSim.Reporting;

/// <summary>The colours of all charts.</summary>
/// <remarks><b>Source.</b> Government Analysis Function, colours for categorical data: neighbours in this order have a contrast of 3 to 1,
/// and so has each with white.</remarks>
public static class Palette
{
    /// <summary>Text.</summary>
    public const string Text = "#0b0c0c";

    /// <summary>Text of less weight, still 7 to 1 against white.</summary>
    public const string Quiet = "#505a5f";

    /// <summary>Lines that only help the eye.</summary>
    public const string Grid = "#d8dcde";

    /// <summary>The paper.</summary>
    public const string Paper = "#ffffff";

    /// <summary>Colours for parts, dark and light in turn.</summary>
    public static ImmutableArray<string> Parts { get; } = ["#12436D", "#28A197", "#801650", "#F46A25"];

    /// <summary>What is less, or better for who pays.</summary>
    public static Ink Less { get; } = new(Parts[1]);

    /// <summary>What is more, or worse for who pays: dark beside light, and ruled, so that it needs no colour to be told apart.</summary>
    public static Ink More { get; } = new(Parts[2], Texture.Rising);

    /// <summary>The colour and texture of a part, by its place among the others.</summary>
    /// <param name="part">Place, from 0.</param>
    public static Ink Part(int part) => new(Parts[part % Parts.Length], (part % 8) switch
    {
        0 or 1 => Texture.Plain,
        2 => Texture.Rising,
        3 => Texture.Dotted,
        4 or 5 => Texture.Ruled,
        6 => Texture.Falling,
        _ => Texture.Rising,
    });

    /// <summary>Dashes of a line, by its place among the others; empty for none.</summary>
    /// <param name="line">Place, from 0.</param>
    public static string Dashes(int line) => (line % 8) switch
    {
        0 => "",
        1 => "7 3",
        2 => "2 3",
        3 => "9 3 2 3",
        4 => "14 3",
        5 => "4 2",
        6 => "1 2",
        _ => "9 2 2 2 2 2",
    };
}
