using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>A number that is a sum over rows of ledgers.</summary>
internal sealed class LedgerSum : LaneMeasure
{
    private readonly List<Part> parts = [];
    private readonly Selection of;
    private readonly string priceBase;
    private readonly Deflator deflator;
    private readonly int ownOption;
    private readonly int otherOption;

    /// <summary>Finds the rows.</summary>
    public LedgerSum(Scenario scenario, ImmutableArray<Option> options, IReadOnlyList<LedgerLayout> layouts, Selection of)
    {
        this.of = of;
        deflator = new Deflator(scenario);
        priceBase = of.Where.GetValueOrDefault(PriceBase, MeasureCatalogue.Find(of.Measure)!.LeadingPrices(scenario));
        (ownOption, otherOption) = (RowOf(of.Option), RowOf(of.Against));
        var (own, other) = (Reading(ownOption), Reading(otherOption));
        for (var year = 0; year < scenario.Horizon.Years; year++)
        {
            var at = scenario.Horizon.YearAt(year);
            if ((of.Year is null || at == of.Year) && !(at > of.UpTo))
            {
                Add(year, RowsOf(own, year), RowsOf(other, year));
            }
        }

        if (otherOption >= 0 && MeasureCatalogue.Find(of.Measure)!.IsUnknownWhereAbsent)
        {
            parts.RemoveAll(part => part.Own < 0 || part.Other < 0);
        }

        int RowOf(OptionId? id) => id is null ? -1 : Enumerable.Range(0, options.Length).First(row => options[row].Id == id);

        LedgerReading? Reading(int option) => option < 0 ? null : new LedgerReading(scenario, options[option], layouts[option]);
    }

    /// <inheritdoc/>
    public override bool IsThere => parts.Count > 0;

    /// <inheritdoc/>
    public override void Read(IReadOnlyList<Ledger> ledgers, double[] quantities, Span<double> values)
    {
        values.Clear();
        // Rows are subtracted before they are added up, so that what is the same in both options adds exactly nothing.
        foreach (var part in parts)
        {
            var own = part.Own >= 0 ? ledgers[ownOption].Year(part.Own, part.Year) : [];
            var other = part.Other >= 0 ? ledgers[otherOption].Year(part.Other, part.Year) : [];
            for (var lane = 0; lane < values.Length; lane++)
            {
                values[lane] += part.Weight * ((own.IsEmpty ? 0.0 : own[lane]) - (other.IsEmpty ? 0.0 : other[lane]));
            }
        }
    }

    private void Add(int year, List<(Subject About, double Sign, int Row)> own, List<(Subject About, double Sign, int Row)> other)
    {
        var left = other
            .GroupBy(entry => (entry.About, entry.Sign))
            .ToDictionary(same => same.Key, same => new Queue<int>(same.Select(entry => entry.Row)));
        foreach (var (about, sign, row) in own)
        {
            var same = left.TryGetValue((about, sign), out var rows) && rows.TryDequeue(out var found) ? found : -1;
            parts.Add(new Part(year, row, same, sign * WeightOf(year)));
        }

        // Only now is it known which rows the other option alone has.
        foreach (var (_, sign, row) in other.Where(entry => left[(entry.About, entry.Sign)].Contains(entry.Row)))
        {
            parts.Add(new Part(year, -1, row, sign * WeightOf(year)));
        }
    }

    /// <summary>The rows of an option in a year that a selection is the sum of, and what they are about apart from the option.</summary>
    private List<(Subject About, double Sign, int Row)> RowsOf(LedgerReading? reading, int year)
    {
        if (reading is null)
        {
            return [];
        }

        var subjects = reading.Subjects(year);
        var own =
            from row in Enumerable.Range(0, subjects.Length)
            where subjects[row] is not null
            select new DerivedSeries(subjects[row]!, [new Term(1.0, [row])]);
        return
        [
            .. from found in own.Concat(reading.Derived(year))
               where found.About.Measure == of.Measure && Fits(found.About)
               from term in found.Terms
               from row in term.Rows
               select (subjects[row]! with { Option = "" }, term.Sign, row),
        ];
    }

    private bool Fits(Subject about) => of.Where.All(column => column.Key == PriceBase || about.Text(column.Key) == column.Value);

    private double WeightOf(int year) => priceBase.Length > 0 && priceBase != Headline.Nominal ? deflator.Real(1.0, year) : 1.0;

    /// <summary>A row of one year in the ledgers of both options, -1 where there is none, and by what their difference is
    /// multiplied.</summary>
    private readonly record struct Part(int Year, int Own, int Other, double Weight);
}
