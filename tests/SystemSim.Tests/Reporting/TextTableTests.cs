using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class TextTableTests
{
    [Test]
    public void Labels_stand_to_the_left_and_numbers_to_the_right()
    {
        var table = new TextTable(labels: 1, "", "2026/27");
        table.Add("Council", "1.0");
        table.Add("NHS", "123.4");

        Assert.That(table.Write(100).Select(line => line.Text), Is.EqualTo(["         2026/27", "Council      1.0", "NHS        123.4"]));
    }

    [Test]
    public void Labels_are_cut_where_there_is_no_room_and_numbers_never_are()
    {
        var table = new TextTable(labels: 1, "", "");
        table.Add("A council with a very long name", "123,456,789.0");

        Assert.That(table.Write(27).Select(line => line.Text), Does.Contain("A council w…  123,456,789.0"));
    }

    [Test]
    public void What_would_drive_a_terminal_becomes_spaces()
    {
        Assert.That(new TextLine("a\u001b[31mb\nc").Text, Is.EqualTo("a [31mb c"));
    }
}
