using Microsoft.Playwright;
using SystemSim.PageTests;

namespace SystemSim.Bench;

/// <summary>The published page behind a plain server, and a browser for it.</summary>
internal sealed class PublishedPage : IAsyncDisposable
{
    private readonly StaticFiles server = new(Folder, "/");
    private readonly IPlaywright playwright;

    private PublishedPage(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>The folder of static files that <c>dotnet publish engine/Page -c Release</c> makes.</summary>
    public static string Folder { get; } = Path.Combine(Scenarios.Root, "artifacts/publish/SystemSim.Page/release/wwwroot");

    /// <summary>Begins to serve, and starts the browser.</summary>
    public static async Task<PublishedPage> Open()
    {
        if (!Directory.Exists(Folder))
        {
            throw new DirectoryNotFoundException("The page is published first: dotnet publish engine/Page -c Release");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Acceptance.Browser.Path, Args = Acceptance.Browser.Arguments });
        return new PublishedPage(playwright, browser);
    }

    /// <summary>The address of a screen.</summary>
    /// <param name="way">What stands behind the <c>#</c>.</param>
    public string At(string way) => $"{server.Address}#{way}";

    /// <summary>The file that an address stands for.</summary>
    public string FileOf(string address)
    {
        var name = address.Split('#')[0][server.Address.Length..];
        return Path.Combine(Folder, name.Length == 0 ? "index.html" : name);
    }

    /// <summary>Waits until all is worked out.</summary>
    public static async Task Worked(IPage page) =>
        await page.Locator("#told", new() { HasText = "All is worked out." }).WaitForAsync(new() { Timeout = 600_000 });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
        server.Dispose();
    }
}
