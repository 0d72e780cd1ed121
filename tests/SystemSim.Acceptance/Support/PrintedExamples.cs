using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The commands that a page shows, each with what it prints.</summary>
/// <remarks>Commands stand after <c>$ </c> in a console block; what follows them there, or in a text block after it, is what they print.</remarks>
internal static class PrintedExamples
{
    private const string Fence = "```";
    private const string Prompt = "$ ";
    private const string Build = "dotnet run --project engine/Host -c Release -- ";
    private const string Program = "systemsim ";

    /// <summary>The words of each command, and the lines printed below it.</summary>
    /// <param name="page">A Markdown file.</param>
    public static IEnumerable<(string[] Words, string[] Printed)> Of(string page)
    {
        string[]? words = null;
        var printed = new List<string>();
        var inside = false;
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                inside = !inside && line is $"{Fence}console" or $"{Fence}text";
            }
            else if (inside && line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                if (words is not null)
                {
                    yield return (words, [.. printed]);
                }

                words = Words(line[Prompt.Length..]);
                printed.Clear();
            }
            else if (inside)
            {
                printed.Add(line);
            }
        }

        if (words is not null)
        {
            yield return (words, [.. printed]);
        }
    }

    /// <summary>Holds the program, called in a folder, to what a page shows.</summary>
    /// <param name="here">The folder.</param>
    /// <param name="page">A Markdown file with at least one example.</param>
    public static void Hold(Workplace here, string page)
    {
        var examples = Of(page).ToArray();

        Assert.That(examples, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (words, printed) in examples)
            {
                var call = here.Call([.. words.SelectMany(word => Expanded(here, word))]);
                // What a command tells of its progress depends on how long it takes; what is wrong does not.
                var said = call.ExitCode == 0 ? call.Output : call.Output + call.Errors;
                Assert.That(said.TrimEnd().Split('\n'), Is.EqualTo(printed), $"{string.Join(' ', words)}\n{call.Errors}");
            }
        }
    }

    private static string[] Words(string command)
    {
        var start = command.StartsWith(Build, StringComparison.Ordinal) ? Build : Program;
        Assert.That(command, Does.StartWith(start));
        return command[start.Length..].Split(' ');
    }

    /// <summary>All folders in the place of a star, in order, as a shell has it.</summary>
    private static IEnumerable<string> Expanded(Workplace here, string word) => word.EndsWith("/*", StringComparison.Ordinal)
        ? Directory.GetDirectories(here.At(word[..^2])).Select(folder => word[..^1] + Path.GetFileName(folder)).Order(StringComparer.Ordinal)
        : [word];
}
