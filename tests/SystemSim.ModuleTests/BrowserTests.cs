using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;
using SystemSim.Tests;

namespace SystemSim.ModuleTests;

/// <summary>In a real browser modules stand in the engine's own memory, and give the bits of the interpreter in it.</summary>
public sealed class BrowserTests
{
    private const string Address = "http://localhost/";

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IPage page = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Path, Args = Browser.Arguments });
        page = await browser.NewPageAsync();

        // No server is needed: what the page asks for is answered here.
        await page.RouteAsync($"{Address}**", route => route.FulfillAsync(new() { Path = FileOf(new Uri(route.Request.Url).AbsolutePath) }));
        await page.GotoAsync($"{Address}index.html");
        await page.WaitForFunctionAsync("window.page !== undefined");
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }

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

        var hashes = await page.EvaluateAsync<string[]>("text => page.Hashes(text)", text);

        Assert.That(hashes, Has.Length.GreaterThanOrEqualTo(2).And.All.EqualTo(hashes[0]).And.All.Length.EqualTo(64));
    }

    private static string FileOf(string path)
    {
        var name = Path.GetFileName(path);
        return path.StartsWith("/_framework/", StringComparison.Ordinal)
                ? Repository.Find("artifacts", "bin", "SystemSim.ModulePage", "release", "wwwroot", "_framework", name)
            : name == "modules.js" ? Repository.Find("engine", "Page", "wwwroot", name)
            : Repository.Find("tests", "SystemSim.ModulePage", "wwwroot", name);
    }
}
