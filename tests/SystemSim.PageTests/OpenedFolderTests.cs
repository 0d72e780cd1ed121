using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>The page behind <c>open</c>: what is changed there is in the file, as meant, and nothing else of the file is touched.</summary>
[Platform(Exclude = "Win")]
public sealed class OpenedFolderTests
{
    private const string File = "street/scenario.yaml";
    private const string Numbers = "{value: £1000, low: £600, high: £1600}";

    [Test]
    public async Task A_number_moved_by_keyboard_is_saved_and_run_gives_the_same_to_the_bit()
    {
        using var place = new Workplace().With(File, Street.Yaml);
        using var served = ServedPage.In(place.Folder, "street", "--page", PageInBrowser.Folder);
        await using var here = await PageInBrowser.Served(served.Address);
        await here.Worked();
        Assert.That(await here.Page.Locator("#commands").TextContentAsync(), Is.EqualTo("systemsim run street"));

        await Move(here);
        await Keep(here, "file");
        await here.Page.Locator("#told", new() { HasText = "Saved: scenario.yaml is on the disk" }).WaitForAsync();
        await Assertions.Expect(here.Page.Locator("#changed")).ToBeHiddenAsync();

        var kept = await System.IO.File.ReadAllTextAsync(place.At(File));
        var factor = decimal.Parse(Factor(kept), System.Globalization.CultureInfo.InvariantCulture) / 1000m;
        var wanted = FormattableString.Invariant($"{{value: £{1000m * factor:0.#####}, low: £{600m * factor:0.#####}, high: £{1600m * factor:0.#####}}}");
        Assert.That(factor, Is.GreaterThan(1m));
        Assert.That(kept, Is.EqualTo(Street.Yaml.Replace(Numbers, wanted, StringComparison.Ordinal)));
        await IsAsRun(here, place);

        await Move(here);
        await here.Page.Locator("#keep-title").FillAsync("Dearer to set up");
        await here.Page.Locator("#keep-note").FillAsync("as the board asked");
        await here.Page.Locator(".number .why input").First.FillAsync("quoted by two");
        var number = await here.Page.Locator(".number legend").First.TextContentAsync();
        await Keep(here, "option");
        await here.Page.Locator("#told", new() { HasText = "Saved: scenario.yaml is on the disk" }).WaitForAsync();
        var withOption = await System.IO.File.ReadAllTextAsync(place.At(File));
        Assert.That(
            withOption,
            Does.StartWith(kept).And.Contain(
                $"\n  dearer_to_set_up:\n    # as the board asked; {number}: quoted by two\n    title: \"Dearer to set up\"\n"));
        Assert.That(place.Call("check", "street").ExitCode, Is.Zero);
        Assert.That(place.Call("run", "street", "--draws", "0", "--out", "out").Output, Does.Contain("Dearer to set up"));
        here.IsSound();
    }

    [Test]
    public async Task A_file_that_was_changed_underneath_is_shown_beside_what_was_to_be_saved_and_nothing_is_lost()
    {
        using var place = new Workplace().With(File, Street.Yaml);
        using var served = ServedPage.In(place.Folder, "street", "--page", PageInBrowser.Folder);
        await using var here = await PageInBrowser.Served(served.Address);
        await here.Worked();
        var theirs = Street.Yaml.Replace("title: A street", "title: Their street", StringComparison.Ordinal);
        place.With(File, theirs);

        await Move(here);
        await Keep(here, "file");

        var both = here.Page.Locator("pre.whole");
        await Assertions.Expect(both).ToHaveCountAsync(2);
        Assert.That(await both.Nth(0).TextContentAsync(), Is.EqualTo(theirs));
        Assert.That(await both.Nth(1).TextContentAsync(), Does.Contain("title: A street").And.Not.Contain(Numbers));
        Assert.That(await System.IO.File.ReadAllTextAsync(place.At(File)), Is.EqualTo(theirs));

        await here.Page.Locator("[data-both=there]").PressAsync("Enter");
        await Assertions.Expect(here.Page.Locator("#opened")).ToHaveTextAsync("Their street");
        await Assertions.Expect(here.Page.Locator("#changed")).ToContainTextAsync("1 number changed");
        await Keep(here, "file");
        await here.Page.Locator("#told", new() { HasText = "Saved: scenario.yaml is on the disk" }).WaitForAsync();

        var kept = await System.IO.File.ReadAllTextAsync(place.At(File));
        Assert.That(kept, Does.Contain("title: Their street").And.Not.Contain(Numbers));
    }

