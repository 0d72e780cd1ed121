using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>A series that follows from rows of the ledger, year by year.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Terms">What it is the sum of.</param>
internal sealed record DerivedSeries(Subject About, ImmutableArray<Term> Terms)
{
    /// <summary>Position and spend of every organisation, and position of every pool.</summary>
    /// <param name="option">The option.</param>
    /// <param name="place">The place under the arrangement in force.</param>
    /// <param name="subjects">[ledger row] what it is about; null for what there is not.</param>
    public static IEnumerable<DerivedSeries> Of(Option option, Place place, ImmutableArray<Subject?> subjects)
    {
        var rows = Enumerable
            .Range(0, subjects.Length)
            .Where(row => subjects[row] is not null)
            .ToLookup(row => (subjects[row]!.Measure, subjects[row]!.Organisation));
        var ofOrganisations = place.Bodies.SelectMany(organisation => OfOrganisation(option, organisation.Id.Name, rows));
        var ofPools =
            from row in Enumerable.Range(0, subjects.Length)
            let subject = subjects[row]
            where subject is { Measure: "reserves", Organisation: "" }
            select new DerivedSeries(subject with { Measure = "position" }, [new Term(1.0, [row])]);
        return ofOrganisations.Concat(ofPools);
    }

    /// <summary>Its value, from the values of rows.</summary>
    public double Value(Func<int, double> valueOf) => Terms.Sum(term => term.Sign * term.Rows.Sum(valueOf));

    private static IEnumerable<DerivedSeries> OfOrganisation(
        Option option,
        string organisation,
        ILookup<(string Measure, string Organisation), int> rows
    )
    {
        var position = new Subject
        {
            Option = option.Id.Name,
            Measure = "position",
            Organisation = organisation,
            Unit = MeasureEntry.Money,
        };
        yield return new DerivedSeries(
            position,
            [Plus("reserves"), Plus("earmarked_reserves"), Minus("deficit"), Minus("debt"), Minus("assets_sold")]
        );
        yield return new DerivedSeries(
            position with
            {
                Measure = "spend",
            },
            [
                Plus("payment"),
                Plus("break_charge"),
                Plus("transaction_cost"),
                Plus("contribution"),
                Plus("risk_share"),
                Minus("shared_underspend"),
                Minus("ring_fence"),
                Plus("debt_interest"),
            ]
        );

        Term Plus(string measure) => new(1.0, [.. rows[(measure, organisation)]]);

        Term Minus(string measure) => new(-1.0, [.. rows[(measure, organisation)]]);
    }
}
