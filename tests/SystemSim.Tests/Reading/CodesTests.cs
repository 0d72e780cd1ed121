using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class CodesTests
{
    // What no file of a few lines can hold: too many bytes, what the caller overrides, and what only a strict check asks for.
    private static readonly string[] WithoutExample = ["SIM004", "SIM040", "SIM140", "SIM175", "SIM185"];

    private static readonly string Folder = RepositoryFolder.At("scenarios", "rejected");

    [Test]
    public void No_code_is_used_twice()
    {
        Assert.That(Codes.All.Select(code => code.Id), Is.Unique);
    }

    [Test]
    public void The_list_of_codes_is_that_of_the_program()
    {
        var listed = Regex.Matches(
            File.ReadAllText(Path.Combine(Folder, "README.md")), @"^\| (SIM\d{3}) \| (.*) \|$", RegexOptions.Multiline)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}");

        Assert.That(listed, Is.EqualTo(Codes.All.Select(code => $"{code.Id} {code.Meaning}")));
    }

    [Test]
    public void Every_refusal_has_an_example()
    {
        var shown = Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!.Split('-')[0]).ToHashSet();

        Assert.That(
            Codes.All.Where(code => code.Severity == Severity.Error && !WithoutExample.Contains(code.Id)).Select(code => code.Id),
            Is.SubsetOf(shown));
    }

    [Test]
    public void Every_example_is_of_a_code_that_exists()
    {
        var shown = Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!.Split('-')[0]).Distinct();

        Assert.That(shown, Is.SubsetOf(Codes.All.Select(code => code.Id)));
    }
}
