using System.Text;
using System.Xml.Linq;
using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

/// <summary>What every chart obeys, whatever its kind and its numbers.</summary>
[TestFixtureSource(typeof(ChartSamples), nameof(ChartSamples.Names))]
public sealed class ChartTests(string name)
{
    private const double PhoneWidth = 360.0 - (2.0 * 12.0);
    private const double LeastPixels = 10.0;
    private const double Thin = 0.01;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly Picture picture = ChartSamples.Draw(name);

    [Test]
    public void It_is_drawn_as_it_was_when_it_was_looked_at() => Golden.Check($"Reporting/Charts/goldens/{name}.svg", Text());

    [Test]
    public void No_label_stands_on_another()
    {
        var clashes = from first in picture.Labels.Index()
                      from second in picture.Labels.Index()
                      where first.Index < second.Index && first.Item.Box.Overlaps(second.Item.Box)
                      select $"'{first.Item.Text}' and '{second.Item.Text}'";

        Assert.That(clashes, Is.Empty);
    }

    [Test]
    public void No_line_runs_through_text()
    {
        // What only helps the eye may pass behind letters that have a rim of paper; nothing else may.
        var crossed =
            from line in picture.Marks.OfType<Mark.Line>()
            where line.Colour != Palette.Grid
            from part in line.Points.Zip(line.Points.Skip(1))
            where part.First.X == part.Second.X || part.First.Y == part.Second.Y
            let box = new Box(
                Math.Min(part.First.X, part.Second.X),
                Math.Min(part.First.Y, part.Second.Y),
                Math.Abs(part.First.X - part.Second.X) + Thin,
                Math.Abs(part.First.Y - part.Second.Y) + Thin
            )
            from label in picture.Labels
            where label.Box.Overlaps(box)
            select label.Text;

        Assert.That(crossed, Is.Empty, name);
    }

    [Test]
    public void Nothing_is_cut_off()
    {
        var paper = new Box(0.0, 0.0, Picture.Width, picture.Height);
        var outside = picture
            .Labels.Where(label => !Holds(paper, label.Box))
            .Select(label => label.Text)
            .Concat(
                picture
                    .Marks.SelectMany(CornersOf)
                    .Where(corner => !Holds(paper, new Box(corner.X, corner.Y, 0.0, 0.0)))
                    .Select(corner => corner.ToString())
            );

        Assert.That(outside, Is.Empty);
    }

    [Test]
    public void Every_letter_can_be_read_on_a_phone()
    {
        Assert.That(picture.Labels.Select(label => label.Size * PhoneWidth / Picture.Width), Is.All.GreaterThanOrEqualTo(LeastPixels));
    }

    [Test]
    public void Text_stands_out_from_paper()
    {
        Assert.That(picture.Labels.Select(label => Colours.Contrast(label.Colour, Palette.Paper)), Is.All.GreaterThanOrEqualTo(4.5));
    }

    [Test]
    public void Areas_and_lines_stand_out_from_paper_apart_from_what_only_helps_the_eye()
    {
        var colours = picture.Marks.Select(mark => mark switch
        {
            Mark.Block block => block.Ink.Opacity < 1.0 ? null : block.Ink.Colour,
            Mark.Line line => line.Colour == Palette.Grid ? null : line.Colour,
            _ => null,
        }).OfType<string>();

        Assert.That(colours.Select(colour => Colours.Contrast(colour, Palette.Paper)), Is.All.GreaterThanOrEqualTo(3.0));
    }

    [Test]
    public void Touching_blocks_differ_in_greyscale_or_have_paper_between_them()
    {
        var blocks = picture.Marks.OfType<Mark.Block>().Where(block => block.Ink.Opacity == 1.0 && block.Box.Height > 3.0).ToArray();
        var alike =
            from first in blocks
            from second in blocks
            where
                first.Box.Left == second.Box.Left
                && first.Box.Width == second.Box.Width
                && first.Box.Top < second.Box.Top
                && first.Ink != second.Ink
            where second.Box.Top - first.Box.Bottom < 0.99 && Colours.Contrast(first.Ink.Colour, second.Ink.Colour) < 3.0
            select (first, second);

        Assert.That(alike, Is.Empty);
    }

    [Test]
    public void What_is_told_apart_by_colour_is_told_apart_by_texture_dashes_or_place_too()
    {
        var fills = picture.Marks.OfType<Mark.Block>().Select(block => block.Ink).Distinct().ToArray();
        var alike = fills
            .GroupBy(ink => (Grey: Colours.Luminance(ink.Colour) < 0.1, ink.Texture))
            .Where(same => same.Count() > 1)
            .SelectMany(same => same)
            .ToArray();
        // Plain dark and plain grey stand for a total and for a place that things flow through, which have names on them.
        Assert.That(
            alike
                .Select(ink => ink.Colour)
                .Distinct()
                .Except([Palette.Quiet, Palette.Parts[0], Palette.Parts[1], Palette.Parts[2], Palette.Parts[3]]),
            Is.Empty
        );
        Assert.That(fills.Length, Is.LessThanOrEqualTo(10));
    }

    [Test]
    public void It_says_what_it_shows_to_who_does_not_see_it()
    {
        var root = XDocument.Parse(Text()).Root!;
        var ids = ((string)root.Attribute("aria-labelledby")!).Split(' ');

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)root.Attribute("role")!, Is.EqualTo("img"));
            Assert.That(root.Element(Svg + "title")!.Value, Is.EqualTo(picture.Title));
            Assert.That(root.Element(Svg + "desc")!.Value, Does.Contain(picture.Description).And.Matches("[0-9]"));
            Assert.That(
                ids,
                Is.EqualTo([(string)root.Element(Svg + "title")!.Attribute("id")!, (string)root.Element(Svg + "desc")!.Attribute("id")!])
            );
            Assert.That(picture.Labels.Select(label => label.Text), Has.Some.StartsWith("Source: "));
        }
    }

    [Test]
    public void It_loads_nothing_runs_nothing_and_names_no_number_that_is_none()
    {
        var text = Text();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                XDocument.Parse(text).Descendants().Select(element => element.Name.LocalName).Distinct(),
                Is.SubsetOf(["svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "text"])
            );
            Assert.That(text, Does.Not.Contain("NaN").And.Not.Contain("href").And.Not.Contain("style=").And.Not.Contain("<script"));
        }
    }

    [Test]
    public void It_is_the_same_bytes_twice() => Assert.That(Rendering.Svg(ChartSamples.Draw(name)), Is.EqualTo(Rendering.Svg(picture)));

    private string Text() => Encoding.UTF8.GetString(Rendering.Svg(picture));

    private static bool Holds(Box outer, Box inner) =>
        inner.Left >= outer.Left && inner.Top >= outer.Top && inner.Right <= outer.Right && inner.Bottom <= outer.Bottom;

    private static IEnumerable<Point> CornersOf(Mark mark) =>
        mark switch
        {
            Mark.Block block => [new(block.Box.Left, block.Box.Top), new(block.Box.Right, block.Box.Bottom)],
            Mark.Area area => area.Outline,
            Mark.Line line => line.Points,
            Mark.Band band =>
            [
                band.From with
                {
                    Y = band.From.Y - (band.Thickness / 2.0),
                },
                band.To with
                {
                    Y = band.To.Y + (band.Thickness / 2.0),
                },
            ],
            _ => [],
        };
}
