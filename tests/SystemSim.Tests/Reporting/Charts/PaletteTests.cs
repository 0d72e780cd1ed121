using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class PaletteTests
{
    [Test]
    public void Neighbours_have_a_contrast_of_three_to_one()
    {
        var neighbours = Palette.Parts.Zip([.. Palette.Parts.Skip(1), Palette.Parts[0]]);

        Assert.That(neighbours.Select(pair => Colours.Contrast(pair.First, pair.Second)), Is.All.GreaterThanOrEqualTo(3.0));
    }

    [Test]
    public void Black_and_white_are_as_far_apart_as_can_be()
    {
        Assert.That(Colours.Contrast("#000000", "#ffffff"), Is.EqualTo(21.0).Within(1e-12));
    }

    [Test]
    public void Eight_parts_differ_in_colour_or_texture_and_eight_lines_in_dashes()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Enumerable.Range(0, 8).Select(Palette.Part).Distinct().Count(), Is.EqualTo(8));
            Assert.That(Enumerable.Range(0, 8).Select(Palette.Dashes).Distinct().Count(), Is.EqualTo(8));
        }
    }

    [Test]
    public void Less_and_more_are_told_apart_in_greyscale()
    {
        Assert.That(Colours.Contrast(Palette.Less.Colour, Palette.More.Colour), Is.GreaterThanOrEqualTo(3.0));
        Assert.That(Palette.Less.Texture, Is.Not.EqualTo(Palette.More.Texture));
    }
}
