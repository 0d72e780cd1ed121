using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace SystemSim.Campaign;

/// <summary>Mutants of the engine's own code, each brought to life in turn, and held against the tests that should notice it.</summary>
/// <param name="Report">Stryker's report in JSON.</param>
/// <param name="Fixtures">Classes of tests, by their short names; <c>FeatureTests:appraisal</c> for a part of one.</param>
/// <param name="Judged">File of those that are judged, a line each: its number, what became of it, what it is. What stands there is not
/// judged again.</param>
internal sealed record MutationRun(string Report, IReadOnlyList<string> Fixtures, string Judged)
{
    /// <summary>A mutant that takes so many times longer than none at all is out of time.</summary>
    private const double MostTimes = 5.0;
    private const int Failed = 1;

    // To be called again: the next are judged by another process.
    private const int GoOn = 75;
    private const double Wanted = 0.9;

    /// <summary>So many of the tests that noticed most mutants are tried before all of them are.</summary>
    private const int First = 8;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, TimeSpan> took = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> noticed = new(StringComparer.Ordinal);
    private ITestResult? last;

    private enum Fate
    {
        Killed,
        OutOfTime,
        Survived,
    }

    /// <summary>Runs them, and writes the counts.</summary>
    /// <returns>0 where so many as are wanted were noticed; 75 where it is to be called again, to go on.</returns>
    public static int Run(MutationRun run) => run.Run();

    private int Run()
    {
        using var active = new ActiveMutant();
        if (FateOf() != Fate.Survived)
        {
            Console.Out.WriteLine($"Without any mutant a test fails, so nothing can be said: {Told(last)}");
            return Failed;
        }

        var fates = Before();
        foreach (var mutant in Mutant.Of(Report).Where(mutant => !fates.ContainsKey(mutant.Number)))
        {
            Console.Error.Write($"\r{fates.Count} judged; none takes {took.Values.Aggregate((one, other) => one + other):mm\\:ss}  ");
            active.Set(mutant.Number);
            var fate = FateOf();
            active.Set(ActiveMutant.None);
            fates.Add(mutant.Number, fate);
            File.AppendAllText(Judged, string.Create(CultureInfo.InvariantCulture, $"{mutant.Number} {fate} {mutant}\n"));
            if (fate == Fate.OutOfTime)
            {
                // What never ends goes on beside all others: it ends with this process.
                return GoOn;
            }
        }

        var told = Mutant.Of(Report).Select(mutant => (Mutant: mutant, Fate: fates[mutant.Number])).ToList();
        foreach (var file in told.GroupBy(one => one.Mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Tell(file.Key, [.. file]);
        }

        return Tell("all", told) >= Wanted ? 0 : Failed;
    }

    /// <summary>What was found of those that were judged before.</summary>
    private Dictionary<int, Fate> Before() =>
        !File.Exists(Judged)
            ? []
            : File.ReadLines(Judged)
                .Select(line => line.Split(' ', 3))
                .ToDictionary(words => int.Parse(words[0], CultureInfo.InvariantCulture), words => Enum.Parse<Fate>(words[1]));

    private static double Tell(string name, List<(Mutant Mutant, Fate Fate)> fates)
    {
        var survived = fates.Count(one => one.Fate == Fate.Survived);
        var share = 1.0 - ((double)survived / Math.Max(1, fates.Count));
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {fates.Count} | {fates.Count(one => one.Fate == Fate.Killed)} | {fates.Count(one => one.Fate == Fate.OutOfTime)} | {survived} | {share:P0} |"
            )
        );
        return share;
    }

    /// <summary>What the tests say while one mutant is alive, or none: class after class, quick ones first, but before the second those
    /// tests that noticed most others.</summary>
    private Fate FateOf()
    {
        var few = noticed.OrderByDescending(test => test.Value).ThenBy(test => test.Key, StringComparer.Ordinal).Take(First).ToArray();
        string[] rest = [.. Fixtures.Skip(1).Select(Filter)];
        var known = few.Length == First ? string.Concat(few.Select(test => $"<test>{test.Key}</test>")) : null;
        string[] parts = [Filter(Fixtures[0]), .. known is null ? rest : [known, .. rest]];
        return parts.Select(part => FateOf(part, known)).FirstOrDefault(fate => fate != Fate.Survived, Fate.Survived);
    }

    /// <summary>What a part of the tests says. How long it takes without a mutant is learnt when there is none.</summary>
    private Fate FateOf(string part, string? few)
    {
        var most = took.TryGetValue(part == few ? Filter(Fixtures[0]) : part, out var time) ? MostTimes * time : Timeout.InfiniteTimeSpan;
        var began = Stopwatch.GetTimestamp();
        var fate = FateOf(part, most == Timeout.InfiniteTimeSpan || most > Least ? most : Least);
        took.TryAdd(part, Stopwatch.GetElapsedTime(began));
        return fate;
    }

    /// <summary>A class of tests; with a colon after it, those of them whose names hold what follows.</summary>
    private static string Filter(string fixture) =>
        fixture.Split(':') is [var name, var part] ? $"<and>{Class(name)}<test re=\"1\">{part}</test></and>" : Class(fixture);

    /// <summary>A class, in whatever namespace.</summary>
    private static string Class(string name) => $"<class re=\"1\">\\.{name}$</class>";

    private Fate FateOf(string tests, TimeSpan most)
    {
        last = null;
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var settings = new Dictionary<string, object>
        {
            ["StopOnError"] = true,
            ["NumberOfTestWorkers"] = 0,
            ["SynchronousEvents"] = true,
        };
        runner.Load(Assembly.GetExecutingAssembly(), settings);
        runner.RunAsync(TestListener.NULL, TestFilter.FromXml($"<filter><or>{tests}</or></filter>"));
        if (!runner.WaitForCompletion((int)most.TotalMilliseconds))
        {
            // What never ends does so because of the mutant: it ends when that is gone.
            runner.StopRun();
            return Fate.OutOfTime;
        }

        last = runner.Result;
        if (last?.TotalCount == 0)
        {
            throw new InvalidOperationException($"there is no test like {tests}");
        }

        if (last?.ResultState.Status != TestStatus.Failed)
        {
            return Fate.Survived;
        }

        foreach (var test in FailedBelow(last))
        {
            var name = SecurityElement.Escape(test.FullName);
            noticed[name] = noticed.GetValueOrDefault(name) + 1;
        }

        return Fate.Killed;
    }

    private static string Told(ITestResult? result) =>
        result is null ? "out of time" : string.Join(' ', FailedBelow(result).Select(test => $"{test.FullName}: {test.Message}"));

    private static IEnumerable<ITestResult> FailedBelow(ITestResult result) =>
        result.HasChildren ? result.Children.SelectMany(FailedBelow)
        : result.ResultState.Status == TestStatus.Failed ? [result]
        : [];
}
