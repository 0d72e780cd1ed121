using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>What is left when a run is interrupted.</summary>
[Platform(Exclude = "Win")]
public sealed class InterruptionTests
{
    // By then the program has started and is at work; the run itself takes far longer.
    private static readonly TimeSpan UntilAtWork = TimeSpan.FromSeconds(2);

    [TestCase("INT")]
    [TestCase("TERM")]
    public void An_interrupted_run_ends_with_130_and_leaves_nothing(string signal)
    {
        using var here = new Workplace();
        here.With("town.yaml", Town.ThatTakesLong);

        var call = ProgramCall.In(here.Folder, process =>
        {
            Thread.Sleep(UntilAtWork);
            using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }, "run", "town.yaml", "--steps");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(130), call.Output);
            Assert.That(call.Errors, Does.EndWith("systemsim: interrupted; nothing was left half-written.\n"));
            Assert.That(here.Files(), Is.EqualTo(["town.yaml"]));
            Assert.That(Directory.Exists(here.At("results")), Is.False);
        }
    }

    [Test]
    public void A_run_that_is_killed_leaves_the_old_folder_or_the_new_one_whole()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("SYSTEMSIM_KILLS") ?? "12", CultureInfo.InvariantCulture);
        using var here = new Workplace();
        here.With("town.yaml", Town.Yaml);
        string[][] runs =
        [
            ["run", "town.yaml", "--out", "out"],
            ["run", "town.yaml", "--out", "out", "--set", "services.help.cost.unit=£12"],
        ];
        var began = Stopwatch.GetTimestamp();
        Assert.That(here.Call(runs[0]).ExitCode, Is.Zero);
        var whole = Stopwatch.GetElapsedTime(began);
        string[] prints = [Print(here.At("out")), ""];
        here.Call(runs[1]);
        prints[1] = Print(here.At("out"));

        // The folder is written in the last part of a run: most of the kills fall there.
        var random = new Random(kills);
        for (var kill = 0; kill < kills; kill++)
        {
            ProgramCall.In(here.Folder, process =>
            {
                Thread.Sleep(whole * (0.4 + (0.7 * random.NextDouble())));
                process.Kill();
            }, runs[kill % 2]);

            Assert.That(Print(here.At("out")), Is.AnyOf(prints), $"kill {kill}");
        }

        Assert.That(here.Call(runs[0]).ExitCode, Is.Zero);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Print(here.At("out")), Is.EqualTo(prints[0]));
            Assert.That(Directory.GetFileSystemEntries(here.Folder).Select(Path.GetFileName), Is.EquivalentTo(["out", "town.yaml"]));
        }
    }

    /// <summary>The bytes of a results folder, but for those that no two runs share; throws where it is not whole, or is a
    /// mixture.</summary>
    private static string Print(string folder)
    {
        using var run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "run.json")));
        var names = run.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal);
        var there = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.That(there, Is.EqualTo(names));
        foreach (var file in run.RootElement.GetProperty("hashes").EnumerateArray())
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, file.GetProperty("name").GetString()!));
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(file.GetProperty("sha256").GetString()));
        }

        return run.RootElement.GetProperty("itself").GetString()!;
    }
}
