using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Draws that broke a rule, as JSON.</summary>
internal static class StoppedJson
{
    /// <summary>Writes them as the property <c>stopped</c>.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<StoppedDraws> stopped) => json.Array("stopped", stopped, rule =>
    {
        json.WriteStartObject();
        json.WriteString("reason", rule.Reason);
        json.WriteNumber("draws", rule.Count);
        json.WriteNumber("first", rule.First);
        json.WriteEndObject();
    });
}
