using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A tornado as JSON: unrounded, every bar.</summary>
public static class TornadoJson
{
    /// <summary>Writes a tornado.</summary>
    public static byte[] Write(Tornado tornado) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        SensitivityJson.WriteOf(json, tornado.Of);
        json.WriteNumber("central", tornado.Central);
        json.Array("bars", tornado.Bars, bar =>
        {
            json.WriteStartObject();
            json.WriteString("quantity", bar.Quantity);
            json.WriteNumber("central", bar.Central);
            json.WriteNumber("low", bar.Low);
            json.WriteNumber("high", bar.High);
            json.NumberOrNull("at_low", bar.AtLow);
            json.NumberOrNull("at_high", bar.AtHigh);
            json.WriteNumber("width", bar.WidthAbout(tornado.Central));
            json.TextIfAny("stopped", bar.Stopped);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
