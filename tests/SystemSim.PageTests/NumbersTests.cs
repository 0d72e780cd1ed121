using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>Numbers move, and what comes of it is what <c>run --set</c> gives, to the bit.</summary>
public sealed class NumbersTests
{
    private const int Edits = 50;

    [Test]
    public async Task Random_edits_give_what_run_gives_to_the_bit()
    {
        using var place = new Workplace().With("scenario.yaml", Street.Yaml);
        await using var here = await PageInBrowser.Open();
        await here.Page.EvaluateAsync(
            """
            async text => {
              const { Engine } = await import('./worker.js');
              window.engine = new Engine();
              const files = [{ name: 'scenario.yaml', text }];
              await engine.ask('Open', JSON.stringify({ kind: 'file', name: 'scenario.yaml', files, changes: [] }));
              await engine.ask('First', '');
              const { numbers } = JSON.parse(await engine.ask('Numbers'));
              window.sliders = [];
              // Shares of one whole cannot be moved one by one: the reader refuses that in its own words.
              for (const { path } of numbers.filter(({ path }) => !path.includes('.need.'))) {
                sliders.push(JSON.parse(await engine.ask('Slider', path)));
              }
            }
            """,
            Street.Yaml
        );
        var random = new Random(20261130);
        var equal = 0;
        for (var edit = 0; edit < Edits; edit++)
        {
            var changes = await here.Page.EvaluateAsync<string[]>(
                """
                picks => {
                  const changes = picks.map(([number, stop]) => sliders[number % sliders.length].stops[stop].change);
                  return [...new Map(changes.filter(change => change).map(change => [change.split('=')[0], change])).values()];
                }
                """,
                Enumerable.Range(0, random.Next(1, 5)).Select(_ => new[] { random.Next(1000), random.Next(41) }).ToArray()
            );
            var shown = await here.Page.EvaluateAsync<string>(
                "async changes => await engine.ask('Move', changes.join('\\n'), '') || await engine.ask('Screen', 'answer', '')",
                changes
            );

            string[] set = [.. changes.SelectMany(change => new[] { "--set", change })];
            string[] words = ["report", "scenario.yaml", "--out", "out", "--draws", "0", .. set];
            if (place.Call(words).ExitCode != 0)
            {
                Assert.That(Numbers(shown), Is.Empty, "refused by the program");
                continue;
            }

            equal++;
            var report = await File.ReadAllTextAsync(place.At("out/summary.html"));
            Assert.That(Numbers(shown), Is.EqualTo(Numbers(report)).And.Not.Empty, string.Join(' ', words));
        }

        Assert.That(equal, Is.GreaterThan(Edits / 2));
    }

    [Test]
    public async Task By_keyboard_alone_from_the_start_to_a_moved_number_and_saved_files()
    {
        using var place = new Workplace().With("your-place/scenario.yaml", Street.Yaml);
        await using var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();
        await here.Page.Locator("#files").SetInputFilesAsync(place.At("your-place/scenario.yaml"));
        await here.Worked();
        var slider = here.Page.Locator(".number [type=range]").First;
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "£1,000");

        await slider.FocusAsync();
        await here.Page.Keyboard.PressAsync("ArrowRight");
        await here.Page.Keyboard.PressAsync("PageUp");
        var banner = here.Page.Locator("#changed");
        await Assertions.Expect(banner).ToContainTextAsync("1 number changed");
        await here.Worked();
        await here.Page.Locator(".number .why input").First.FillAsync("as quoted\u2028systemsim: 2");
        await slider.FocusAsync();
        Assert.That(await here.Page.EvaluateAsync<string>("document.activeElement.type"), Is.EqualTo("range"), "focus stays");
        var command = await here.Page.Locator("#commands").TextContentAsync();
        Assert.That(command, Does.StartWith("systemsim run scenario.yaml --set 'governance.one_pool.pools.pool.set_up=x 1."));
        place.Call("run", "your-place", "--set", command!.Split('\'')[1], "--out", "out");

