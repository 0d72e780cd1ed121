using System.Diagnostics;
using System.Globalization;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Bench;

/// <summary>Prints how fast a study of many draws is: sampling, running and summarising counted; a draw of one option is one.</summary>
internal static class DrawsCommand
{
    /// <summary>Runs it: <c>draws SCENARIO DRAWS THREADS REPEATS</c>.</summary>
    /// <param name="arguments">Which scenario (<c>borough</c> or <c>plymouth</c>), how many draws, on how many threads, and how
    /// often.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>Exit code.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        var scenario = ScenarioReader.Read(arguments[0] == "borough" ? Scenarios.Borough : Scenarios.Plymouth, []).Scenario!;
        var draws = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        var request = new DrawRequest { Draws = draws, Threads = int.Parse(arguments[2], CultureInfo.InvariantCulture) };
        var repeats = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        var runs = draws * scenario.Options.Length;

        // The run-time compiles what it has seen often better: that is not what is measured.
        DrawStudy.Run(Prepared.Of(scenario), request);
        var (byProcessor, byClock) = (new double[repeats], new double[repeats]);
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            DrawStudy.Run(Prepared.Of(scenario), request);
            byClock[repeat] = runs / clock.Elapsed.TotalSeconds;
            byProcessor[repeat] = runs / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        Array.Sort(byProcessor);
        Array.Sort(byClock);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{byProcessor[repeats / 2]:F0} draws a second of processor time, {byClock[repeats / 2]:F0} by the clock (medians of {repeats}; {byProcessor[0]:F0} to {byProcessor[^1]:F0})"
            )
        );
        return 0;
    }
}
