using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Puts together how a scenario's uncertain numbers are drawn, and reports what about it cannot be.</summary>
internal sealed class DrawingBuilder
{
    private const string Section = "draws";

    private readonly Draft draft;
    private readonly ReadDrawing read;
    private readonly Dictionary<string, Quantity> numbers = [];

    private DrawingBuilder(Draft draft)
    {
        this.draft = draft;
        read = draft.Drawing ?? ReadDrawing.Unsaid;
        foreach (var number in draft.Context.Numbers)
        {
            numbers.TryAdd(number.Quantity.Name, number.Quantity);
        }
    }

    /// <summary>Builds it.</summary>
    /// <param name="draft">The scenario; takes the problems.</param>
    /// <param name="files">Opens the table of draws.</param>
    public static Drawing Build(Draft draft, ScenarioFiles files) => new DrawingBuilder(draft).Build(files);

    private Drawing Build(ScenarioFiles files)
    {
        var rows = Rows();
        var given = read.From is { } named ? DrawsTable.Read(named, numbers, draft.Context, files) : [];
        var correlations = Correlations();
        ReportTwice(rows, given);
        ReportTotals(rows, given);
        return new Drawing { Seed = read.Seed, Method = read.Method, Chance = [.. read.Chance.Distinct().Order()], Correlations = correlations, Rows = rows, Given = given };
    }

    private ImmutableArray<SampledRow> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<SampledRow>();
        foreach (var (row, i) in read.Rows.Select((row, i) => (row, i)))
        {
            var members = numbers.Values
                .Where(number => number.Name.StartsWith($"{row.On}.", StringComparison.Ordinal) && !number.Name[(row.On.Length + 1)..].Contains('.'))
                .ToImmutableArray();
            var sum = members.Sum(member => member.Value);
            var isCounts = sum > 1.0 + Sums.Rounding;
            if (members.Length < 2 || members.Any(member => member.Value < 0.0) || sum <= 0.0 || (!isCounts && row.Of is null))
            {
                draft.Report(
                    Codes.NotShares, $"{Section}.rows.{i + 1}",
                    isCounts || row.Of is not null
                        ? $"'{row.On}' is not a row of shares or counts."
                        : $"'{row.On}' is not a row of counts, and it is not said of how many its shares are.",
                    "name the block or list that holds the shares or counts, and add of: for shares.");
                continue;
            }

            rows.Add(new SampledRow(row.On, row.Of ?? sum, [.. members.Select(member => member.Name)]));
        }

        return rows.ToImmutable();
    }

    private ImmutableArray<Correlation> Correlations()
    {
        var pairs = ImmutableArray.CreateBuilder<Correlation>();
        var seen = new HashSet<(string, string)>();
        foreach (var (correlation, i) in read.Correlations.Select((correlation, i) => (correlation, i)))
        {
            var path = $"{Section}.correlations.{i + 1}";
            if (correlation.Between.FirstOrDefault(name => !IsDrawn(name)) is { } unknown)
            {
                draft.Report(
                    Codes.NotUncertain, path,
                    numbers.ContainsKey(unknown) ? $"'{unknown}' has no range that could go with another." : $"there is no number '{unknown}'.",
                    Suggestions.Hint(unknown, [.. numbers.Keys.Where(IsDrawn)], "uncertain numbers"));
                continue;
            }

            var names = correlation.Between.Order(StringComparer.Ordinal).ToArray();
            foreach (var (first, second) in names.SelectMany((first, at) => names[(at + 1)..].Select(second => (first, second))))
            {
                if (!seen.Add((first, second)))
                {
                    draft.Report(Codes.NotUncertain, path, $"the correlation of '{first}' and '{second}' is stated twice.", "take one of them away.");
                }

                pairs.Add(new Correlation(first, second, correlation.Value));
            }
        }

        var correlations = pairs.ToImmutable();
        if (draft.Context.Problems.Errors == 0 && Contradiction(correlations) is { } name)
        {
            draft.Report(
                Codes.NotPositive, $"{Section}.correlations",
                $"the correlations contradict each other: what is said of '{name}' cannot be, given the others (their matrix is not positive definite).",
                "numbers that go closely with a third must go with each other too.");
        }

        return correlations;
    }

    private bool IsDrawn(string name) => numbers.TryGetValue(name, out var number) && number.Spread is not null;

    private void ReportTwice(ImmutableArray<SampledRow> rows, ImmutableArray<GivenDraws> given)
    {
        var correlated = read.Correlations.SelectMany(correlation => correlation.Between).ToHashSet();
        var sampled = rows.SelectMany(row => row.Members).ToList();
        var twice = sampled.Where(name => numbers[name].Spread is not null)
            .Concat(sampled.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key))
            .Concat(given.Select(column => column.Quantity).Where(name => correlated.Contains(name) || sampled.Contains(name)));
        foreach (var name in twice.Distinct())
        {
            draft.Report(Codes.NotUncertain, Section, $"how '{name}' is drawn is stated twice.", "keep its range, its row or its column.");
        }
    }

    private void ReportTotals(ImmutableArray<SampledRow> rows, ImmutableArray<GivenDraws> given)
    {
        var drawn = rows.SelectMany(row => row.Members).Concat(given.Select(column => column.Quantity)).ToHashSet();
        var totals = draft.People?.Population.ControlTotals.SelectMany(total => total.Totals).Select(point => point.Value.Name) ?? [];
        foreach (var name in totals.Where(drawn.Contains))
        {
            draft.Report(Codes.TotalUncertain, Section, $"'{name}' is a control total, and it is said how it is drawn.", ControlTotalSection.WhyCertain);
        }
    }

    /// <summary>The first quantity whose correlations with those before it cannot be; null when all can.</summary>
    private static string? Contradiction(ImmutableArray<Correlation> pairs)
    {
        string[] names = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Order(StringComparer.Ordinal)];
        var values = pairs.ToDictionary(pair => (pair.First, pair.Second), pair => pair.Value);
        var factor = new double[names.Length, names.Length];
        for (var row = 0; row < names.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = row == column ? 1.0 : values.GetValueOrDefault((names[column], names[row]));
                for (var k = 0; k < column; k++)
                {
                    rest -= factor[row, k] * factor[column, k];
                }

                if (row == column && !(rest > Sums.Rounding))
                {
                    return names[row];
                }

                factor[row, column] = row == column ? Math.Sqrt(rest) : rest / factor[column, column];
            }
        }

        return null;
    }
}