    [Test]
    public async Task Where_the_program_has_ended_the_page_says_so_and_how_to_go_on_and_nothing_is_lost()
    {
        const string Said = "The program that served this page has ended. Start it again with: systemsim open street,";
        using var place = new Workplace().With(File, Street.Yaml);
        using var served = ServedPage.In(place.Folder, "street", "--page", PageInBrowser.Folder);
        await using var here = await PageInBrowser.Served(served.Address);
        var told = here.Page.Locator("#told");
        await here.Worked();
        served.End();

        await here.Page.Locator("#leaves > summary").PressAsync("Enter");
        await here.Page.Locator("[data-leaf=workbook]").PressAsync("Enter");
        await Assertions.Expect(told).ToContainTextAsync(Said);

        // What is told at once is worked out by the engine that is there; for the range another one would have to be loaded.
        await Move(here);
        await Assertions.Expect(told).ToContainTextAsync(Said);
        await Assertions.Expect(here.Page.Locator("#screen .first")).ToBeVisibleAsync();

        var download = await here.Page.RunAndWaitForDownloadAsync(() => Keep(here, "file"));
        await Assertions.Expect(told).ToContainTextAsync(Said);
        var text = await System.IO.File.ReadAllTextAsync(await download.PathAsync());
        Assert.That(text, Does.Contain("title: A street").And.Not.Contain(Numbers));
        Assert.That(await System.IO.File.ReadAllTextAsync(place.At(File)), Is.EqualTo(Street.Yaml));
    }

    private static async Task Move(PageInBrowser here)
    {
        var slider = here.Page.Locator(".number [type=range]").First;
        await slider.FocusAsync();
        await here.Page.Keyboard.PressAsync("ArrowRight");
        await here.Page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(here.Page.Locator("#changed")).ToContainTextAsync("1 number changed");
        await Assertions.Expect(here.Page.Locator("#doing")).ToBeHiddenAsync(new() { Timeout = 60_000 });
    }

    private static async Task Keep(PageInBrowser here, string what)
    {
        if (!await here.Page.Locator("#leaves").EvaluateAsync<bool>("box => box.open"))
        {
            await here.Page.Locator("#leaves > summary").PressAsync("Enter");
        }

        await here.Page.Locator($"#keep [value={what}]").PressAsync("Enter");
    }

    private static string Factor(string kept) =>
        System.Text.RegularExpressions.Regex.Match(kept, "set_up: {value: £([0-9.]+)").Groups[1].Value;

    /// <summary>Holds the numbers that are shown to those of a run of the file on the disk.</summary>
    private static async Task IsAsRun(PageInBrowser here, Workplace place)
    {
        await here.Worked();
        place.Call("report", "street", "--out", "out");
        var report = System.Text.RegularExpressions.Regex.Matches(
            (await System.IO.File.ReadAllTextAsync(place.At("out/summary.html"))).Split("<div class=\"officers\">")[0], "<data [^>]*>");
        var shown = System.Text.RegularExpressions.Regex.Matches(
            (await here.Page.Locator("#screen").InnerHTMLAsync()).Split("<div class=\"officers\">")[0], "<data [^>]*>");
        Assert.That(shown.Select(one => one.Value), Is.EqualTo(report.Select(one => one.Value)).And.Not.Empty);
    }
}
