using NUnit.Framework;
using SystemSim.Host;
using SystemSim.Reading;
using SystemSim.Reporting;

namespace SystemSim.Tests.Host;

public sealed class TerminalTests
{
    private static readonly Diagnostic Problem = new("SIM014", Severity.Error, new Spot("a.yaml", 2, 3), "fund 'x' is not declared.", "funds: y.");

    [Test]
    public void Without_styles_a_diagnostic_is_its_own_text()
    {
        using var rest = new StringWriter { NewLine = "\n" };

        new Terminal(TextWriter.Null, rest, stylesAnswers: false, stylesRest: false, isWatched: false).Say(Problem);

        Assert.That(rest.ToString(), Is.EqualTo("a.yaml:2:3: error SIM014: fund 'x' is not declared.\n  hint: funds: y.\n"));
    }

    [Test]
    public void Without_styles_a_heading_is_its_own_text()
    {
        using var answers = new StringWriter { NewLine = "\n" };

        new Terminal(answers, TextWriter.Null, stylesAnswers: false, stylesRest: false, isWatched: false).Answer([new TextLine("Spending", isHeading: true)]);

        Assert.That(answers.ToString(), Is.EqualTo("Spending\n"));
    }

    [Test]
    public void What_a_file_says_does_not_drive_a_terminal()
    {
        using var rest = new StringWriter { NewLine = "\n" };

        new Terminal(TextWriter.Null, rest, stylesAnswers: false, stylesRest: false, isWatched: false).Say("a\u001b[2Jb");

        Assert.That(rest.ToString(), Is.EqualTo("a [2Jb\n"));
    }
}
