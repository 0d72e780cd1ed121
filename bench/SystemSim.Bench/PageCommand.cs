using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using SystemSim.PageTests;

namespace SystemSim.Bench;

/// <summary>Prints how long readers of the published page wait, in Chromium, and how much it loads.</summary>
internal static class PageCommand
{
    private const string Council = "/council/Torbay/answer";
    private const string Plymouth = "/place/plymouth/answer";
    private const int Moves = 20;
    private const double Likely = 0.95;

    // Moves a slider to and fro, each time until the screen is another one: without a rest, in which the range would be worked out again.
    private const string Move =
        """
        async moves => {
          const range = document.querySelector('.number [type=range]');
          const waits = [];
          for (let move = 0; move < moves; move++) {
            waits.push(await new Promise(done => {
              const began = performance.now();
              new MutationObserver((_, watch) => {
                watch.disconnect();
                requestAnimationFrame(() => done(performance.now() - began));
              }).observe(document.getElementById('screen'), { childList: true, subtree: true });
              range.value = String(21 + move % 2);
              range.dispatchEvent(new Event('change'));
            }));
          }
          return waits;
        }
        """;

    // Opens a place in an engine of its own, and has it made so many draws.
    private const string Draw =
        """
        async change => {
          const { Engine } = await import('./worker.js');
          let spent = 0;
          let began = null;
          const engine = new Engine({
            onStage: stage => {
              if (stage === 'draw') {
                began ??= performance.now();
              } else if (began !== null) {
                spent += performance.now() - began;
                began = null;
              }
            },
          });
          const said = await engine.ask('Open', JSON.stringify({ kind: 'council', name: 'Torbay', files: [], changes: [change] }));
          const wrong = JSON.parse(said).isSound ? await engine.ask('Whole', '') : said;
          engine.end();
          if (wrong) {
            throw new Error(wrong);
          }
          return spent;
        }
        """;

    /// <summary>Runs it: <c>page ROUNDS</c>.</summary>
    /// <param name="arguments">How many rounds.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> Run(string[] arguments, TextWriter output)
    {
        var rounds = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        await using var published = await PublishedPage.Open();
        await output.WriteLineAsync($"Chromium {published.Browser.Version}");
        for (var round = 1; round <= rounds; round++)
        {
            await using var context = await published.Browser.NewContextAsync();
            await Print("first answer of a council's place, cold", await FirstAnswer(context, published, output));
            await Print("first answer of a council's place, files kept", await FirstAnswer(context, published));
            await PrintMoves("a council's place", await Redrawn(context, published.At(Council)));
            await PrintMoves("Plymouth", await Redrawn(context, published.At(Plymouth)));
            await Print("1,000 draws of a council's place", await Drawn(context, published.At("/")));

            async Task PrintMoves(string place, double[] waits)
            {
                await Print($"a slider of {place}, half of {Moves} moves within", waits[(Moves / 2) - 1]);
                await Print($"a slider of {place}, 95 of 100 moves within", waits[(int)Math.Ceiling(Likely * Moves) - 1]);
            }

            async Task Print(string what, double milliseconds) =>
                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"round {round}: {what} {milliseconds / 1000.0:F2} s"));
        }

        return 0;
    }

    private static async Task<double> FirstAnswer(IBrowserContext context, PublishedPage published, TextWriter? sizes = null)
    {
        var asked = new List<string>();
        void Keep(object? sender, IRequest request) => asked.Add(request.Url);
        context.Request += Keep;
        var page = await context.NewPageAsync();
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(published.At(Council));
        await page.Locator(".first").WaitForAsync();
        clock.Stop();
        context.Request -= Keep;
        if (sizes is not null)
        {
            var files = asked.Select(published.FileOf).Distinct().ToArray();
            await sizes.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{files.Length} files, {files.Sum(StaticFiles.Packed) / 1e6:F2} MB packed, until the first answer"));
            // Whoever comes again finds what the browser has kept by then.
            await PublishedPage.Worked(page);
        }

        await page.CloseAsync();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<double[]> Redrawn(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.Locator(".first").WaitForAsync();
        // Any number will do, and the widest take their time.
        await page.Locator("#number-add").FocusAsync();
        await page.Locator("#number-names option").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("#number-add").FillAsync((await page.Locator("#number-names option").First.GetAttributeAsync("value"))!);
        await page.Locator("#number-add").PressAsync("Enter");
        await page.Locator(".number [type=range]").First.WaitForAsync();
        var waits = await page.EvaluateAsync<double[]>(Move, Moves + 1);
        await page.CloseAsync();
        // The first makes ready what the others find ready.
        return [.. waits.Skip(1).Order()];
    }

    private static async Task<double> Drawn(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        var spent = await page.EvaluateAsync<double>(Draw, "draws.number=1000");
        await page.CloseAsync();
        return spent;
    }
}
