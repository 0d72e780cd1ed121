using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>The published page in Chromium, behind a plain server at <c>/a/b/</c> or behind the program; nothing that goes wrong in it goes
/// unseen.</summary>
internal sealed class PageInBrowser : IAsyncDisposable
{
    // Long enough for a busy machine; only what hangs is cut off.
    private const float Patience = 120_000;

    private readonly StaticFiles? server;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> complaints = [];
    private readonly List<string> foreign = [];
    private readonly List<string> asked = [];
    private readonly string home;

    private PageInBrowser(StaticFiles? server, string home, IPlaywright playwright, IBrowser browser, IBrowserContext context, IPage page)
    {
        (this.server, this.home, this.playwright, this.browser, Context, Page) = (server, home, playwright, browser, context, page);
        Page.Console += (_, message) =>
        {
            // A browser asks for the picture in its tab again whenever it likes.
            if (!message.Location.Contains("icon.svg", StringComparison.Ordinal))
            {
                complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        Page.PageError += (_, error) => complaints.Add(error);
        Page.Dialog += (_, dialog) =>
        {
            complaints.Add($"asked or said: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        Context.Request += (_, request) =>
        {
            asked.Add(request.Url);
            string[] own = [home, "blob:"];
            if (!own.Any(start => request.Url.StartsWith(start, StringComparison.Ordinal)))
            {
                foreign.Add(request.Url);
            }
        };
    }

    /// <summary>The folder of static files that <c>dotnet publish engine/Page</c> makes.</summary>
    public static string Folder { get; } =
        Path.GetFullPath(Path.Combine(Repository.Scenarios, "../artifacts/publish/SystemSim.Page/release/wwwroot"));

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What it runs in.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The addresses of all that has been asked for.</summary>
    public IReadOnlyList<string> Asked => asked;

    /// <summary>The file that an address of the page stands for.</summary>
    public string FileOf(string address)
    {
        var name = address[home.Length..].Split('#')[0];
        return System.IO.Path.Combine(Folder, name.Length == 0 ? "index.html" : name);
    }

    /// <summary>Opens the page.</summary>
    /// <param name="width">How wide the window is.</param>
    /// <param name="address">What stands behind the <c>#</c>.</param>
    public static async Task<PageInBrowser> Open(int width = 1280, string address = "")
    {
        Assert.That(Folder, Does.Exist, "The page is published first: dotnet publish engine/Page -c Release");
        var server = new StaticFiles(Folder, "/a/b/");
        return await Open(server, server.Address, server.Address + address, width);
    }

    /// <summary>Opens the page that the program serves.</summary>
    /// <param name="address">The address that it prints.</param>
    public static Task<PageInBrowser> Served(string address) => Open(server: null, address.Split('#')[0], address, 1280);

    private static async Task<PageInBrowser> Open(StaticFiles? server, string home, string address, int width)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Path, Args = Browser.Arguments });
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var here = new PageInBrowser(server, home, playwright, browser, context, await context.NewPageAsync());
        await here.Page.GotoAsync(address);
        return here;
    }

    /// <summary>Ends the server.</summary>
    public void StopServer() => server?.Dispose();

    /// <summary>Waits until all is worked out.</summary>
    public async Task Worked() =>
        await Page.Locator("#told", new() { HasText = "All is worked out." }).WaitForAsync();

    /// <summary>Goes to a screen.</summary>
    public async Task Go(string screen)
    {
        await Page.Locator($"nav a[href='#{screen}']").ClickAsync();
        await Page.WaitForURLAsync(url => url.Contains($"/{screen}", StringComparison.Ordinal));
    }

    /// <summary>Holds that the page asked nobody else for anything, and that the browser had nothing to complain of: no fault, no broken
    /// policy.</summary>
    public void IsSound()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(foreign, Is.Empty, "asked of others");
            Assert.That(complaints, Is.Empty, "complaints");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        server?.Dispose();
    }
}
