using NUnit.Framework;
using SystemSim.Tests;

namespace SystemSim.ModuleTests;

/// <summary>In a real browser modules stand in the engine's own memory, and give the bits of the interpreter in it.</summary>
public sealed class BrowserTests
{
    private ModulePageInBrowser opened = null!;

    [OneTimeSetUp]
    public async Task Open() => opened = await ModulePageInBrowser.Open(Repository.Root);

    [OneTimeTearDown]
    public async Task Close() => await opened.DisposeAsync();

    [TestCase("chance")]
    [TestCase("control-totals")]
    [TestCase("draws")]
    [TestCase("governance-from-a-year")]
    [TestCase("failure-demand")]
    [TestCase("waiting-list")]
    [TestCase("ageing")]
    [TestCase("delayed-discharge")]
    [TestCase("numbers-with-ranges")]
    [TestCase("reneging")]
    [TestCase("season-and-growth")]
    [TestCase("several-areas")]
    public async Task A_feature_gives_the_bits_of_the_interpreter(string feature)
    {
        var text = await File.ReadAllTextAsync(Repository.Find("scenarios", "features", feature, "scenario.yaml"));

        var hashes = await opened.Page.EvaluateAsync<string[]>("text => page.Hashes(text)", text);

        Assert.That(hashes, Has.Length.GreaterThanOrEqualTo(2).And.All.EqualTo(hashes[0]).And.All.Length.EqualTo(64));
    }
}
