using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Finds the value of a selection: the sum of all observations that match what is stated.</summary>
/// <remarks>
/// <para>As in the differences that are written, what an option lacks and another has counts as 0, but for ratios and limits: these are not
/// there.</para>
/// <para>Of money, nominal rows are meant unless <c>price_base</c> is stated; of present values, the one price base that they have. Gains
/// and what an option is worth are differences from the baseline by themselves, whether or not that is stated.</para>
/// </remarks>
internal sealed class SelectedValues(Answers answers)
{
    private const string PriceBase = "price_base";

    private readonly string realBase = new Deflator(answers.Scenario).PriceBase;

    private string Baseline => answers.Scenario.Baseline.Name;

    /// <summary>Whether the runs kept what a selection speaks of: its options, and steps if it names one.</summary>
    public bool AreKept(Selection selection) => !OptionsOf(selection).IsEmpty && (selection.Step is null || answers.HasSteps);

    /// <summary>The options that a selection speaks of.</summary>
    /// <returns>Those that ran; none when it names an option, or a baseline of its own, that did not.</returns>
    public ImmutableArray<string> OptionsOf(Selection selection)
    {
        var ran = answers.Options.Select(option => option.Id.Name);
        var against = AgainstOf(selection);
        if (against is not null && !ran.Contains(against))
        {
            return [];
        }

        return [.. ran.Where(option => selection.Option is { } stated ? option == stated.Name : option != against)];
    }

    /// <summary>The value for one option: 0 when it has nothing that matches and another option has; null when none has, and for a ratio or
    /// a limit that it lacks.</summary>
    public double? Of(Selection selection, string option) =>
        Found(selection, option)
        ?? (!IsUnknown(selection) && answers.Options.Any(other => Found(selection, other.Id.Name) is not null) ? 0.0 : null);

    /// <summary>The selection in words.</summary>
    public string Tell(Selection selection, string option)
    {
        var when = (selection.Year, selection.Step) switch
        {
            ({ } year, { } step) => $" in step {step} of {year}",
            ({ } year, null) => $" in {year}",
            _ => "",
        };
        var where = string.Concat(
            selection.Where.OrderBy(pair => Observation.Columns.IndexOf(pair.Key)).Select(pair => $", {pair.Key} {pair.Value}")
        );
        var against = AgainstOf(selection) is { } baseline ? $" against {baseline}" : "";
        return $"{selection.Measure}{where}, option {option}{against}{when}";
    }

    /// <summary>What there is, for a selection that matches nothing under any option.</summary>
    public string Exists(Selection selection)
    {
        var isDifference = IsDifference(selection);
        IReadOnlyList<Observation> rows =
        [
            .. answers.Options.SelectMany(option => answers.Rows(option.Id.Name, isDifference ? Baseline : "", selection.Measure)),
        ];
        if (rows.Count == 0)
        {
            return Unstated.Of(answers.Scenario, selection.Measure) is { } missing
                ? $"there is no {selection.Measure}, because {missing.Because}: {missing.Add}"
                : IsOfChoice(selection) ? $"under every option more people are turned away in some year than in {answers.Scenario.Horizon.Start}."
                : $"no option has {selection.Measure}.";
        }

        if (IsOfChoice(selection) && rows.All(row => row.About.Option != selection.Option?.Name))
        {
            return $"it is told of option {rows[0].About.Option} alone.";
        }

        if (selection.Step is not null && rows.All(row => row.Step is null))
        {
            return $"{selection.Measure} is known by year, not by step.";
        }

        var columns = selection.Where.Keys.Where(column => rows[0].Text(column) is not null);
        return
            string.Join("; ", columns.Select(column => $"{column} of {selection.Measure}: {Known(rows, column)}")) is { Length: > 0 } known
            ? $"{known}."
            : $"no row of {selection.Measure} fits.";
    }

    private double? Found(Selection selection, string option)
    {
        var against = AgainstOf(selection);
        if (against is null || against == Baseline)
        {
            return Sum(selection, option, against ?? "");
        }

        // Two options beside the baseline: each is known by its own values, or its gains, and these differ.
        var side = IsDifference(selection) ? Baseline : "";
        if (IsUnknown(selection))
        {
            return SumOfBoth([.. Rows(selection, option, side)], [.. Rows(selection, against, side)]);
        }

        var (one, other) = (Sum(selection, option, side), Sum(selection, against, side));
        return one is null && other is null ? null : (one ?? 0.0) - (other ?? 0.0);
    }

    private static string Known(IReadOnlyList<Observation> rows, string column)
    {
        const int MostListed = 12;
        string[] values = [.. rows.Select(row => row.Text(column)!).Where(value => value.Length > 0).Distinct()];
        return values.Length == 0 ? "none"
            : string.Join(", ", values.Take(MostListed)) + (values.Length > MostListed ? $" and {values.Length - MostListed} more" : "");
    }

    private static bool IsOfChoice(Selection selection) => MeasureCatalogue.Find(selection.Measure) is { IsOfChoice: true };

    private static bool IsUnknown(Selection selection) => MeasureCatalogue.Find(selection.Measure) is { IsUnknownWhereAbsent: true };

    private static bool IsDifference(Selection selection) => MeasureCatalogue.Find(selection.Measure)?.IsDifference ?? false;

    private string? AgainstOf(Selection selection) => selection.Against?.Name ?? (IsDifference(selection) ? Baseline : null);

    private double? Sum(Selection selection, string option, string against)
    {
        double? sum = null;
        foreach (var row in Rows(selection, option, against))
        {
            sum = (sum ?? 0.0) + row.Value;
        }

        return sum;
    }

    /// <summary>What two options differ by in rows that both have; null where they share none.</summary>
    private static double? SumOfBoth(List<Observation> rows, List<Observation> others)
    {
        var known = Differences.Of(rows, others, "", "");
        return known.Count == 0 ? null : known.Sum(row => row.Value);
    }

    private IEnumerable<Observation> Rows(Selection selection, string option, string against)
    {
        var priceBase = MeasureCatalogue.Find(selection.Measure) switch
        {
            { IsPresentValue: true } => selection.Where.GetValueOrDefault(PriceBase, realBase),
            { IsMoney: true } => selection.Where.GetValueOrDefault(PriceBase, Headline.Nominal),
            _ => "",
        };
        var year = selection.Year?.ToString();
        var upTo = selection.UpTo?.ToString();
        var rows = selection.Where.TryGetValue("service", out var service)
            ? answers.Rows(option, against, selection.Measure, service)
            : answers.Rows(option, against, selection.Measure);
        foreach (var row in rows)
        {
            if (
                row.Step == selection.Step
                && (year is null || row.Year == year)
                && IsWithin(row, upTo)
                && row.About.PriceBase == priceBase
                && Fits(row, selection)
            )
            {
                yield return row;
            }
        }
    }

    /// <summary>Whether a row is of a year up to the last that is meant; what is of the whole time is of none.</summary>
    private static bool IsWithin(Observation row, string? upTo) =>
        upTo is null || (row.Year.Length > 0 && string.CompareOrdinal(row.Year, upTo) <= 0);

    private static bool Fits(Observation row, Selection selection)
    {
        foreach (var (column, value) in selection.Where)
        {
            if (row.Text(column) != value)
            {
                return false;
            }
        }

        return true;
    }
}
