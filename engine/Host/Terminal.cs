using Spectre.Console;
using SystemSim.Reading;
using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary>Where the program speaks: answers to one stream, everything else to the other.</summary>
/// <remarks>
/// Styles are for terminals alone, and for those who want them: <c>NO_COLOR</c> and <c>--no-color</c> are obeyed, and what goes to a
/// file or another program is nothing but text.
/// </remarks>
internal sealed class Terminal
{
    // Lines are as wide as their writer made them: nothing is to be wrapped.
    private const int NeverWrapped = 10_000;

    private readonly TextWriter answers;
    private readonly TextWriter rest;
    private readonly IAnsiConsole? styledAnswers;
    private readonly IAnsiConsole? styledRest;

    /// <summary>Speaks to two writers.</summary>
    /// <param name="answers">Receives the answers.</param>
    /// <param name="rest">Receives everything else.</param>
    /// <param name="stylesAnswers">Whether the answers go to a terminal that may show styles.</param>
    /// <param name="stylesRest">Whether everything else does.</param>
    /// <param name="isWatched">Whether everything else goes to a terminal, where a line may be drawn again.</param>
    public Terminal(TextWriter answers, TextWriter rest, bool stylesAnswers, bool stylesRest, bool isWatched)
    {
        this.answers = answers;
        this.rest = rest;
        styledAnswers = stylesAnswers ? Styled(answers) : null;
        styledRest = stylesRest ? Styled(rest) : null;
        IsWatched = isWatched;
    }

    /// <summary>Whether somebody watches what is not an answer.</summary>
    public bool IsWatched { get; }

    /// <summary>The terminal of this process.</summary>
    /// <param name="noColor">Whether the caller wants no styles.</param>
    public static Terminal OfProcess(bool noColor)
    {
        var plain =
            noColor
            || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(
            Console.Out,
            Console.Error,
            stylesAnswers: !plain && !Console.IsOutputRedirected,
            stylesRest: !plain && !Console.IsErrorRedirected,
            isWatched: !Console.IsErrorRedirected);
    }

    /// <summary>Gives an answer, line by line.</summary>
    public void Answer(IEnumerable<TextLine> lines)
    {
        foreach (var line in lines)
        {
            if (styledAnswers is not null && line.IsHeading)
            {
                styledAnswers.Write(new Text(line.Text, new Style(decoration: Decoration.Bold)));
                answers.WriteLine();
            }
            else
            {
                answers.WriteLine(line.Text);
            }
        }
    }

    /// <summary>Gives findings as part of an answer; a line of nothing after them.</summary>
    public void Answer(IEnumerable<Diagnostic> findings)
    {
        TextLine[] lines = [.. findings.SelectMany(finding => Lines(finding.Headline, finding.Hint)).Select(line => new TextLine(line))];
        if (lines.Length > 0)
        {
            Answer(lines.Append(TextLine.Empty));
        }
    }

    /// <summary>Gives an answer of one line.</summary>
    public void Answer(string line) => Answer([new TextLine(line)]);

    /// <summary>Gives an answer as it is.</summary>
    /// <param name="utf8">UTF-8 text.</param>
    public void Answer(byte[] utf8) => answers.Write(System.Text.Encoding.UTF8.GetString(utf8));

    /// <summary>Says something that is not an answer.</summary>
    /// <param name="sentence">One line, whatever it quotes.</param>
    /// <param name="hint">What to try next, on a line of its own; null where there is nothing useful to say.</param>
    public void Say(string sentence, string? hint = null)
    {
        foreach (var line in Lines(sentence, hint))
        {
            rest.WriteLine(line);
        }
    }

    /// <summary>Says something in the place of the line before; only where somebody watches.</summary>
    public void SayOver(string text)
    {
        rest.Write($"\r{Harmless.Text(text)}");
        rest.Flush();
    }

    /// <summary>Says what is wrong with a scenario, or worth knowing about it.</summary>
    public void Say(Diagnostic diagnostic)
    {
        var text = diagnostic.Headline;
        if (styledRest is null)
        {
            Say(text, diagnostic.Hint);
            return;
        }

        var place = $"{diagnostic.At}: ";
        var kind = text[place.Length..].Split(' ')[0];
        rest.Write(Harmless.Text(place));
        styledRest.Write(new Text(kind, new Style(diagnostic.Severity == Severity.Error ? Color.Red : Color.Yellow)));
        Say(text[(place.Length + kind.Length)..], diagnostic.Hint);
    }

    /// <summary>Says all of several such things.</summary>
    public void Say(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Say(diagnostic);
        }
    }

    /// <summary>Says why a command ends.</summary>
    public void Say(UserError ending) => Say(ending.Message, ending.Hint);

    private static IAnsiConsole Styled(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = NeverWrapped;
        return console;
    }

    /// <summary>What a file says must neither drive a terminal nor look like a line of ours: a sentence is one line, and so is its
    /// hint.</summary>
    private static IEnumerable<string> Lines(string sentence, string? hint) =>
        hint is null ? [Harmless.Text(sentence)] : [Harmless.Text(sentence), $"  hint: {Harmless.Text(hint)}"];
}
