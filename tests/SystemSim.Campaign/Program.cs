using System.Globalization;
using SystemSim.Campaign;

const int Wrong = 2;
try
{
    return args switch
    {
        ["fuzz", var harness] when Harness.Find(harness) is { } found => Harness.Run(found),
        ["replay", var harness, .. var files] when Harness.Find(harness) is { } found => Harness.Replay(found, files),
        ["seeds", var scenarios, var into] => Seeds.Write(scenarios, into),
        ["mutants", var scenarios, var kept, var seed, var first, var count] => MutantRun.Run(
            new(scenarios, kept, Whole(seed), Whole(first), Whole(count))
        ),
        ["kills", var program, var scenario, var seed, var count] => KillRun.AtRandom(new(program, scenario), Whole(seed), Whole(count)),
        ["sweeps", var program, var scenario, var seed, var count] => SweepKills.Run(new(program, scenario), Whole(seed), Whole(count)),
        ["calls", var program, var scenario, var kind] => KillRun.AtCalls(new(program, scenario), kind),
        ["mutation", var report, var judged, .. var fixtures] => MutationRun.Run(new(report, fixtures, judged)),
        _ => Usage(),
    };
}
catch (FormatException)
{
    return Usage();
}

static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: SystemSim.Campaign fuzz HARNESS                                  one harness, driven by afl-fuzz
               SystemSim.Campaign replay HARNESS FILE ...                      the same, on inputs that were found
               SystemSim.Campaign seeds SCENARIOS FOLDER                       first inputs of every harness, from shipped scenarios
               SystemSim.Campaign mutants SCENARIOS KEPT SEED FIRST COUNT      mutants of shipped scenarios through check and run
               SystemSim.Campaign kills PROGRAM SCENARIO SEED COUNT            runs that are killed at a random moment
               SystemSim.Campaign sweeps PROGRAM SCENARIO SEED COUNT           studies in several processes, of which one is killed
               SystemSim.Campaign calls PROGRAM SCENARIO KIND                  runs that die or fail in each system call that changes the results
               SystemSim.Campaign mutation REPORT JUDGED CLASS ...             mutants of the engine's own code against classes of tests
        """);
    Console.Error.WriteLine($"harnesses: {string.Join(", ", Harness.Names)}");
    return Wrong;
}
