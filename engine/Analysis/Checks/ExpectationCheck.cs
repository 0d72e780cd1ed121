using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Holds what the author of a scenario says will come out against what came out.</summary>
public sealed class ExpectationCheck
{
    private readonly SelectedValues values;
    private readonly ImmutableArray<FinancialYear> years;

    private ExpectationCheck(Answers answers)
    {
        values = new SelectedValues(answers);
        var horizon = answers.Scenario.Horizon;
        years = [.. Enumerable.Range(0, horizon.Years).Select(horizon.YearAt)];
    }

    /// <summary>Whether any expectation speaks of a step, so that the runs must keep their steps.</summary>
    /// <param name="expectations">The expectations.</param>
    public static bool NeedsSteps(IEnumerable<Expectation> expectations) =>
        expectations.SelectMany(SelectionsOf).Any(selection => selection.Step is not null);

    /// <summary>Holds expectations against answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="expectations">The expectations.</param>
    /// <returns>One result for each, in order.</returns>
    public static ImmutableArray<ExpectationResult> Hold(Answers answers, IEnumerable<Expectation> expectations)
    {
        var check = new ExpectationCheck(answers);
        return [.. expectations.Select(check.Hold)];
    }

    private static IEnumerable<Selection> SelectionsOf(Expectation expectation) => expectation switch
    {
        Expectation.Bounds bounds => [bounds.Of],
        Expectation.Equality equality => [equality.Of],
        Expectation.SignOf sign => [sign.Of],
        Expectation.Direction direction => [direction.Of],
        Expectation.Sum sum => [sum.Of, .. sum.Parts],
        Expectation.Table table => table.Rows.Select(row => row.Of),
        _ => [],
    };

    private ExpectationResult Hold(Expectation expectation)
    {
        if (expectation is Expectation.Table table)
        {
            ImmutableArray<ExpectationResult> rows = [.. table.Rows.Select(Hold)];
            return new ExpectationResult(expectation, rows.All(row => row.WasHeld), [.. rows.SelectMany(row => row.Failures)]);
        }

        if (SelectionsOf(expectation).Any(selection => !values.AreKept(selection)))
        {
            return new ExpectationResult(expectation, WasHeld: false, []);
        }

        var options = values.OptionsOf(SelectionsOf(expectation).First());
        return new ExpectationResult(
            expectation,
            WasHeld: true,
            [.. options.Select(option => HoldInYears(expectation, option)).OfType<ExpectationFailure>()]
        );
    }

    /// <summary>What there is at the end of a year does not add up over years: an expectation of it that names no year holds in every
    /// one.</summary>
    private ExpectationFailure? HoldInYears(Expectation expectation, string option) =>
        expectation is not Expectation.Direction
        && SelectionsOf(expectation)
            .Any(selection => selection.Year is null && MeasureCatalogue.Find(selection.Measure) is { YearsAddUp: false })
            ? years.Select(year => Hold(In(expectation, year), option)).FirstOrDefault(failure => failure is not null)
            : Hold(expectation, option);

    private static Expectation In(Expectation expectation, FinancialYear year)
    {
        return expectation switch
        {
            Expectation.Bounds bounds => bounds with { Of = In(bounds.Of) },
            Expectation.Equality equality => equality with { Of = In(equality.Of) },
            Expectation.SignOf sign => sign with { Of = In(sign.Of) },
            Expectation.Sum sum => sum with { Of = In(sum.Of), Parts = [.. sum.Parts.Select(In)] },
            _ => expectation,
        };

        Selection In(Selection of) => of.Year is null ? of with { Year = year } : of;
    }

    private ExpectationFailure? Hold(Expectation expectation, string option) =>
        expectation switch
        {
            Expectation.Bounds bounds => Single(bounds, bounds.Of, option, value => Bounds(bounds, value)),
            Expectation.Equality equality => Single(equality, equality.Of, option, value =>
                Equality(equality.Value, equality.Within, value, Number(equality.Value))
            ),
            Expectation.SignOf { Is: Standing.Absent } absent => Absence(absent, option),
            Expectation.SignOf sign => Single(sign, sign.Of, option, value => Wrong(sign.Is, value)),
            Expectation.Direction direction => Direction(direction, option),
            Expectation.Sum sum => Sum(sum, option),
            _ => null,
        };

