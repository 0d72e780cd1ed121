using Microsoft.Playwright;

namespace SystemSim.ModuleTests;

/// <summary>The page of programs alone, open in a browser. No server is needed: what it asks for is answered here.</summary>
internal sealed class ModulePageInBrowser : IAsyncDisposable
{
    private const string Address = "http://localhost/";

    private readonly IPlaywright playwright;

    private ModulePageInBrowser(IPlaywright playwright, IBrowser browser, IPage page) =>
        (this.playwright, Browser, Page) = (playwright, browser, page);

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>The page; its <c>page</c> is what can be asked of it.</summary>
    public IPage Page { get; }

    /// <summary>Opens the page.</summary>
    /// <param name="root">Top of the repository, in which the page has been built.</param>
    public static async Task<ModulePageInBrowser> Open(string root)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Acceptance.Browser.Path, Args = Acceptance.Browser.Arguments }
        );
        var page = await browser.NewPageAsync();
        await page.RouteAsync(
            $"{Address}**",
            route => route.FulfillAsync(new() { Path = FileOf(root, new Uri(route.Request.Url).AbsolutePath) })
        );
        await page.GotoAsync($"{Address}index.html");
        await page.WaitForFunctionAsync("window.page !== undefined");
        return new(playwright, browser, page);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
    }

    private static string FileOf(string root, string path)
    {
        var name = Path.GetFileName(path);
        var folder = path.StartsWith("/_framework/", StringComparison.Ordinal)
                ? "artifacts/bin/SystemSim.ModulePage/release/wwwroot/_framework"
            : name == "modules.js" ? "engine/Page/wwwroot"
            : "tests/SystemSim.ModulePage/wwwroot";
        return Path.Combine(root, folder, name);
    }
}
