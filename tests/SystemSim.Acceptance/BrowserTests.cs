using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>Plymouth's pages in a real browser: on a desk, on a phone, on paper.</summary>
public sealed class BrowserTests
{
    private static readonly string[] Grave = ["serious", "critical"];

    private Workplace here = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        here = new Workplace();
        here.Call("report", Path.Combine(Repository.Scenarios, "places/plymouth"), "--out", "out", "--claims", "--draws", "200");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Path, Args = Browser.Arguments });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        here.Dispose();
    }

    [Test]
    public async Task It_asks_nobody_for_anything_and_complains_of_nothing([Values("summary.html", "claims.html")] string name)
    {
        var page = await browser.NewPageAsync();
        List<string> asked = [], complaints = [];
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(Address(name));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked, Is.EqualTo([Address(name)]));
            Assert.That(complaints, Is.Empty);
            Assert.That(await page.Locator("script, link, iframe, img, object").CountAsync(), Is.Zero);
            Assert.That(
                await page.EvaluateAsync<string>("getComputedStyle(document.body).maxWidth"),
                Is.Not.EqualTo("none"),
                "the style is obeyed"
            );
        }
    }

    [Test]
    public async Task Nothing_serious_stands_in_anybody_s_way(
        [Values("summary.html", "claims.html")] string name,
        [Values(1280, 360)] int width
    )
    {
        var page = await Opened(name, width);

        var found = await page.RunAxe();

        Assert.That(
            found
                .Violations.Where(violation => Grave.Contains(violation.Impact))
                .Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"),
            Is.Empty
        );
    }

    [Test]
    public async Task Nothing_has_to_be_scrolled_sideways(
        [Values("summary.html", "claims.html")] string name,
        [Values(1280, 794, 360)] int width
    )
    {
        var page = await Opened(name, width);

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public async Task Every_chart_can_be_read_and_no_text_of_it_is_cut_or_covered([Values(1280, 794, 360)] int width)
    {
        var page = await Opened("summary.html", width);
        if (width == 794)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
        }

        var faults = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('svg')].flatMap(svg => {
                const frame = svg.getBoundingClientRect();
                const texts = [...svg.querySelectorAll('text')].map(text => ({ says: text.textContent, box: text.getBoundingClientRect(), size: parseFloat(text.getAttribute('font-size')) * frame.width / 440 }));
                return [
                    ...texts.filter(text => text.box.left < frame.left - 1 || text.box.right > frame.right + 1 || text.box.bottom > frame.bottom + 1).map(text => 'cut: ' + text.says),
                    ...texts.filter(text => text.size < 10).map(text => 'small: ' + text.says),
                    ...texts.flatMap((one, at) => texts.slice(at + 1).filter(other =>
                        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 1 &&
                        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 0.35 * Math.min(one.box.height, other.box.height))
                        .map(other => 'covered: ' + one.says + ' by ' + other.says)),
                ];
            })
            """);

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task In_forced_colours_charts_keep_theirs_on_white_paper()
    {
        var page = await Opened("summary.html", 1280);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Dark });

        var drawn = await page.EvaluateAsync<string[]>("""
            () => [
                ...[...document.querySelectorAll('svg')].map(svg => getComputedStyle(svg).backgroundColor),
                ...[...document.querySelectorAll('svg text')].filter(text => !text.getAttribute('fill')?.startsWith('#') ? false : getComputedStyle(text).fill === 'rgb(255, 255, 255)').map(text => 'white on white: ' + text.textContent),
            ]
            """);

        Assert.That(drawn, Is.Not.Empty.And.All.EqualTo("rgb(255, 255, 255)"));
    }

    [Test]
    public async Task It_prints_on_paper_of_size_a4()
    {
        var page = await Opened("summary.html", 794);

        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        var sizes = System
            .Text.RegularExpressions.Regex.Matches(pdf, @"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]")
            .Select(found =>
                (
                    Width: double.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
                    Height: double.Parse(found.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)
                )
            )
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sizes, Is.Not.Empty);
            Assert.That(sizes.Select(size => size.Width), Is.All.EqualTo(595.0).Within(1.0));
            Assert.That(sizes.Select(size => size.Height), Is.All.EqualTo(842.0).Within(1.0));
        }
    }

    [Test]
    public async Task Its_first_page_is_one_page_of_paper()
    {
        var page = await Opened("summary.html", 794);
        await page.EvaluateAsync("document.querySelectorAll('.officers, footer').forEach(part => part.remove())");

        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.That(System.Text.RegularExpressions.Regex.Count(pdf, @"/MediaBox \["), Is.EqualTo(1));
    }

    private string Address(string name) => new Uri(here.At($"out/{name}")).AbsoluteUri;

    private async Task<IPage> Opened(string name, int width)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.GotoAsync(Address(name));
        return page;
    }
}
