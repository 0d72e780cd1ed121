namespace SystemSim.Reporting;

/// <summary>One line to print.</summary>
/// <param name="text">What it says; what a scenario's titles may hold and a terminal must not see is taken out.</param>
/// <param name="isHeading">Whether it heads what follows; shown where a terminal can.</param>
public sealed class TextLine(string text, bool isHeading = false)
{
    /// <summary>A line of nothing.</summary>
    public static TextLine Empty { get; } = new("");

    /// <summary>What it says, without a line end or any codes of a terminal.</summary>
    public string Text { get; } = Harmless.Text(text);

    /// <summary>Whether it heads what follows.</summary>
    public bool IsHeading { get; } = isHeading;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
