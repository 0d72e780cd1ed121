using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Draws that broke a rule, and what else a run shows of its scenario, as JSON.</summary>
internal static class StoppedJson
{
    /// <summary>Writes what is said of draws that are left out as the property <c>left_out</c>; nothing where none is and there is more
    /// than one draw.</summary>
    public static void LeftOut(this Utf8JsonWriter json, DrawCount count) =>
        json.TextIfAny("left_out", LeftOutText.Sentence(count) is { Length: > 0 } sentence ? sentence : null);

    /// <summary>Writes what a run shows of its scenario as the property <c>run_findings</c>.</summary>
    public static void RunFindings(this Utf8JsonWriter json, IEnumerable<RunFinding> findings) =>
        json.Array("run_findings", findings, finding =>
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("path", finding.Path);
            json.WriteString("finding", finding.Sentence);
            json.TextIfAny("hint", finding.Hint);
            json.WriteEndObject();
        });

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
