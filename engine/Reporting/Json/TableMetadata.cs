using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What a tidy file holds, as CSV on the Web says it: columns, their types and meanings, and the measures.</summary>
internal static class TableMetadata
{
    /// <summary>Every column with its type and meaning, in the order of <see cref="Observation.Columns"/>.</summary>
    public static ImmutableArray<(string Name, string Type, string Says)> Columns { get; } =
    [
        ("option", "string", "Option"),
        ("against", "string", "Baseline from which the value is the difference; empty for the option's own value"),
        ("year", "string", "Financial year, April to March"),
        (
            "step",
            "integer",
            "Step within the year, from 1; empty in yearly rows; 0 for what is there when the run starts, in the first year"
        ),
        ("measure", "string", "Measure; the notes list them"),
        ("organisation", "string", "Organisation that pays, or whose position it is"),
        ("fund", "string", "Fund that pays, or with which money passes"),
        ("provider", "string", "Organisation that provides the service"),
        ("service", "string", "Service"),
        ("tier", "string", "Tier of the service"),
        ("area", "string", "Area"),
        ("age_band", "string", "Age band"),
        ("need_state", "string", "Need state"),
        ("price_base", "string", "nominal, or the financial year whose prices the value is in; empty for what is not money"),
        ("unit", "string", "Unit of the value"),
        ("statistic", "string", "What the value is of its distribution; central for the run with central values"),
        ("draw", "integer", "Draw; empty unless the row belongs to one"),
        ("value", "double", "Value"),
    ];

    private const string RowsAndTexts =
        "One number a row. A text that starts with an apostrophe has it in front of what was written: take it away.";

    /// <summary>Writes the metadata of a table.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="title">Title of what was run.</param>
    /// <param name="discounting">How money is discounted, a sentence for each scenario that says so in its own way; none where none
    /// is.</param>
    /// <param name="count">Draws that were made and left out; null where nothing was drawn.</param>
    public static byte[] Write(string table, string title, ImmutableArray<string> discounting, DrawCount? count) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "http://www.w3.org/ns/csvw");
            json.WriteString("url", $"{table}.csv");
            json.WriteString("dc:title", $"{title}: {table}");
            var said = table is MeasureEntry.AppraisalTable or DrawsCsv.Table ? discounting : [];
            json.WriteString(
                "dc:description",
                $"{string.Join(' ', (ImmutableArray<string>)[RowsAndTexts, .. said])}{LeftOutText.After(count)}"
            );
            json.WriteStartObject("dialect");
            json.WriteString("encoding", "utf-8");
            json.Texts("lineTerminators", ["\n"]);
            json.WriteEndObject();
            json.WriteStartObject("tableSchema");
            json.Array("columns", Columns, column => WriteColumn(json, column));
            json.WriteEndObject();
            json.Array("notes", MeasureCatalogue.All.Where(measure => measure.Table == table || table == DrawsCsv.Table), measure =>
                WriteMeasure(json, measure)
            );
            json.WriteEndObject();
        });

    private static void WriteColumn(Utf8JsonWriter json, (string Name, string Type, string Says) column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("titles", column.Name);
        json.WriteString("datatype", column.Type);
        json.WriteString("dc:description", column.Says);
        json.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter json, MeasureEntry measure)
    {
        json.WriteStartObject();
        json.WriteString("measure", measure.Name);
        json.WriteString("unit", measure.Unit.Length > 0 ? measure.Unit : "the service's own");
        json.WriteString("meaning", measure.Meaning);
        json.WriteEndObject();
    }
}
