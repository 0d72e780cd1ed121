using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>From the start to an answer, and round its screens.</summary>
public sealed class FirstScreensTests
{
    private static readonly string[] Screens = ["answer", "options", "years", "why", "evidence", "place"];

    [Test]
    public async Task A_council_is_found_by_a_few_letters_and_its_starter_model_is_told_as_one()
    {
        await using var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();

        await here.Page.Locator("#council").PressSequentiallyAsync("torb");
        await here.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(here.Page.Locator("h1")).ToHaveTextAsync("Torbay, starter model");
        await Assertions.Expect(here.Page.Locator(".first")).ToContainTextAsync("what an option saves cannot be told from it");
        here.IsSound();
    }

    [Test]
    public async Task A_file_shows_what_report_prints_to_the_bit_and_without_a_network()
    {
        using var place = new Workplace().With("scenario.yaml", Street.Yaml);
        place.Call("report", "scenario.yaml", "--out", "out");
        await using var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();

        await here.Page.Locator("#files").SetInputFilesAsync(place.At("scenario.yaml"));
        await here.Worked();
        await here.Context.SetOfflineAsync(true);

        var report = await here.Context.NewPageAsync();
        await report.SetContentAsync(await File.ReadAllTextAsync(place.At("out/summary.html")));
        using (Assert.EnterMultipleScope())
        {
            var shown = await Numbers(here.Page.Locator("#screen .first"));
            Assert.That(shown, Is.EqualTo(await Numbers(report.Locator(".first"))).And.Not.Empty);
            Assert.That(await Sentences(here.Page), Is.EqualTo(await Sentences(report)).And.Not.Empty);
        }

        foreach (var screen in Screens)
        {
            await here.Go(screen);
            await Assertions.Expect(here.Page.Locator("#screen h1")).ToBeVisibleAsync();
        }

        await here.Page.GoBackAsync();
        await Assertions.Expect(here.Page.Locator("#screen h1")).ToHaveTextAsync("Every number, and where it comes from");
        here.IsSound();
    }

    [Test]
    public async Task After_the_first_visit_it_works_without_its_server()
    {
        await using var here = await PageInBrowser.Open(address: "#/place/leeds-one-network/answer");
        await here.Page.Locator(".first").WaitForAsync();
        await Kept("SystemSim.Page.wasm");
        await here.Worked();
        // What workbooks take comes last.
        await Kept("System.Private.Xml.Linq.wasm");

        here.StopServer();
        await here.Page.ReloadAsync();

        await Assertions.Expect(here.Page.Locator(".first h1")).ToHaveTextAsync("Leeds, one network of 37");
        await here.Worked();
        await here.Page.Locator("#leaves > summary").ClickAsync();
        var download = await here.Page.RunAndWaitForDownloadAsync(() => here.Page.Locator("[data-leaf=workbook]").ClickAsync());
        Assert.That(new FileInfo(await download.PathAsync()).Length, Is.GreaterThan(0));

        async Task Kept(string file) =>
            await here.Page.WaitForFunctionAsync(
                "async file => (await (await caches.open('systemsim-page')).keys()).some(one => one.url.endsWith(file))", file);
    }

    [Test]
    public async Task A_first_visit_takes_less_than_five_million_bytes_until_the_first_answer()
    {
        await using var here = await PageInBrowser.Open(address: "#/council/Torbay/answer");
        await here.Page.Locator(".first").WaitForAsync();

        var files = here.Asked.Where(address => !address.StartsWith("blob:", StringComparison.Ordinal)).Distinct().ToArray();
        var packed = files.Sum(address => StaticFiles.Packed(here.FileOf(address)));

        await TestContext.Out.WriteLineAsync($"{files.Length} files, {packed:N0} bytes packed");
        Assert.That(files, Has.Length.GreaterThan(30));
        Assert.That(packed, Is.LessThan(5_000_000));
    }

    [Test]
    public async Task What_is_wrong_with_a_file_is_said_as_check_says_it_while_it_is_typed()
    {
        using var place = new Workplace().With("scenario.yaml", Street.Yaml.Replace("tier: acute", "tier: acut", StringComparison.Ordinal));
        var said = place.Call("check", "scenario.yaml").Errors;
        await using var here = await PageInBrowser.Open();

        await here.Page.Locator("#files").SetInputFilesAsync(place.At("scenario.yaml"));

        var remarks = here.Page.Locator("#remarks");
        await Assertions.Expect(remarks).ToContainTextAsync("1 problem");
        var told = await remarks.Locator("li").First.InnerTextAsync();
        foreach (var line in told.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Assert.That(Spaced(said), Does.Contain(Spaced(line)));
        }

        var text = here.Page.Locator("#text");
        await text.FillAsync((await text.InputValueAsync()).Replace("tier: acut,", "tier: acute,", StringComparison.Ordinal));
        await here.Page.Locator("#text-use").ClickAsync();
        await Assertions.Expect(here.Page.Locator("h1")).ToHaveTextAsync("A street");
        here.IsSound();
    }

    [Test]
    public async Task Nothing_stands_in_anybody_s_way()
    {
        await using var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();
        var onlooker = new Onlooker(here.Page);
        await onlooker.LookAt("start");
        await here.Page.Locator("#files").SetInputFilesAsync(new FilePayload
        {
            Name = "scenario.yaml",
            MimeType = "text/yaml",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Street.Yaml),
        });
        await here.Worked();
        foreach (var screen in Screens)
        {
            await here.Go(screen);
            await here.Page.Locator("#screen h1").WaitForAsync();
            await onlooker.LookAt(screen);
        }

        Assert.That(onlooker.Found, Is.Empty);
        here.IsSound();
    }

    private static async Task<string[]> Numbers(ILocator inside) =>
        await inside.Locator("data").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('value') + ' ' + one.dataset.of)");

    private static async Task<string[]> Sentences(IPage page) =>
        [
            .. (await page.Locator(".first .answer p, .first .about, .first ul li, .first > p:not(.links)").AllInnerTextsAsync())
                .Select(Spaced),
        ];

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
