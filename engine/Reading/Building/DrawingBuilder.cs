using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Puts together how a scenario's uncertain numbers are drawn, and reports what about it cannot be.</summary>
internal sealed class DrawingBuilder
{
    private const string Section = "draws";

    private readonly Draft draft;
    private readonly ReadDrawing read;
    private readonly NamedNumbers numbers;

    private DrawingBuilder(Draft draft)
    {
        this.draft = draft;
        read = draft.Drawing ?? ReadDrawing.Unsaid;
        numbers = new NamedNumbers(draft.Context.Numbers.Select(number => number.Quantity));
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
        CheckOne();
        CheckApart();
        ReportTwice(correlations, rows, given);
        ReportTotals(rows, given);
        return new Drawing
        {
            Seed = read.Seed,
            Number = read.Number,
            Method = read.Method,
            Chance = [.. read.Chance.Distinct().Order()],
            Correlations = correlations,
            Rows = rows,
            Given = given,
        };
    }

    private ImmutableArray<SampledRow> Rows()
    {
        var rows = ImmutableArray.CreateBuilder<SampledRow>();
        foreach (var (row, i) in read.Rows.Select((row, i) => (row, i)))
        {
            var members = numbers.RightBelow(row.On);
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
            if (correlation.Between.FirstOrDefault(name => !numbers.IsDrawn(name)) is { } unknown)
            {
                ReportUnknown(path, unknown);
                continue;
            }

            var names = correlation.Between.Select(numbers.DrawnAs).Order(StringComparer.Ordinal).ToArray();
            foreach (var (first, second) in names.SelectMany((first, at) => names[(at + 1)..].Select(second => (first, second))))
            {
                if (first == second)
                {
                    draft.Report(
                        Codes.NotUncertain,
                        path,
                        $"two of the numbers are one: '{first}'.",
                        "name it once, or say under draws.apart that they are drawn apart."
                    );
                }
                else if (!seen.Add((first, second)))
                {
                    draft.Report(
                        Codes.NotUncertain,
                        path,
                        $"the correlation of '{first}' and '{second}' is stated twice.",
                        "take one of them away."
                    );
                }

                pairs.Add(new Correlation(first, second, correlation.Value));
            }
        }

        var correlations = pairs.ToImmutable();
        var factor = CorrelationFactor.Of(correlations, correlations.SelectMany(pair => new[] { pair.First, pair.Second }));
        if (draft.Context.Problems.Errors == 0 && factor.Contradiction is { } name)
        {
            draft.Report(
                Codes.NotPositive, $"{Section}.correlations",
                $"the correlations contradict each other: what is said of '{name}' cannot be, given the others (their matrix is not positive semi-definite).",
                "numbers that go closely with a third must go with each other too.");
        }

        return correlations;
    }

    /// <summary>Every name of what is one quantity leads to a number that is drawn, and to one list alone.</summary>
    private void CheckOne()
    {
        var seen = new HashSet<string>();
        foreach (var (names, i) in read.One.Select((names, i) => (names, i)))
        {
            foreach (var name in names)
            {
                if (!numbers.IsDrawnAtOrBelow(name))
                {
                    ReportUnknown($"{Section}.one.{i + 1}", name);
                }
                else if (!seen.Add(name))
                {
                    draft.Report(
                        Codes.NotUncertain,
                        $"{Section}.one.{i + 1}",
                        $"'{name}' is named twice.",
                        "name what is one in one list."
                    );
                }
            }
        }
    }

    private void CheckApart()
    {
        foreach (var name in read.Apart.Where(name => !numbers.IsDrawnAtOrBelow(name)))
        {
            ReportUnknown($"{Section}.apart", name);
        }
    }

    private void ReportUnknown(string path, string name) => draft.Report(
        Codes.NotUncertain, path,
        numbers.IsKnown(name) ? $"'{name}' has no range that could go with another."
            : numbers.IsAbove(name) ? $"no number below '{name}' has a range."
            : $"there is no number '{name}'.",
        Suggestions.Hint(name, numbers.Uncertain, "uncertain numbers"));

    private void ReportTwice(ImmutableArray<Correlation> correlations, ImmutableArray<SampledRow> rows, ImmutableArray<GivenDraws> given)
    {
        var correlated = correlations.SelectMany(correlation => new[] { correlation.First, correlation.Second }).ToHashSet();
        var sampled = rows.SelectMany(row => row.Members).ToList();
        var twice = sampled.Where(name => numbers[name]!.Spread is not null)
            .Concat(sampled.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key))
            .Concat(
                given
                    .Select(column => column.Quantity)
                    .Where(name => correlated.Contains(numbers.DrawnAs(name)) || sampled.Exists(member => numbers.AreOne(member, name)))
            );
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
            draft.Report(
                Codes.TotalUncertain,
                Section,
                $"'{name}' is a control total, and it is said how it is drawn.",
                ControlTotalSection.WhyCertain
            );
        }
    }
}
