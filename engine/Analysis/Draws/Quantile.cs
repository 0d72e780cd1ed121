namespace SystemSim.Analysis;

/// <summary>Quantiles of numbers that are all at hand.</summary>
public static class Quantile
{
    /// <summary>The quantile of numbers in ascending order, between neighbours in a straight line (Hyndman and Fan's seventh definition, as
    /// spreadsheets have it).</summary>
    /// <param name="ascending">The numbers; at least one.</param>
    /// <param name="share">Share of them below; 0 to 1.</param>
    public static double OfSorted(IReadOnlyList<double> ascending, double share)
    {
        var place = share * (ascending.Count - 1);
        var row = Math.Min((int)place, ascending.Count - 1);
        return row == ascending.Count - 1 ? ascending[row] : ascending[row] + ((place - row) * (ascending[row + 1] - ascending[row]));
    }
}
