using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

/// <summary>One option far beyond all others does not squash them.</summary>
public sealed class IntervalChartTests
{
    [Test]
    public void What_is_set_apart_is_told_in_words_and_leaves_the_axis_to_the_others()
    {
        var picture = new IntervalChart(
            new ChartFrame { Name = "name", Title = "Title", Subtitle = "Subtitle", Source = "Source: paper" },
            [
                new IntervalRow("One", -1e6, -2e6, 0.5e6),
                new IntervalRow("Other", 3e6, 1e6, 4e6),
                new IntervalRow("Far", 5e9, 4e9, 6e9) { IsApart = true },
            ],
            ChartUnit.Money
        ).Draw();

        var marks = picture.Marks.OfType<Mark.Area>().Select(mark => mark.Outline.Average(point => point.X)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(marks, Has.Length.EqualTo(2), "a full mark for each that is drawn");
            Assert.That(Math.Abs(marks[0] - marks[1]), Is.GreaterThan(100.0), "and they stand well apart");
            Assert.That(
                picture.Labels.Select(label => label.Text),
                Has.Some.EqualTo("£5bn more on average: too far out for this scale")
            );
            Assert.That(picture.Labels.Select(label => label.Text), Has.None.EqualTo("£6bn"), "not on the axis");
        }
    }
}
