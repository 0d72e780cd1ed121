using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The commands that a page shows, each with what it prints.</summary>
/// <remarks>
/// Commands stand after <c>$ </c> in a console block; what follows them there, or in a text block after it, is what they print. With the
/// variable <c>SYSTEMSIM_BLESS</c> set to 1 the pages are written anew instead, and the test fails: look at what changed, and at the prose
/// around it, before keeping it.
/// </remarks>
internal static class PrintedExamples
{
    private const string Fence = "```";
    private const string Prompt = "$ ";
    private const string Build = "dotnet run --project engine/Host -c Release -- ";
    private const string Program = "systemsim ";

    /// <summary>The words of each command, and where in the page the lines printed below it stand.</summary>
    /// <param name="lines">The lines of a Markdown file.</param>
    public static IEnumerable<(string[] Words, Range Printed)> Of(string[] lines)
    {
        string[]? words = null;
        var printed = 0..0;
        var inside = false;
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                inside = !inside && line is $"{Fence}console" or $"{Fence}text";
            }
            else if (inside && line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                if (words is not null)
                {
                    yield return (words, printed);
                }

                words = Words(line[Prompt.Length..]);
                printed = (at + 1)..(at + 1);
            }
            else if (inside)
            {
                printed = printed.Start.Equals(printed.End) ? at..(at + 1) : printed.Start..(at + 1);
            }
        }

        if (words is not null)
        {
            yield return (words, printed);
        }
    }

    /// <summary>Holds the program, called in a folder, to what a page shows.</summary>
    /// <param name="here">The folder.</param>
    /// <param name="page">A Markdown file with at least one example.</param>
    public static void Hold(Workplace here, string page)
    {
        var lines = File.ReadAllLines(page);
        var examples = Of(lines).Select(example => (example.Words, example.Printed, Said: Said(here, example.Words))).ToArray();

        Assert.That(examples, Is.Not.Empty);
        if (Environment.GetEnvironmentVariable("SYSTEMSIM_BLESS") == "1")
        {
            Write(page, lines, [.. examples.Select(example => (example.Printed, example.Said))]);
            Assert.Fail($"{page} is written; look at it and at its prose, then run without SYSTEMSIM_BLESS.");
        }

        using (Assert.EnterMultipleScope())
        {
            foreach (var (words, printed, said) in examples)
            {
                Assert.That(said, Is.EqualTo(lines[printed]), string.Join(' ', words));
            }
        }
    }

    // What a command tells of its progress depends on how long it takes; what is wrong does not.
    private static string[] Said(Workplace here, string[] words)
    {
        var call = here.Call([.. words.SelectMany(word => Expanded(here, word))]);
        return (call.ExitCode == 0 ? call.Output : call.Output + call.Errors).TrimEnd().Split('\n');
    }

    private static void Write(string page, string[] lines, (Range Printed, string[] Said)[] examples)
    {
        var written = new List<string>();
        var next = 0;
        foreach (var (printed, said) in examples)
        {
            written.AddRange(lines[next..printed.Start.Value]);
            written.AddRange(said);
            next = printed.End.Value;
        }

        File.WriteAllText(page, string.Concat(written.Concat(lines[next..]).Select(line => line + "\n")));
    }

    private static string[] Words(string command)
    {
        var start = command.StartsWith(Build, StringComparison.Ordinal) ? Build : Program;
        Assert.That(command, Does.StartWith(start));
        return command[start.Length..].Split(' ');
    }

    /// <summary>All folders in the place of a star, in order, as a shell has it.</summary>
    private static IEnumerable<string> Expanded(Workplace here, string word) =>
        word.EndsWith("/*", StringComparison.Ordinal)
            ? Directory
                .GetDirectories(here.At(word[..^2]))
                .Select(folder => word[..^1] + Path.GetFileName(folder))
                .Order(StringComparer.Ordinal)
            : [word];
}
