using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What would be drawn, as JSON.</summary>
public static class PreviewJson
{
    /// <summary>Writes it as the value of a property.</summary>
    public static void Write(Utf8JsonWriter json, string name, DrawPreview preview)
    {
        json.WriteStartObject(name);
        json.WriteNumber("seed", preview.Seed);
        json.WriteNumber("draws", preview.Draws);
        DrawsJson.WriteChance(json, preview.Drawing);
        StoppedJson.Write(json, preview.Stopped);
        if (preview.Count.LeftOut > 0)
        {
            json.LeftOut(preview.Count);
        }

        json.Array("numbers", preview.Numbers, number =>
        {
            json.WriteStartObject();
            json.WriteString("number", number.Name);
            json.WriteNumber("central", number.Central);
            Write(json, "theory", number.Theory);
            Write(json, "drawn", number.Sampled);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Moments? moments)
    {
        if (moments is null)
        {
            return;
        }

        json.WriteStartObject(name);
        Number("mean", moments.Mean);
        Number("sd", moments.Deviation);
        Number("p5", moments.P5);
        Number("p50", moments.P50);
        Number("p95", moments.P95);
        json.WriteEndObject();

        void Number(string what, double? value)
        {
            if (value is { } known)
            {
                json.WriteNumber(what, known);
            }
        }
    }
}
