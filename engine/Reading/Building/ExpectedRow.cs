using System.Collections.Immutable;
using System.Globalization;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>One row of a table of expected answers.</summary>
/// <param name="cells">Its cells by column, those that are not empty.</param>
/// <param name="at">Where it stands.</param>
/// <param name="context">The scenario's names and years; takes problems.</param>
internal sealed class ExpectedRow(Dictionary<string, string> cells, Spot at, Context context)
{
    /// <summary>The columns that say of what a number is the number, each with the kind of name that stands in it.</summary>
    public static ImmutableArray<(string Column, NameKind Kind)> Names { get; } =
    [
        ("organisation", NameKind.Organisation),
        ("fund", NameKind.FundOrReserve),
        ("provider", NameKind.Organisation),
        ("service", NameKind.Service),
        ("tier", NameKind.Tier),
        ("area", NameKind.Area),
        ("age_band", NameKind.AgeBand),
        ("need_state", NameKind.NeedState),
    ];

    /// <summary>Reads the row.</summary>
    /// <param name="within">Largest difference, as a share of the larger side.</param>
    /// <returns>The expectation; null when something was wrong, which is reported.</returns>
    public Expectation.Equality? Read(double within)
    {
        var before = context.Problems.Errors;
        var where = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (column, kind) in Names)
        {
            if (Named(column, kind) is { } name)
            {
                where.Add(column, name);
            }
        }

        if (cells.TryGetValue("price_base", out var prices))
        {
            where.Add("price_base", PriceBase(prices));
        }

        var selection = new Selection
        {
            Measure = Measure(where.Keys),
            Option = Named("option", NameKind.Option) is { } option ? new OptionId(option) : null,
            Against = Named("against", NameKind.Option) is { } against ? new OptionId(against) : null,
            Year = cells.TryGetValue("year", out var year) ? Year(year) : null,
            Step = cells.TryGetValue("step", out var step) ? Step(step) : null,
            Where = where.ToImmutable(),
        };
        if (cells.GetValueOrDefault("statistic", "central") != "central" || cells.ContainsKey("draw"))
        {
            Report("only central values can be expected.", "leave the columns statistic and draw out.");
        }

        var value = Value(cells.GetValueOrDefault("value", ""));
        return context.Problems.Errors == before ? new Expectation.Equality(at.ToString(), selection, value, within) : null;
    }

    private string? Named(string column, NameKind kind)
    {
        var name = cells.GetValueOrDefault(column);
        var isDeclared = name is null || (kind == NameKind.Area && name == DeclaredNames.WholePlace);
        return isDeclared ? name : context.Refer(kind, new Scalar(at, name!, isPlain: true));
    }

    private string PriceBase(string text)
    {
        if (Words.PriceBase.Fits(text))
        {
            return Words.PriceBase.From(new Scalar(at, text, isPlain: true), context);
        }

        Report($"'{text}' is not a price base.", $"write {Words.PriceBase.Example}.");
        return text;
    }

    private string Measure(IEnumerable<string> columns)
    {
        var name = cells.GetValueOrDefault("measure", "");
        if (Measures.All.FirstOrDefault(measure => measure.Key == name) is not { Key: not null } known)
        {
            Report($"'{name}' is not a measure.", Suggestions.Hint(name, [.. Measures.All.Select(measure => measure.Key)], "measures"));
            return name;
        }

        foreach (var column in columns.Where(column => !known.Value.Contains(column)))
        {
            context.Problems.Add(
                Codes.NotByColumn, at, $"'{name}' is not stated by {column.Replace('_', ' ')}.",
                $"it is stated by {string.Join(", ", known.Value)}.");
        }

        return name;
    }

    private FinancialYear? Year(string text)
    {
        if (!Words.Year.Fits(text))
        {
            Report($"'{text}' is not a financial year.", $"write it like {Words.Year.Example}.");
            return null;
        }

        var year = Words.Year.From(new Scalar(at, text, isPlain: true), context);
        SelectionSection.CheckYear(year, at, context);
        return year;
    }

    private int? Step(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= context.StepsPerYear)
        {
            return step;
        }

        Report($"'{text}' is not a step of a year.", $"steps are 1 to {context.StepsPerYear}.");
        return null;
    }

    private double Value(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            Report($"'{text}' is not a number.", "write it as the tidy files do: digits, a point, an exponent.");
        }

        return value;
    }

    private void Report(string problem, string hint) => context.Problems.Add(Codes.TableValue, at, problem, hint);
}
