using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The keys of an expectation that say which numbers it speaks of.</summary>
internal static class SelectionSection
{
    private static Shape<string> Measure { get; } = Shapes.OneOf([.. Measures.All.Select(measure => measure.Key)]);

    /// <summary>A selection alone, as a part of a sum.</summary>
    public static Shape<Selection> Shape { get; } = Shapes.Map(Declare).Check(Check).Named("selection");

    /// <summary>Asks for the keys.</summary>
    public static Selection Declare(Keys keys) =>
        new()
        {
            Measure = keys.Required("measure", Measure, "measure, as engine/MODEL.md lists them"),
            Where = Columns(keys),
            Option = keys.Optional("option", Words.Option.Maybe(), null, "option; every option in turn unless stated"),
            Against = keys.Optional("against", Words.Option.Maybe(), null, "baseline of a difference"),
            Year = keys.Optional(
                "year",
                Words.Year.Maybe(),
                null,
                "financial year; unless stated all years together, and every year of what there is at the end of a year"
            ),
            Step = keys.Optional(
                "step",
                Shapes.Whole(1, Horizon.MostStepsPerYear).Maybe(),
                null,
                "step within the year, from 1; the year as a whole unless stated"
            ),
        };

    /// <summary>Asks for the keys that each say what one column must hold.</summary>
    public static ImmutableDictionary<string, string> Columns(Keys keys)
    {
        var where = ImmutableDictionary.CreateBuilder<string, string>();
        Add("organisation", Words.Organisation.Then((organisation, _, _) => organisation.Name));
        Add("fund", Words.FundOrReserve, "fund, or earmarked reserve; all together unless stated");
        Add("provider", Words.Organisation.Then((provider, _, _) => provider.Name));
        Add("service", Words.Service.Then((service, _, _) => service.Name));
        Add("tier", Words.Tier);
        Add("area", Words.Area.Then((area, _, _) => area.Name));
        Add("age_band", Words.Age.Then((age, _, _) => age.Name));
        Add("need_state", Words.Need.Then((need, _, _) => need.Name));
        Add("price_base", Words.PriceBase, "nominal (unless stated), or the year of prices.base; of money alone");
        return where.ToImmutable();

        void Add(string column, Shape<string> shape, string? says = null)
        {
            if (keys.Optional(column, shape, says ?? $"{column.Replace('_', ' ')}; all together unless stated") is { } name)
            {
                where.Add(column, name);
            }
        }
    }

    /// <summary>Checks that a selection can match anything.</summary>
    public static void Check(Selection selection, Field here, Context context)
    {
        CheckColumns(selection.Measure, selection.Where, here, context);
        if (context.Horizon is not { } horizon)
        {
            return;
        }

        if (selection.Year is { } year)
        {
            CheckYear(year, here.Below("year"), context);
        }

        if (selection.Step > horizon.StepsPerYear)
        {
            context.Problems.Add(
                Codes.OutOfRange, here.Below("step"), $"there is no step {selection.Step}: a year has {horizon.StepsPerYear} step(s).");
        }

        if (selection is { Step: not null, Year: null })
        {
            context.Problems.Add(Codes.StepWithoutYear, here.Below("step"), "a step is one of a year, and no year is stated.");
        }
    }

    /// <summary>Reports columns by which a measure is not stated.</summary>
    public static void CheckColumns(string measure, IReadOnlyDictionary<string, string> where, Field here, Context context)
    {
        var columns = Measures.All.First(known => known.Key == measure).Value;
        foreach (var column in where.Keys.Where(column => !columns.Contains(column)))
        {
            var stated = columns.IsEmpty ? "it is one number for the whole place." : $"it is stated by {string.Join(", ", columns)}.";
            context.Problems.Add(
                Codes.NotByColumn, here.Below(column), $"'{measure}' is not stated by {column.Replace('_', ' ')}.", stated);
        }
    }

    /// <summary>Reports a year that the run does not reach.</summary>
    public static void CheckYear(FinancialYear year, Spot at, Context context)
    {
        if (context.Horizon is { } horizon && (year < horizon.Start || year > horizon.YearAt(horizon.Years - 1)))
        {
            context.Problems.Add(
                Codes.YearNotRun, at, $"{year} is not run.", $"the run goes from {horizon.Start} to {horizon.YearAt(horizon.Years - 1)}.");
        }
    }
}