    private ExpectationFailure? Single(Expectation expectation, Selection of, string option, Func<double, string?> test)
    {
        if (values.Of(of, option) is not { } value)
        {
            return Nothing(expectation, of, option);
        }

        return test(value) is { } wrong
            ? new ExpectationFailure(expectation.At, $"{values.Tell(of, option)} is {Number(value)}, expected {wrong}")
            : null;
    }

    private ExpectationFailure Nothing(Expectation expectation, Selection of, string option) =>
        new(expectation.At, $"{values.Tell(of, option)} matches nothing.", values.Exists(of));

    private static string? Bounds(Expectation.Bounds bounds, double value)
    {
        var expected = bounds switch
        {
            { Low: { } low, High: { } high } => $"between {Number(low)} and {Number(high)}",
            { Low: { } low } => $"at least {Number(low)}",
            _ => $"at most {Number(bounds.High ?? double.PositiveInfinity)}",
        };
        return value < bounds.Low ? $"{expected}: {Number(bounds.Low.Value - value)} too little."
            : value > bounds.High ? $"{expected}: {Number(value - bounds.High.Value)} too much."
            : null;
    }

    private static string? Equality(double expected, double within, double value, string told)
    {
        var difference = value - expected;
        var larger = Math.Max(Math.Abs(value), Math.Abs(expected));
        if (difference == 0.0 || Math.Abs(difference) <= within * larger)
        {
            return null;
        }

        var tolerance = within > 0.0 ? $" within {Tolerance(within)}" : " exactly";
        return $"{told}{tolerance}: the difference is {Number(difference)}, {Share(Math.Abs(difference) / larger)} of the larger side.";
    }

    private ExpectationFailure? Absence(Expectation.SignOf expectation, string option) => values.Of(expectation.Of, option) is { } value
        ? new ExpectationFailure(expectation.At, $"{values.Tell(expectation.Of, option)} is {Number(value)}, expected absent.")
        : null;

    private static string? Wrong(Standing expected, double value)
    {
        var found = value > 0.0 ? Standing.Positive : value < 0.0 ? Standing.Negative : Standing.Zero;
        return found == expected ? null : $"{expected.ToString().ToLowerInvariant()}: the difference from zero is {Number(value)}.";
    }

    private ExpectationFailure? Direction(Expectation.Direction direction, string option)
    {
        var (first, last) = (direction.Of with { Year = direction.From }, direction.Of with { Year = direction.To });
        if (values.Of(first, option) is not { } before)
        {
            return Nothing(direction, first, option);
        }

        if (values.Of(last, option) is not { } after)
        {
            return Nothing(direction, last, option);
        }

        return (direction.Rises ? after > before : after < before)
            ? null
            : new ExpectationFailure(
                direction.At,
                $"{values.Tell(direction.Of, option)} goes from {Number(before)} in {direction.From} to {Number(after)} in {direction.To}, expected to {(direction.Rises ? "rise" : "fall")}: the difference is {Number(after - before)}."
            );
    }

    private ExpectationFailure? Sum(Expectation.Sum sum, string option)
    {
        var total = 0.0;
        foreach (var part in sum.Parts)
        {
            var of = part.Option?.Name ?? option;
            if (values.Of(part, of) is not { } value)
            {
                return Nothing(sum, part, of);
            }

            total += value;
        }

        return Single(sum, sum.Of, option, value => Equality(total, sum.Within, value, $"the sum of its parts, {Number(total)},"));
    }

    private static string Number(double value) => value.ToString("G12", CultureInfo.InvariantCulture);

    // As people write it: a per cent where it is one that can be read, else a power of ten.
    private static string Tolerance(double share) =>
        share >= 1e-5 ? Share(share) : share.ToString("0.###e-0", CultureInfo.InvariantCulture) + "";

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100.0:G3}%");
}
