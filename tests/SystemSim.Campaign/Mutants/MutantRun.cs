using System.Diagnostics;
using System.Globalization;

namespace SystemSim.Campaign;

/// <summary>Mutants of shipped scenarios, one after another, counted by what became of them.</summary>
/// <param name="Scenarios">Folder of the shipped scenarios.</param>
/// <param name="Kept">Folder for those that did not end as they should.</param>
/// <param name="Seed">Seed: the same makes the same mutants.</param>
/// <param name="First">Number of the first mutant.</param>
/// <param name="Count">How many.</param>
internal sealed record MutantRun(string Scenarios, string Kept, int Seed, int First, int Count)
{
    /// <summary>One mutant in so many is of a place: they are large.</summary>
    private const int OfPlaces = 25;
    private const int MostKept = 100;
    private const int Failed = 1;

    /// <summary>Runs them, and writes the counts.</summary>
    /// <returns>0 where all ended as they should.</returns>
    public static int Run(MutantRun run) => run.Run();

    private int Run()
    {
        var began = Stopwatch.GetTimestamp();
        var root = Directory.CreateTempSubdirectory("systemsim-mutants-").FullName;
        var here = Path.Combine(root, "scenarios");
        Copy(Scenarios, here);
        var (features, places) = (Below(here, "features"), Below(here, "places"));
        var counts = new SortedDictionary<(string Kind, OutcomeKind Outcome), int>();
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var kept = 0;
        for (var number = First; number < First + Count; number++)
        {
            var random = new Random(HashCode(Seed, number));
            var files = random.Next(OfPlaces) == 0 ? places : features;
            var file = files[random.Next(files.Length)];
            var text = File.ReadAllText(file);
            Mutation? mutation;
            do
            {
                mutation = Mutation.Of(text, random);
            }
            while (mutation is null);

            File.WriteAllText(file, mutation.Text);
            var outcome = Trial.Of(file);
            File.WriteAllText(file, text);
            counts[(mutation.Kind, outcome.Kind)] = counts.GetValueOrDefault((mutation.Kind, outcome.Kind)) + 1;
            if (outcome.Kind is OutcomeKind.RefusedByPlanning or OutcomeKind.RefusedByRun)
            {
                codes[outcome.Told] = codes.GetValueOrDefault(outcome.Told) + 1;
            }
            else if (outcome.Kind > OutcomeKind.RefusedByRun && kept++ < MostKept)
            {
                Keep(number, Path.GetRelativePath(here, file), mutation, outcome);
            }
        }

        Directory.Delete(root, recursive: true);
        Tell(counts, codes, Stopwatch.GetElapsedTime(began));
        return counts.Keys.Any(key => key.Outcome > OutcomeKind.RefusedByRun) ? Failed : 0;
    }

    private void Keep(int number, string file, Mutation mutation, Outcome outcome)
    {
        Directory.CreateDirectory(Kept);
        File.WriteAllText(
            Path.Combine(Kept, string.Create(CultureInfo.InvariantCulture, $"{number}.yaml")),
            string.Create(
                CultureInfo.InvariantCulture,
                $"# {file}, line {mutation.Line}, {mutation.Kind}: {outcome.Kind}: {outcome.Told.ReplaceLineEndings(" ")}\n{mutation.Text}"
            )
        );
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"mutant {number} of {file}, line {mutation.Line}, {mutation.Kind}: {outcome.Kind}: {outcome.Told}"
            )
        );
    }

    private void Tell(SortedDictionary<(string Kind, OutcomeKind Outcome), int> counts, SortedDictionary<string, int> codes, TimeSpan took)
    {
        var outcomes = Enum.GetValues<OutcomeKind>();
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Count} mutants of seed {Seed}, from {First}, in {took.TotalSeconds:0} s")
        );
        Console.Out.WriteLine($"| change | {string.Join(" | ", outcomes)} |");
        Console.Out.WriteLine($"| --- |{string.Concat(outcomes.Select(_ => " ---: |"))}");
        foreach (var kind in counts.Keys.Select(key => key.Kind).Distinct())
        {
            Console.Out.WriteLine(
                $"| {kind} | {string.Join(" | ", outcomes.Select(outcome => counts.GetValueOrDefault((kind, outcome))))} |"
            );
        }

        Console.Out.WriteLine(
            $"| all | {string.Join(" | ", outcomes.Select(outcome => counts.Where(count => count.Key.Outcome == outcome).Sum(count => count.Value)))} |"
        );
        Console.Out.WriteLine($"refused by planning or run: {string.Join(", ", codes.Select(code => $"{code.Key} {code.Value}"))}");
    }

    private static string[] Below(string folder, string name) =>
        [
            .. Directory
                .GetFiles(Path.Combine(folder, name), "*.yaml", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) == "scenario.yaml")
                .Order(StringComparer.Ordinal),
        ];

    private static void Copy(string from, string into)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(into, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>A seed of its own for each mutant, the same on every machine.</summary>
    private static int HashCode(int seed, int number) => unchecked((int)(((uint)seed * 2_654_435_761u) ^ ((uint)number * 2_246_822_519u)));
}
