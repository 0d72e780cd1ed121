namespace SystemSim.Analysis;

/// <summary>Nominal rows in real terms: what is of a year by the prices of that year, and a sum of years as the sum of real
/// years.</summary>
/// <remarks>
/// So gains to date are in real terms what spending over the years is: the sum of what each year's pounds buy. Deflated once, a loss of the
/// first year and a gain of the last that is as large would come to nothing, while spending shows a difference.
/// </remarks>
/// <param name="deflator">The deflator.</param>
/// <param name="rowOf">Row of each year.</param>
internal sealed class RealValues(Deflator deflator, Dictionary<string, int> rowOf)
{
    private readonly Dictionary<Subject, double> sums = [];

    /// <summary>A row in real terms. Of what is added up, every year comes before the sum up to it.</summary>
    public double Of(Observation row)
    {
        var measure = MeasureCatalogue.Find(row.About.Measure)!;
        if (measure.SumOf.Length > 0)
        {
            return sums.GetValueOrDefault(row.About with { Measure = measure.SumOf });
        }

        var real = deflator.Real(row.Value, rowOf[row.Year]);
        if (MeasureCatalogue.IsAddedUp(measure))
        {
            sums[row.About] = sums.GetValueOrDefault(row.About) + real;
        }

        return real;
    }
}
