using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A table of expected answers: columns as in the tidy files, as many as are needed, and the value.</summary>
internal sealed class ExpectedTable
{
    private static readonly ImmutableArray<string> Names = ["organisation", "fund", "provider", "service", "tier", "area", "age_band", "need_state"];

    // What these hold follows from the measure, or is the same in every row that can be expected.
    private static readonly ImmutableArray<string> Passed = ["price_base", "unit"];

    private static readonly ImmutableArray<string> Columns =
        ["option", "against", "year", "step", "measure", .. Names, .. Passed, "statistic", "draw", "value"];

    private readonly Context context;
    private readonly string file;
    private readonly double within;

    private ExpectedTable(Context context, string file, double within)
    {
        this.context = context;
        this.file = file;
        this.within = within;
    }

    /// <summary>Reads the table that an expectation names.</summary>
    /// <param name="expectation">The expectation.</param>
    /// <param name="from">Name of the file that holds it.</param>
    /// <param name="context">The scenario's names and years.</param>
    /// <param name="files">Opens the table.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The table; null when it could not be read.</returns>
    public static Expectation? Read(ReadExpectation expectation, string from, Context context, ScenarioFiles files, Problems problems)
    {
        var named = expectation.Table!;
        var file = FilePaths.Beside(from, named.Text);
        if (files.Text(file, named) is not { } text)
        {
            return null;
        }

        var rows = new ExpectedTable(context, file, expectation.Within).Rows(text, problems);
        return new Expectation.Table(named.At.ToString(), file, rows, expectation.Within);
    }

    private ImmutableArray<Expectation.Equality> Rows(string text, Problems problems)
    {
        var rows = ImmutableArray.CreateBuilder<Expectation.Equality>();
        string[]? header = null;
        try
        {
            using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
            while (csv.Read())
            {
                var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
                if (header is null)
                {
                    header = cells;
                    if (!IsHeader(header, problems))
                    {
                        return [];
                    }
                }
                else if (Row(header, cells, new Spot(file, csv.LineNumber, 1), problems) is { } row)
                {
                    rows.Add(row);
                }
            }
        }
        catch (CsvFormatException wrong)
        {
            problems.Add(Codes.NotTable, new Spot(file, 1, 1), $"the table is not CSV: {char.ToLowerInvariant(wrong.Message[0])}{wrong.Message[1..]}");
            return [];
        }

        if (header is null)
        {
            problems.Add(Codes.NotTable, new Spot(file, 1, 1), "the table holds nothing.", $"its first line names the columns: {string.Join(", ", Columns)}.");
        }

        return rows.ToImmutable();
    }

    private bool IsHeader(string[] header, Problems problems)
    {
        var at = new Spot(file, 1, 1);
        var before = problems.Errors;
        foreach (var column in header.Where(column => !Columns.Contains(column)))
        {
            problems.Add(Codes.TableColumn, at, $"'{column}' is not a column of the answers.", Suggestions.Hint(column, Columns, "columns"));
        }

        foreach (var column in header.GroupBy(column => column).Where(same => same.Count() > 1))
        {
            problems.Add(Codes.TableColumn, at, $"the column '{column.Key}' is here twice.");
        }

        foreach (var column in (string[])["measure", "value"])
        {
            // A column that is misspelt is not missing as well.
            if (!header.Contains(column) && problems.Errors == before)
            {
                problems.Add(Codes.TableColumn, at, $"the table has no column '{column}'.");
            }
        }

        return problems.Errors == before;
    }

    private Expectation.Equality? Row(string[] header, string[] cells, Spot at, Problems problems)
    {
        if (cells.Length != header.Length)
        {
            problems.Add(Codes.NotTable, at, $"the row has {cells.Length} cells, and there are {header.Length} columns.");
            return null;
        }

        var before = problems.Errors;
        var row = new Dictionary<string, string>(header.Zip(cells, KeyValuePair.Create).Where(cell => cell.Value.Length > 0));
        var where = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var name in Names.Where(row.ContainsKey))
        {
            where.Add(name, Declared(KindOf(name), row[name], at));
        }

        var selection = new Selection
        {
            Measure = Measure(row, where.Keys, at, problems),
            Option = row.TryGetValue("option", out var option) ? new OptionId(Declared(NameKind.Option, option, at)) : null,
            Against = row.TryGetValue("against", out var against) ? new OptionId(Declared(NameKind.Option, against, at)) : null,
            Year = row.TryGetValue("year", out var year) ? Year(year, at) : null,
            Step = row.TryGetValue("step", out var step) ? Step(step, at, problems) : null,
            Where = where.ToImmutable(),
        };
        CheckCentral(row, at, problems);
        var value = Value(row.GetValueOrDefault("value", ""), at, problems);
        return problems.Errors == before ? new Expectation.Equality(at.ToString(), selection, value, within) : null;
    }

    private static NameKind KindOf(string column) => column switch
    {
        "organisation" or "provider" => NameKind.Organisation,
        "fund" => NameKind.Fund,
        "service" => NameKind.Service,
        "tier" => NameKind.Tier,
        "area" => NameKind.Area,
        "age_band" => NameKind.AgeBand,
        _ => NameKind.NeedState,
    };

    private string Declared(NameKind kind, string name, Spot at) =>
        kind == NameKind.Area && name == DeclaredNames.WholePlace ? name : context.Refer(kind, new Scalar(at, name, isPlain: true));

    private static string Measure(Dictionary<string, string> row, IEnumerable<string> columns, Spot at, Problems problems)
    {
        var name = row.GetValueOrDefault("measure", "");
        if (Measures.All.FirstOrDefault(measure => measure.Key == name) is not { Key: not null } known)
        {
            problems.Add(Codes.TableValue, at, $"'{name}' is not a measure.", Suggestions.Hint(name, [.. Measures.All.Select(measure => measure.Key)], "measures"));
            return name;
        }

        foreach (var column in columns.Where(column => !known.Value.Contains(column)))
        {
            problems.Add(Codes.NotByColumn, at, $"'{name}' is not stated by {column.Replace('_', ' ')}.", $"it is stated by {string.Join(", ", known.Value)}.");
        }

        return name;
    }

    private FinancialYear? Year(string text, Spot at)
    {
        if (!Words.Year.Fits(text))
        {
            context.Problems.Add(Codes.TableValue, at, $"'{text}' is not a financial year.", $"write it like {Words.Year.Example}.");
            return null;
        }

        var year = Words.Year.From(new Scalar(at, text, isPlain: true), context);
        SelectionSection.CheckYear(year, at, context);
        return year;
    }

    private int? Step(string text, Spot at, Problems problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= context.StepsPerYear)
        {
            return step;
        }

        problems.Add(Codes.TableValue, at, $"'{text}' is not a step of a year.", $"steps are 1 to {context.StepsPerYear}.");
        return null;
    }

    private static void CheckCentral(Dictionary<string, string> row, Spot at, Problems problems)
    {
        if (row.GetValueOrDefault("statistic", "central") != "central" || row.ContainsKey("draw"))
        {
            problems.Add(Codes.TableValue, at, "only central values can be expected.", "leave the columns statistic and draw out.");
        }
    }

    private static double Value(string text, Spot at, Problems problems)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            problems.Add(Codes.TableValue, at, $"'{text}' is not a number.", "write it as the tidy files do: digits, a point, an exponent.");
        }

        return value;
    }
}
