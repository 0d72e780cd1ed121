using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using SystemSim.Acceptance;

namespace SystemSim.PageTests;

/// <summary>What can be chosen beside single numbers: presets, starting year, risk shares; and what is told beside the answer.</summary>
public sealed class ControlsTests
{
    // Help that costs about what it averts: its effect, and what it costs, turn the answer inside their ranges.
    private static readonly string Yaml = Street.Yaml
        .Replace("headline: pooled", "headline: more", StringComparison.Ordinal)
        .Replace("{value: 10%, low: 2%, high: 20%}", "{value: 60%, low: 10%, high: 95%}", StringComparison.Ordinal)
        .Replace(
            "  pooled: {governance: one_pool, title: One budget}",
            "  pooled: {governance: one_pool, title: One budget}\n"
            + "  more: {governance: silos, title: Less help, set: {services.help.budget: £500}}\n"
            + "page:\n"
            + "  sliders: [services.help.cost.unit, services.help.effects.demand care.less]\n"
            + "  presets:\n"
            + "    half: {title: Half the help, set: {services.help.demand.per_person.ill: x 0.5, services.help.cost.unit: £11}}\n"
            + "    later: {title: Two years later, set: {options.pooled.from: 2028/29}}",
            StringComparison.Ordinal);

    [Test]
    public async Task What_the_file_puts_first_is_there_and_a_preset_is_made_and_taken_back_in_one()
    {
        using var place = new Workplace().With("scenario.yaml", Yaml);
        await using var here = await Opened(place);

        await Assertions.Expect(here.Page.Locator("#presets button")).ToHaveTextAsync(["Half the help", "Two years later"]);
        await Assertions.Expect(here.Page.Locator("#sliders legend")).ToHaveTextAsync(
            ["Help at home: unit cost", "Help at home: effect on demand for Hospital care"]);
        var turns = here.Page.Locator("#sliders .turns:not([hidden])");
        await Assertions.Expect(turns.First).ToContainTextAsync("The answer turns at ");

        // What the card says of its number is what the table of all numbers says.
        var moves = await here.Page.Locator("#sliders .effect").First.TextContentAsync();
        await here.Go("evidence");
        var row = here.Page.Locator("#evidence-rows tr", new() { HasText = "services.help.cost.unit" }).First;
        var swing = await row.Locator("td").Last.TextContentAsync();
        Assert.That(swing, Does.StartWith("£"));
        Assert.That(moves, Is.EqualTo($"It alone moves the answer by {swing} over its range."));
        await here.Go("answer");

        var half = here.Page.Locator("#presets button").First;
        await half.ClickAsync();
        await Assertions.Expect(half).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(here.Page.Locator("#changed strong")).ToHaveTextAsync("2 numbers changed");
        await Assertions.Expect(here.Page.Locator("#changed li")).ToHaveTextAsync(["Half the help Reset"]);
        await here.Worked();
        await IsWhatRunGives(here, place, "services.help.demand.per_person.ill=x 0.5", "services.help.cost.unit=£11");

        await here.Page.Locator("#undo").ClickAsync();
        await Assertions.Expect(here.Page.Locator("#changed strong")).ToHaveTextAsync("As in the file");
        await Assertions.Expect(half).ToHaveAttributeAsync("aria-pressed", "false");
        here.IsSound();
    }

    [Test]
    public async Task An_option_starts_later_and_shares_are_taken_only_when_they_add_up()
    {
        using var place = new Workplace().With("scenario.yaml", Yaml);
        await using var here = await Opened(place);
        await Assertions.Expect(here.Page.Locator("#starting")).ToBeHiddenAsync();
        await here.Page.Locator("#options [value=pooled]").CheckAsync();
        await here.Worked();

        await here.Page.Locator("#starting-year").SelectOptionAsync("2028/29");
        await Assertions.Expect(here.Page.Locator("#changed li")).ToHaveTextAsync(["Two years later Reset"]);
        var boxes = here.Page.Locator("#shares input");
        await boxes.Nth(0).FillAsync("60");
        await boxes.Nth(1).FillAsync("30");
        await here.Page.Locator("#shares .use").ClickAsync();
        await Assertions.Expect(here.Page.Locator("#shares .beyond")).ToHaveTextAsync(
            "They add up to 90%, and must to 100%: 10% is missing.");
        await Assertions.Expect(here.Page.Locator("#changed strong")).ToHaveTextAsync("1 number changed");
        await boxes.Nth(1).FillAsync("40");
        await here.Page.Locator("#shares .use").ClickAsync();
        await Assertions.Expect(here.Page.Locator("#changed strong")).ToHaveTextAsync("2 numbers changed");
        await Assertions.Expect(here.Page.Locator("#changed")).ToContainTextAsync("Risk share: ");
        await here.Worked();
        await IsWhatRunGives(
            here,
            place,
            "options.pooled.from=2028/29",
            "governance.one_pool.pools.pool.overspend={share: proportional, by: {council: 60%, nhs: 40%}}");
        here.IsSound();
    }

