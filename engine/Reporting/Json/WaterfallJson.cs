using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A waterfall as JSON: unrounded.</summary>
public static class WaterfallJson
{
    /// <summary>Writes a waterfall.</summary>
    /// <param name="waterfall">The waterfall.</param>
    public static byte[] Write(Waterfall waterfall) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", waterfall.Title);
        json.WriteString("of", waterfall.Of);
        json.WriteString("measure", waterfall.Measure.Name);
        json.WriteString("unit", waterfall.Measure.Unit.Length > 0 ? waterfall.Measure.Unit : "the service's own");
        json.TextIfAny("price_base", waterfall.PriceBase.Length > 0 ? waterfall.PriceBase : null);
        json.TextIfAny("discounting", waterfall.Discounting);
        json.WriteString("against", waterfall.Against.Name);
        json.WriteString("option", waterfall.Option.Name);
        json.WriteNumber("from", waterfall.From);
        json.Array("drivers", waterfall.Bars, bar =>
        {
            json.WriteStartObject();
            json.WriteString("driver", bar.Driver);
            json.WriteString("meaning", bar.Meaning);
            json.WriteNumber("value", bar.Value);
            json.WriteEndObject();
        });
        json.WriteNumber("interaction", waterfall.Interaction);
        json.WriteNumber("to", waterfall.To);
        json.WriteEndObject();
    });
}
