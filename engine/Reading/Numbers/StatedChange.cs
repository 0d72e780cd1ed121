namespace SystemSim.Reading;

/// <summary>A change that an override makes to a number, as written.</summary>
/// <param name="At">The change: <c>+£600k</c>, <c>x 1.2</c>, <c>-10 points</c>.</param>
/// <param name="IsNamed">Whether it stands under <c>by</c>, rather than saying by its own sign that it is one.</param>
internal sealed record StatedChange(Scalar At, bool IsNamed)
{
    /// <summary>Its text.</summary>
    public string Text => At.Text;
}
