using NUnit.Framework;

namespace SystemSim.Tests;

/// <summary>Holds what is drawn or printed to a file that was looked at and kept.</summary>
/// <remarks>With the variable <c>SYSTEMSIM_BLESS</c> set to 1 the files are written instead, and the test fails, so that nobody blesses by
/// accident; look at what changed before keeping it.</remarks>
internal static class Golden
{
    /// <summary>Holds text to the file of its name.</summary>
    /// <param name="name">Name of the file as seen from <c>tests/SystemSim.Tests</c>, with forward slashes.</param>
    /// <param name="text">What came out.</param>
    public static void Check(string name, string text)
    {
        var path = RepositoryFolder.At("tests", "SystemSim.Tests", name);
        if (Environment.GetEnvironmentVariable("SYSTEMSIM_BLESS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            Assert.Fail($"{name} is written; look at it, then run without SYSTEMSIM_BLESS.");
        }

        Assert.That(File.Exists(path), $"{name} is not there; with SYSTEMSIM_BLESS=1 it is written.");
        Assert.That(
            text,
            Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")),
            $"{name} differs; with SYSTEMSIM_BLESS=1 it is written anew."
        );
    }
}
