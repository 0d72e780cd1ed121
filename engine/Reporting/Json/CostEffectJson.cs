using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Frontier and acceptability as JSON: unrounded.</summary>
public static class CostEffectJson
{
    /// <summary>Writes the frontier of means over draws, or of central values where there are none.</summary>
    public static byte[] WriteFrontier(CostEffects found) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            WriteStart(json, found);
            json.Array("frontier", Frontier.Of(found.Told), entry =>
            {
                json.WriteStartObject();
                json.WriteString("option", entry.Of.Name);
                json.WriteNumber("cost", entry.Of.Cost);
                json.WriteNumber("effect", entry.Of.Effect);
                json.WriteString(
                    "dominance",
                    entry.Dominance switch
                    {
                        Dominance.Strong => "strong",
                        Dominance.Extended => "extended",
                        _ => "none",
                    }
                );
                json.Texts("dominated_by", entry.By);
                json.NumberOrNull("incremental_ratio", entry.Ratio);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });

    /// <summary>Writes acceptability curves.</summary>
    /// <param name="found">The draws.</param>
    /// <param name="curves">What is counted of them.</param>
    public static byte[] WriteAcceptability(CostEffects found, Acceptability curves) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        WriteStart(json, found);
        json.Array("acceptability", curves.WillingnessToPay.Index(), worth =>
        {
            json.WriteStartObject();
            json.WriteNumber("willingness_to_pay", worth.Item);
            json.WriteString("best_on_average", curves.Names[curves.Best[worth.Index]]);
            json.WriteStartObject("chance");
            for (var option = 0; option < curves.Names.Length; option++)
            {
                json.WriteNumber(curves.Names[option], curves.Chances[option][worth.Index]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    /// <summary>Writes what costs and effects are, and how they were drawn.</summary>
    internal static void WriteStart(Utf8JsonWriter json, CostEffects found)
    {
        json.WriteString("title", found.Cost.Title);
        json.WriteString("cost", found.Cost.Words);
        json.TextIfAny("price_base", found.Cost.PriceBase.Length > 0 ? found.Cost.PriceBase : null);
        json.TextIfAny("discounting", found.Discounting);
        json.TextIfAny("effect", found.Effect is null ? null : found.EffectName);
        json.WriteNumber("seed", found.Seed);
        json.WriteNumber("draws", found.Draws);
        json.WriteNumber("stopped", found.Stopped);
        json.LeftOut(found.Count);
    }
}
