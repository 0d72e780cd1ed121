using System.Globalization;
using Microsoft.Playwright;

namespace SystemSim.Bench;

/// <summary>Takes pictures of every screen of the published page as wide windows and narrow ones show it, to be looked at.</summary>
internal static class PicturesCommand
{
    private const string Place = "/place/calderdale-staying-well/answer";

    // Where sliders stand beside the screen, they are open.
    private const int Wide = 960;

    private static readonly int[] Widths = [1280, 794, 390];

    private static readonly (string Name, string Heading)[] Screens =
    [
        ("answer", "Calderdale"), ("options", "The options"), ("years", "Year by year"), ("why", "Why"), ("evidence", "Every number"),
        ("place", "The place"),
    ];

    /// <summary>Runs it: <c>pictures FOLDER</c>.</summary>
    /// <param name="arguments">Where the pictures go.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> Run(string[] arguments, TextWriter output)
    {
        var folder = arguments[0];
        await using var published = await PublishedPage.Open();
        var page = await published.Browser.NewPageAsync();
        await page.GotoAsync(published.At("/"));
        await page.Locator("#councils a").First.WaitForAsync();
        await Take("start");
        await page.GotoAsync(published.At(Place));
        await PublishedPage.Worked(page);
        foreach (var (screen, heading) in Screens)
        {
            await page.EvaluateAsync("screen => document.querySelector(`nav a[href='#${screen}']`).click()", screen);
            await page.Locator("#screen h1", new() { HasText = heading }).WaitForAsync();
            await Take(screen);
        }

        return 0;

        async Task Take(string screen)
        {
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EvaluateAsync("isWide => { document.getElementById('numbers').open = isWide; }", width >= Wide);
                var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{screen}-{width}.png"));
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
                await output.WriteLineAsync(file);
            }
        }
    }
}
