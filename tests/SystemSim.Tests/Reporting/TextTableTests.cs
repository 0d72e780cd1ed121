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
    public void Labels_are_cut_where_there_is_no_room_and_numbers_and_headings_never_are()
    {
        var table = new TextTable(labels: 1, "Who has gained by 2035/36, £m", "mean");
        table.Add("A council with a very long name", "123,456,789.0");

        Assert.That(
            table.Write(27).Select(line => line.Text),
            Is.EqualTo(["Who has                mean", "  gained by", "  2035/36,", "  £m", "A council w…  123,456,789.0"])
        );
    }

    [Test]
    public void Labels_that_would_look_the_same_go_on_in_further_lines()
    {
        var table = new TextTable(labels: 1, "", "");
        table.Add("A council with a long name", "123,456,789.0");
        table.Add("A council with a longer name", "123,456,789.1");
        table.Add("Another with a long name", "123,456,789.2");

        Assert.That(
            table.Write(27).Select(line => line.Text),
            Is.EqualTo([
                "",
                "A council     123,456,789.0",
                "  with a",
                "  long name",
                "A council     123,456,789.1",
                "  with a",
                "  longer",
                "  name",
                "Another wit…  123,456,789.2",
            ])
        );
    }

    [Test]
    public void A_title_cuts_itself_and_not_what_follows_it()
    {
        var table = new TextTable(labels: 1, "", "");
        table.Add(TextTable.Label("A council with a long name", " (pays)"), "1.0");

        Assert.That(table.Write(27).Select(line => line.Text), Does.Contain("A council with… (pays)  1.0"));
    }

    [Test]
    public void A_label_with_nothing_beside_it_runs_across_and_makes_no_column_wider()
    {
        var table = new TextTable(labels: 1, "", "2026/27");
        table.Add("A council with a very long name", "");
        table.Add("  today", "1.0");

        Assert.That(
            table.Write(100).Select(line => line.Text),
            Is.EqualTo(["         2026/27", "A council with a very long name", "  today      1.0"])
        );
    }

    [Test]
    public void Labels_that_differ_never_look_the_same_and_no_line_is_too_wide([Range(1, 200)] int seed)
    {
        var random = new Random(seed);
        string[] labels = [.. Enumerable.Range(0, 12).Select(_ => Label(random)).Distinct()];
        var table = new TextTable(labels: 2, "", "", "");
        foreach (var label in labels)
        {
            table.Add(label, "always the same", "(1,234.5)");
        }

        var lines = table.Write(60).Select(line => line.Text).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(60), $"seed {seed}");
            Assert.That(
                lines.Count(line => line.EndsWith("(1,234.5)", StringComparison.Ordinal)),
                Is.EqualTo(labels.Length),
                $"seed {seed}"
            );
            Assert.That(Told(lines), Is.Unique.And.Exactly(labels.Length).Items, $"seed {seed}");
        }
    }

    /// <summary>What each row says, its lines joined: a row starts with its numbers.</summary>
    private static List<string> Told(string[] lines)
    {
        var told = new List<string>();
        foreach (var line in lines.Skip(1))
        {
            var label = line.Split("always", StringSplitOptions.None)[0].Trim();
            if (line.EndsWith("(1,234.5)", StringComparison.Ordinal))
            {
                told.Add(label);
            }
            else
            {
                told[^1] += $" {label}";
            }
        }

        return told;
    }

    /// <summary>Words of a few letters, so that many labels start alike.</summary>
    private static string Label(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => new string("ab"[random.Next(2)], random.Next(1, 3) * 12)));

    [Test]
    public void What_would_drive_a_terminal_becomes_spaces()
    {
        Assert.That(new TextLine("a\u001b[31mb\nc").Text, Is.EqualTo("a [31mb c"));
    }
}
