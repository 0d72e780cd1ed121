using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What the JSON of all studies of uncertain numbers has in common.</summary>
internal static class SensitivityJson
{
    /// <summary>Writes what a study is about.</summary>
    public static void WriteOf(Utf8JsonWriter json, SensitivityOf of)
    {
        json.WriteString("title", of.Title);
        json.WriteString("of", of.Words);
        json.WriteString("measure", of.Measure.Name);
        json.WriteString("unit", of.Measure.Unit.Length > 0 ? of.Measure.Unit : "the service's own");
        json.TextIfAny("price_base", of.PriceBase.Length > 0 ? of.PriceBase : null);
        json.TextIfAny("discounting", of.Discounting);
        json.TextIfAny("year", of.Selection.Year?.ToString());
        json.TextIfAny("up_to", of.Selection.UpTo?.ToString());
        json.TextIfAny("option", of.Selection.Option?.Name);
        json.TextIfAny("against", of.Selection.Against?.Name);
    }

    /// <summary>Writes a number under a name; null where there is none.</summary>
    public static void NumberOrNull(this Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known && double.IsFinite(known))
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
