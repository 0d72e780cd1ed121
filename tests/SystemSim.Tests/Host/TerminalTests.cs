using NUnit.Framework;
using SystemSim.Host;
using SystemSim.Reading;
using SystemSim.Reporting;

namespace SystemSim.Tests.Host;

public sealed class TerminalTests
{
    private static readonly Diagnostic Problem = new(
        "SIM014",
        Severity.Error,
        new Spot("a.yaml", 2, 3),
        "fund 'x' is not declared.",
        "funds: y."
    );

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

        new Terminal(answers, TextWriter.Null, stylesAnswers: false, stylesRest: false, isWatched: false).Answer([
            new TextLine("Spending", isHeading: true),
        ]);

        Assert.That(answers.ToString(), Is.EqualTo("Spending\n"));
    }

    [Test]
    public void What_a_file_says_does_not_drive_a_terminal()
    {
        using var rest = new StringWriter { NewLine = "\n" };

        new Terminal(TextWriter.Null, rest, stylesAnswers: false, stylesRest: false, isWatched: false).Say("a\u001b[2Jb");

        Assert.That(rest.ToString(), Is.EqualTo("a [2Jb\n"));
    }

    [TestCase("a\nb.yaml:9:9: error SIM999: forged\ny: passed, no findings")]
    [TestCase("a\r\nb")]
    [TestCase("a\u2028b\u2029c\u0085d")]
    [TestCase("a\u202egnp.exe")]
    [TestCase("a\u001b]0;title\u0007b\u009b2J")]
    public void Nothing_that_is_quoted_makes_a_line_of_its_own(string quoted)
    {
        using var rest = new StringWriter { NewLine = "\n" };
        using var answers = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(answers, rest, stylesAnswers: false, stylesRest: false, isWatched: false);
        Diagnostic problem = new(
            "SIM014",
            Severity.Error,
            new Spot(quoted, 2, 3),
            $"fund '{quoted}' is not declared.",
            $"funds: {quoted}."
        );

        terminal.Say(problem);
        terminal.Say(new UserError(ExitCode.WrongScenario, $"{quoted}: gone.", quoted));
        terminal.Say(quoted, quoted);
        terminal.Answer([problem]);
        terminal.Answer(quoted);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rest.ToString().Split('\n'), Has.Length.EqualTo(7));
            Assert.That(answers.ToString().Split('\n'), Has.Length.EqualTo(5));
            Assert.That(
                rest.ToString() + answers,
                Has.None.Matches<char>(letter => letter != '\n' && (char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u202e'))
            );
        }
    }
}
