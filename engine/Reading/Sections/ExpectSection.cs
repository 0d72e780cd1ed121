using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>expect</c>, in a scenario or in the checks beside it.</summary>
internal static class ExpectSection
{
    // Numbers that are stated to be equal are equal in every digit unless something else is said; a sum is one of rounded doubles.
    private const double SumsWithin = 1e-9;

    private static Shape<double?> Answer { get; } = Numbers.Certain(NumberKinds.Answer).Maybe();

    private static Shape<double> Within { get; } = Numbers.Certain(NumberKinds.Tolerance);

    private static Shape<Standing?> Standing { get; } = Shapes.OneOf<Standing>().Maybe();

    private static Shape<ImmutableArray<FinancialYear>> Years { get; } = Shapes.ListOf(Words.Year, atLeast: 2, atMost: 2).Check(CheckYears);

    private static Shape<ReadExpectation> Table { get; } = Shapes.Map(keys => (
        File: keys.Required("equals", Shapes.Text.Then((_, here, _) => (Scalar)here.Node), "table of expected answers, beside this file"),
        Within: keys.Optional("within", Within, 0.0, "largest difference, as a share of the larger side")))
        .Then((table, _, _) => new ReadExpectation(null, table.File, table.Within));

    private static Shape<ReadExpectation> One { get; } = Shapes.Map(keys =>
    {
        keys.ExactlyOne("between", "at_least", "at_most", "is", "rises", "falls", "equals", "sum_of");
        foreach (var test in (string[])["between", "at_least", "at_most", "is", "rises", "falls"])
        {
            keys.NotBoth("within", test);
        }

        keys.NotBoth("rises", "year");
        keys.NotBoth("falls", "year");
        return new ExpectKeys
        {
            Of = SelectionSection.Declare(keys),
            Between = keys.Optional(
                "between", Shapes.ListOf(Numbers.Certain(NumberKinds.Answer), atLeast: 2, atMost: 2), [],
                "lower and upper bound, both included"),
            AtLeast = keys.Optional("at_least", Answer, null, "lower bound"),
            AtMost = keys.Optional("at_most", Answer, null, "upper bound"),
            Is = keys.Optional("is", Standing, null, "positive, negative, zero or absent"),
            Rises = keys.Optional("rises", Years, [], "years from which to which it rises"),
            Falls = keys.Optional("falls", Years, [], "years from which to which it falls"),
            EqualTo = keys.Optional("equals", Answer, null, "the number itself"),
            Within = keys.Optional("within", Within.Maybe(), null, "largest difference, as a share of the larger side"),
            SumOf = keys.Optional("sum_of", Shapes.ListOf(SelectionSection.Shape, atLeast: 1), [], "what it is the sum of"),
        };
    }).Then((expect, here, context) =>
    {
        SelectionSection.Check(expect.Of, here, context);
        return new ReadExpectation(Build(expect, here, context), null, 0.0);
    });

    /// <summary>What the section holds.</summary>
    public static Shape<ImmutableArray<ReadExpectation>> Shape { get; } = Shapes.ListOf(Shapes.Choice(
        (node => node is Mapping mapping && mapping.Find("equals") is not null && mapping.Find("measure") is null, Table),
        (_ => true, One)));

    private static void CheckYears(ImmutableArray<FinancialYear> years, Field here, Context context)
    {
        foreach (var year in years)
        {
            SelectionSection.CheckYear(year, here.At, context);
        }

        if (years.Length == 2 && years[0] >= years[1])
        {
            context.Problems.Add(Codes.RangeOrder, here.At, $"{years[0]} is not before {years[1]}.");
        }
    }

    private static Expectation Build(ExpectKeys expect, Field here, Context context)
    {
        var at = here.At.ToString();
        if (expect.Between is [var low, var high])
        {
            if (low > high)
            {
                context.Problems.Add(Codes.RangeOrder, here.Below("between"), "the lower bound is above the upper one.");
            }

            return new Expectation.Bounds(at, expect.Of, low, high);
        }

        if (expect.Is is { } standing)
        {
            return new Expectation.SignOf(at, expect.Of, standing);
        }

        if (expect.EqualTo is { } number)
        {
            return new Expectation.Equality(at, expect.Of, number, expect.Within ?? 0.0);
        }

        if (!expect.SumOf.IsEmpty)
        {
            return new Expectation.Sum(at, expect.Of, expect.SumOf, expect.Within ?? SumsWithin);
        }

        return (expect.Rises.IsEmpty ? expect.Falls : expect.Rises) is [var from, var to]
            ? new Expectation.Direction(at, expect.Of, from, to, !expect.Rises.IsEmpty)
            : new Expectation.Bounds(at, expect.Of, expect.AtLeast, expect.AtMost);
    }
}
