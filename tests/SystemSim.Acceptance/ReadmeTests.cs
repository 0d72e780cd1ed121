using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What the README shows is what comes out.</summary>
public sealed class ReadmeTests
{
    private const string Fence = "```";
    private const string Prompt = "$ ";
    private const string Build = "dotnet run --project engine/Host -c Release -- ";
    private const string Program = "systemsim ";

    [Test]
    public void Every_example_runs_as_printed()
    {
        using var here = new Workplace();
        here.WithCopyOf(Repository.Scenarios, "scenarios", "places", "shared");

        var examples = Examples().ToArray();

        Assert.That(examples, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var (words, printed) in examples)
            {
                var call = here.Call(words);
                // What a command tells of its progress depends on how long it takes; what is wrong does not.
                var said = call.ExitCode == 0 ? call.Output : call.Output + call.Errors;
                Assert.That(said.TrimEnd().Split('\n'), Is.EqualTo(printed), string.Join(' ', words));
            }
        }
    }

    [Test]
    public void The_first_two_commands_are_a_run_of_a_place_and_the_tests()
    {
        var commands = Lines().Where(line => line.StartsWith(Prompt, StringComparison.Ordinal) || line.StartsWith("dotnet ", StringComparison.Ordinal)).Take(2);

        Assert.That(commands, Is.EqualTo([$"{Prompt}{Build}run scenarios/places/plymouth", "dotnet test -c Release"]));
    }

    /// <summary>The words of each command, and the lines printed below it; a block without a command goes on with the last one.</summary>
    private static IEnumerable<(string[] Words, string[] Printed)> Examples()
    {
        string[]? words = null;
        var printed = new List<string>();
        var inside = false;
        foreach (var line in Lines())
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

    private static string[] Words(string command)
    {
        var start = command.StartsWith(Build, StringComparison.Ordinal) ? Build : Program;
        Assert.That(command, Does.StartWith(start));
        return command[start.Length..].Split(' ');
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Repository.Scenarios)!, "README.md"));
}
