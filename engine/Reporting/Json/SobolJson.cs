using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Sobol indices as JSON: unrounded, every group.</summary>
public static class SobolJson
{
    /// <summary>Writes the indices.</summary>
    public static byte[] Write(SobolIndices found) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        SensitivityJson.WriteOf(json, found.Of);
        json.WriteNumber("seed", found.Seed);
        json.WriteNumber("draws", found.Draws);
        json.WriteNumber("stopped", found.Stopped);
        json.LeftOut(found.Count);
        json.WriteNumber("mean", found.Mean);
        json.WriteNumber("sd", found.Deviation);
        json.Array("indices", found.Indices, index =>
        {
            json.WriteStartObject();
            json.Texts("quantities", index.Names);
            Write(json, "first_order", index.First);
            Write(json, "total", index.Total);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteNumber(name, estimate.Value);
        json.WriteNumber($"{name}_error", estimate.Error);
    }
}
