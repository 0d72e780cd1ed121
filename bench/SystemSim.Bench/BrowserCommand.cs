using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using SystemSim.ModuleTests;

namespace SystemSim.Bench;

/// <summary>Prints draws a second of processor time of the borough scenario, in Chromium and here in turn.</summary>
internal static class BrowserCommand
{
    private const int Repeats = 5;

    /// <summary>Runs it: <c>browser ROUNDS</c>.</summary>
    /// <param name="arguments">How many rounds.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> Run(string[] arguments, TextWriter output)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Scenarios.Borough, "scenario.yaml"));
        await using var opened = await ModulePageInBrowser.Open(Scenarios.Root);
        var isFused = await opened.Page.EvaluateAsync<bool>("page.IsFused()");
        await output.WriteLineAsync($"Chromium {opened.Browser.Version}; its own product and sum rounds once: {isFused}");
        for (var round = 1; round <= int.Parse(arguments[0], CultureInfo.InvariantCulture); round++)
        {
            foreach (var isDrawn in (bool[])[false, true])
            {
                var native = Native(isDrawn);
                var way = isDrawn ? "with drawing" : "alone";
                await output.WriteLineAsync(Line($"round {round}, {way}: here", native, native));
                if (isFused)
                {
                    var fused = await InBrowser(opened, text, "Module", isFused: true, 8_000, isDrawn);
                    await output.WriteLineAsync(Line($"round {round}, {way}: modules, rounding once", fused, native));
                }

                var emulated = await InBrowser(opened, text, "Module", isFused: false, 1_600, isDrawn);
                await output.WriteLineAsync(Line($"round {round}, {way}: modules, product and sum worked out", emulated, native));
                var interpreted = await InBrowser(opened, text, "Interpreter", isFused: false, 64, isDrawn);
                await output.WriteLineAsync(Line($"round {round}, {way}: instruction by instruction", interpreted, native));
            }
        }

        return 0;
    }

    private static string Line(string what, double rate, double native) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {rate:F0} draws a second, {100.0 * rate / native:F1}%");

    private static double Native(bool isDrawn)
    {
        const int Count = 20_000;
        var draws = Scenarios.DrawsOfBorough(isCompiled: true);
        draws.Run(Count, isDrawn);
        draws.Run(Count, isDrawn);
        return Median(Enumerable.Range(0, Repeats).Select(_ =>
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            draws.Run(Count, isDrawn);
            return Count / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }));
    }

    private static async Task<double> InBrowser(
        ModulePageInBrowser opened, string text, string executor, bool isFused, int count, bool isDrawn)
    {
        await opened.Page.EvaluateAsync("given => page.Ready(...given)", new object[] { text, executor, isFused });
        var told = await opened.Browser.NewBrowserCDPSessionAsync();
        var rates = new List<double>();

        // A browser compiles better what it has run for a while.
        for (var repeat = -2; repeat < Repeats; repeat++)
        {
            var before = await ProcessorTime(told);
            await opened.Page.EvaluateAsync("given => page.Run(...given)", new object[] { count, isDrawn });
            var after = await ProcessorTime(told);
            if (repeat >= 0)
            {
                rates.Add(count / (after - before));
            }
        }

        return Median(rates);
    }

    /// <summary>Seconds of the processes that show pages; there is one page.</summary>
    private static async Task<double> ProcessorTime(ICDPSession told)
    {
        var answer = await told.SendAsync("SystemInfo.getProcessInfo");
        return answer!
            .Value.GetProperty("processInfo")
            .EnumerateArray()
            .Where(process => process.GetProperty("type").GetString() == "renderer")
            .Sum(process => process.GetProperty("cpuTime").GetDouble());
    }

    private static double Median(IEnumerable<double> rates) => rates.Order().ElementAt(Repeats / 2);
}