        var report = await Saved(here, "report");
        using (Assert.EnterMultipleScope())
        {
            foreach (var name in (string[])["summary.html", "workbook.xlsx", "assumptions.csv", "charts/difference.svg"])
            {
                Assert.That(Bytes(report, name), Is.EqualTo(await File.ReadAllBytesAsync(place.At($"out/{name}"))), name);
            }
        }

        var book = await Bytes(here, "workbook");
        Assert.That(book, Is.EqualTo(await File.ReadAllBytesAsync(place.At("out/workbook.xlsx"))));
        var read = Encoding.UTF8.GetString(LibreOffice.Convert(place.With("page.xlsx", book), "page.xlsx", "csv"));
        Assert.That(read, Does.Contain("A street"));

        var texts = await Saved(here, "place");
        var opened = await File.ReadAllBytesAsync(place.At("your-place/scenario.yaml"));
        Assert.That(Bytes(texts, "places/your-place/scenario.yaml"), Is.EqualTo(opened));
        var changed = Bytes(texts, "places/your-place/changed.yaml");
        Assert.That(
            Encoding.UTF8.GetString(changed), Does.Contain("\n  # as quoted systemsim: 2\n  governance.one_pool.pools.pool.set_up: x 1."));
        place.With("your-place/changed.yaml", changed);
        place.Call("run", "your-place/changed.yaml", "--out", "again");
        var (again, once) = (place.At("again/summary.html"), place.At("out/summary.html"));
        Assert.That(Numbers(await File.ReadAllTextAsync(again)), Is.EqualTo(Numbers(await File.ReadAllTextAsync(once))));

        await here.Page.Locator("#undo").PressAsync("Enter");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "£1,067");
        await here.Page.Locator("#redo").PressAsync("Enter");
        await here.Page.Locator("#reset").PressAsync("Enter");
        await Assertions.Expect(banner).ToContainTextAsync("As in the file");
        here.IsSound();
    }

    [Test]
    public async Task A_link_holds_what_is_changed_and_the_way_back_takes_it_away()
    {
        const string Change = "services.home_care.cost.unit=x 1.1";
        await using var here = await PageInBrowser.Open(address: $"#/council/Torbay/place?change={Uri.EscapeDataString(Change)}");

        await Assertions.Expect(here.Page.Locator("#changed")).ToContainTextAsync("1 number changed");
        await Assertions.Expect(here.Page.Locator("#commands")).ToContainTextAsync($"systemsim run torbay --set '{Change}'");
        await here.Page.Locator("#changed [data-path]").ClickAsync();
        await Assertions.Expect(here.Page.Locator("#changed")).ToContainTextAsync("As in the file");
        await here.Page.GoBackAsync();
        await Assertions.Expect(here.Page.Locator("#changed")).ToContainTextAsync("1 number changed");
        here.IsSound();
    }

    private static async Task<ZipArchive> Saved(PageInBrowser here, string leaf) => new(new MemoryStream(await Bytes(here, leaf)));

    private static async Task<byte[]> Bytes(PageInBrowser here, string leaf)
    {
        var download = await here.Page.RunAndWaitForDownloadAsync(async () =>
        {
            if (!await here.Page.Locator("#leaves").EvaluateAsync<bool>("box => box.open"))
            {
                await here.Page.Locator("#leaves > summary").PressAsync("Enter");
            }

            await here.Page.Locator($"[data-leaf={leaf}]").PressAsync("Enter");
        });
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        var entry = archive.GetEntry(name);
        Assert.That(entry, Is.Not.Null, $"{name} is among {string.Join(", ", archive.Entries.Select(one => one.FullName))}");
        using var stream = entry!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The numbers of a first page, each with what it is of.</summary>
    private static string[] Numbers(string html)
    {
        var first = html.Split("<div class=\"officers\">")[0];
        return [.. System.Text.RegularExpressions.Regex.Matches(first, "<data [^>]*>").Select(match => match.Value)];
    }
}
