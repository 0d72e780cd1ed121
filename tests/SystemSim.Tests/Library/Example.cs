// The lines between the marks are printed in engine/Library/README.md, and what they print too.
#pragma warning disable IDE0007, IDE0008 // An example says what it does in as few words as a reader would.
namespace SystemSim.Tests.Library;

/// <summary>The example of the library's README.</summary>
internal static class Example
{
    /// <summary>Runs it.</summary>
    /// <param name="Console">Where it prints.</param>
    public static void Run(TextWriter Console)
    {
        // <example>
        var place = Simulation.Open(At("scenarios/places/template"));
        var results = place.Run(new RunSettings { Draws = 1000 });

        // The answer in words, as on the first page.
        foreach (var line in results.Story.Take(6))
        {
            Console.WriteLine(line);
        }

        // What would it come to if early help were cheaper, or dearer?
        foreach (var price in new[] { "£500", "£600", "£700" })
        {
            var dearer = place.With($"services.early_help.cost.unit={price}").Run();
            Console.WriteLine($"{price} a person: £{dearer.Total("spend", "pooled", against: place.Baseline):N0} more in ten years");
        }

        // Every number of the tidy files, to group and filter.
        var turnedAway =
            from row in results.Rows
            where row is { Measure: "left", Option: "pooled", Against: "", Statistic: "central", Step: null, Value: > 0.5 }
            group row.Value by row.Service;
        foreach (var service in turnedAway)
        {
            Console.WriteLine($"{service.Key}: {service.Sum():0} turned away");
        }
        // </example>
    }

    /// <summary>Where the example would find it if it were run from the top folder, as its readers do.</summary>
    private static string At(string path) => Repository.Find(path.Split('/'));
}
