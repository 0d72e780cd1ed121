using System.Diagnostics;
using System.Globalization;

namespace SystemSim.Bench;

/// <summary>Prints draws a second of processor time of the borough scenario, for holding beside other programs run in turn.</summary>
internal static class LanesCommand
{
    /// <summary>Runs it: <c>lanes DRAWS REPEATS [interpreter] [alone]</c>.</summary>
    /// <param name="arguments">How many draws, how often, whether instruction by instruction, and whether draws are made once
    /// for all.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>Exit code.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        var count = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var repeats = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var draws = Scenarios.DrawsOfBorough(isCompiled: !arguments.Contains("interpreter"));

        var isDrawn = !arguments.Contains("alone");

        // The run-time compiles the loop around the kernel better once it has seen it: that is not what is measured.
        draws.Run(count, isDrawn);
        draws.Run(count, isDrawn);
        var rates = new double[repeats];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            draws.Run(count, isDrawn);
            rates[repeat] = count / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        }

        Array.Sort(rates);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rates[repeats / 2]:F0} draws a second of processor time (median of {repeats}; {rates[0]:F0} to {rates[^1]:F0})"
            )
        );
        return 0;
    }
}
