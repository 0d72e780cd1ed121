namespace SystemSim.Analysis;

/// <summary>Takes the observations of one side from those of another, row by row.</summary>
/// <remarks>
/// A difference stands for every row of either side; what one side lacks counts as 0, so that differences add up as the values do. Of what
/// is not known where it is not there, a ratio or a limit, there is a difference only where both sides have it.
/// </remarks>
internal sealed class Differences
{
    private readonly string option;
    private readonly string against;
    private readonly Dictionary<Subject, Subject> known = [];
    private readonly Dictionary<Subject, Subject> renamed = new(ReferenceEqualityComparer.Instance);

    // What is not known where it is not there.
    private readonly HashSet<Subject> unknown = new(ReferenceEqualityComparer.Instance);

    private Differences(string option, string against)
    {
        this.option = option;
        this.against = against;
    }

    /// <summary>The differences, in the order of the first side; rows that only the other has come last.</summary>
    /// <param name="rows">Own values of one side.</param>
    /// <param name="baseline">Own values of the side from which they are the difference.</param>
    /// <param name="option">What the differences call the first side.</param>
    /// <param name="against">What they call the other.</param>
    public static List<Observation> Of(List<Observation> rows, List<Observation> baseline, string option, string against) =>
        new Differences(option, against).Of(rows, baseline);

    private List<Observation> Of(List<Observation> rows, List<Observation> baseline)
    {
        var differences = new List<Observation>(rows.Count);
        var positions = new Dictionary<(Subject About, string Year, int? Step), int>(rows.Count, ByReference.Instance);
        var alone = new HashSet<int>();
        foreach (var row in rows)
        {
            var about = Renamed(row.About);
            positions.Add((about, row.Year, row.Step), differences.Count);
            if (unknown.Contains(about))
            {
                alone.Add(differences.Count);
            }

            differences.Add(row with { About = about });
        }

        foreach (var row in baseline)
        {
            var about = Renamed(row.About);
            if (positions.TryGetValue((about, row.Year, row.Step), out var position))
            {
                differences[position] = differences[position] with { Value = differences[position].Value - row.Value };
                alone.Remove(position);
            }
            else if (!unknown.Contains(about))
            {
                differences.Add(row with { About = about, Value = 0.0 - row.Value });
            }
        }

        return alone.Count == 0 ? differences : [.. differences.Where((_, position) => !alone.Contains(position))];
    }

    /// <summary>The one subject of the differences for all rows of either side that are about the same.</summary>
    private Subject Renamed(Subject subject)
    {
        if (!renamed.TryGetValue(subject, out var about))
        {
            about = subject with { Option = option, Against = against };
            if (!known.TryAdd(about, about))
            {
                about = known[about];
            }
            else if (MeasureCatalogue.Find(about.Measure) is { IsUnknownWhereAbsent: true })
            {
                unknown.Add(about);
            }

            renamed.Add(subject, about);
        }

        return about;
    }

    /// <summary>Tells rows apart by which subject they share, rather than by everything that it says.</summary>
    private sealed class ByReference : IEqualityComparer<(Subject About, string Year, int? Step)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((Subject About, string Year, int? Step) x, (Subject About, string Year, int? Step) y) =>
            ReferenceEquals(x.About, y.About) && x.Step == y.Step && x.Year == y.Year;

        public int GetHashCode((Subject About, string Year, int? Step) row) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(row.About), row.Year, row.Step);
    }
}