    [Test]
    public async Task What_was_expected_stays_in_the_link_tables_are_copied_and_nothing_stands_in_anybody_s_way()
    {
        using var place = new Workplace().With("scenario.yaml", Yaml);
        await using var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();
        await here.Page.Locator("#expecting [value=less]").CheckAsync();
        await Assertions.Expect(here.Page.Locator("#councils a").First).ToHaveAttributeAsync("href", new Regex("expected=less"));
        var onlooker = new Onlooker(here.Page);
        await onlooker.LookAt("start");
        await here.Page.Locator("#files").SetInputFilesAsync(place.At("scenario.yaml"));
        await here.Worked();
        Assert.That(here.Page.Url, Does.Contain("expected=less"));
        await Assertions.Expect(here.Page.Locator("#expected")).ToHaveTextAsync("Expected before looking: that less is spent.");
        await onlooker.LookAt("answer");

        await here.Go("why");
        await here.Page.Locator("[data-information]").ClickAsync();
        await Assertions.Expect(here.Page.Locator("[data-information-found] table").First).ToContainTextAsync("Worth knowing");
        await onlooker.LookAt("why");

        await here.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await here.Go("options");
        var table = here.Page.Locator("#screen table").First;
        await here.Page.Locator(".copy button").First.ClickAsync();
        await Assertions.Expect(here.Page.Locator("#told")).ToContainTextAsync("The table is copied");
        var copied = (await here.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Split('\n');
        Assert.That(copied, Has.Length.EqualTo(await table.Locator("tr").CountAsync()));
        var number = await table.Locator("td > data").First.GetAttributeAsync("value");
        Assert.That(copied.SelectMany(line => line.Split('\t')), Does.Contain(number));
        Assert.That(onlooker.Found, Is.Empty);
        here.IsSound();
    }

    [Test]
    public async Task What_takes_long_can_be_stopped_and_begun_again()
    {
        using var place = new Workplace().With("scenario.yaml", Yaml);
        await using var here = await Opened(place);
        await here.Go("why");
        var told = here.Page.Locator("#told");
        var table = here.Page.Locator("[data-information-found] table");

        await here.Page.EvaluateAsync(
            """
            async () => {
              document.querySelector('[data-information]').click();
              await new Promise(done => setTimeout(done));
              document.getElementById('stop').click();
            }
            """);

        await Assertions.Expect(told).ToContainTextAsync("Stopped.");
        await Assertions.Expect(here.Page.Locator("#doing")).ToBeHiddenAsync();
        await Assertions.Expect(table).ToHaveCountAsync(0);
        await here.Page.Locator("[data-information]").ClickAsync();
        await Assertions.Expect(table.First).ToContainTextAsync("Worth knowing");
        here.IsSound();
    }

    [Test]
    public async Task The_answer_is_one_page_of_paper()
    {
        using var place = new Workplace().With("scenario.yaml", Yaml);
        await using var here = await Opened(place);

        var paper = await here.Page.PdfAsync(new() { Format = "A4" });

        Assert.That(
            Regex.Count(System.Text.Encoding.Latin1.GetString(paper), @"/Type\s*/Page\b"), Is.EqualTo(1));
    }

    private static async Task<PageInBrowser> Opened(Workplace place)
    {
        var here = await PageInBrowser.Open();
        await here.Page.Locator("#councils a").First.WaitForAsync();
        await here.Page.Locator("#files").SetInputFilesAsync(place.At("scenario.yaml"));
        await here.Worked();
        return here;
    }

    /// <summary>Holds the numbers of the first page to those that the program prints with the same changes.</summary>
    private static async Task IsWhatRunGives(PageInBrowser here, Workplace place, params string[] changes)
    {
        var told = await here.Page.Locator("#options input:checked").GetAttributeAsync("value");
        string[] set = [.. changes.SelectMany(change => new[] { "--set", change })];
        place.Call(["report", "scenario.yaml", "--option", told!, "--out", "out", .. set]);
        var report = await here.Context.NewPageAsync();
        await report.SetContentAsync(await File.ReadAllTextAsync(place.At("out/summary.html")));
        Assert.That(await Numbers(here.Page.Locator("#screen .first")), Is.EqualTo(await Numbers(report.Locator(".first"))).And.Not.Empty);
        await report.CloseAsync();
    }

    private static async Task<string[]> Numbers(ILocator inside) =>
        await inside.Locator("data").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('value') + ' ' + one.dataset.of)");
}
