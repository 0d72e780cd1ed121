using System.Diagnostics;
using System.Globalization;

namespace SystemSim.Bench;

/// <summary>Prints draws a second of processor time of the borough scenario, for holding beside other programs run in turn.</summary>
internal static class LanesCommand
{
    /// <summary>Runs it: <c>lanes DRAWS REPEATS [interpreter]</c>.</summary>
    /// <param name="arguments">How many draws, how often, and whether instruction by instruction.</param>
    /// <param name="output">Where to print.</param>
    /// <returns>Exit code.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        var count = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        var repeats = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var draws = new BoroughDraws("pooled", isCompiled: !arguments.Contains("interpreter"));

        // The run-time compiles the loop around the kernel better once it has seen it: that is not what is measured.
        draws.Run(count);
        draws.Run(count);
        var rates = new double[repeats];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            draws.Run(count);
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
