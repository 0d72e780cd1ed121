using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A switching value as JSON: unrounded, with the points at which was looked.</summary>
public static class SwitchingJson
{
    /// <summary>Writes a switching value.</summary>
    public static byte[] Write(SwitchingValue found) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        SensitivityJson.WriteOf(json, found.Of);
        json.WriteString("quantity", found.Quantity);
        json.WriteNumber("central", found.Central);
        json.WriteNumber("at_central", found.AtCentral);
        json.WriteNumber("from", found.From);
        json.WriteNumber("to", found.To);
        json.WriteNumber("tolerance", found.Tolerance);
        json.Array("switching_values", found.Crossings, crossing =>
        {
            json.WriteStartObject();
            json.WriteNumber("value", crossing.Value);
            json.NumberOrNull("up_to", crossing.UpTo);
            json.WriteNumber("residual", crossing.Residual);
            json.WriteBoolean("leaps", crossing.IsLeap);
            json.NumberOrNull("chance_below", crossing.ChanceBelow);
            json.WriteEndObject();
        });
        json.Array("points", found.Points, point =>
        {
            json.WriteStartObject();
            json.WriteNumber("value", point.Value);
            json.NumberOrNull("number", point.Number);
            json.WriteEndObject();
        });
        json.TextIfAny("stopped", found.Stopped);
        json.WriteEndObject();
    });
}
