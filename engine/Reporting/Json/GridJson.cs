using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A two-way grid as JSON: unrounded.</summary>
public static class GridJson
{
    /// <summary>Writes a grid.</summary>
    public static byte[] Write(SensitivityGrid grid) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        SensitivityJson.WriteOf(json, grid.Of);
        WriteAxis(json, "down", grid.Down, grid.DownValues);
        WriteAxis(json, "along", grid.Along, grid.AlongValues);
        json.Array("numbers", grid.Numbers, row =>
        {
            json.WriteStartArray();
            foreach (var number in row)
            {
                if (number is { } known)
                {
                    json.WriteNumberValue(known);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        });
        json.TextIfAny("stopped", grid.Stopped);
        json.WriteEndObject();
    });

    private static void WriteAxis(Utf8JsonWriter json, string name, string quantity, ImmutableArray<double> values)
    {
        json.WriteStartObject(name);
        json.WriteString("quantity", quantity);
        json.Array("values", values, json.WriteNumberValue);
        json.WriteEndObject();
    }
}
