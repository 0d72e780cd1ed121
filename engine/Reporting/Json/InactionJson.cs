using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The cost of inaction as JSON.</summary>
internal static class InactionJson
{
    /// <summary>Writes it as a property.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="cost">What it comes to.</param>
    /// <param name="priceBase">The price base with which the scenario leads.</param>
    /// <param name="first">The first year.</param>
    public static void CostOfInaction(this Utf8JsonWriter json, CostOfInaction cost, string priceBase, string first)
    {
        json.WriteStartObject(Analysis.CostOfInaction.Measure);
        if (cost.Option is { } option)
        {
            json.WriteString("option", option.Name);
            json.WriteString("chosen_by", cost.IsByMeans ? "mean" : "central");
            json.WriteString("price_base", priceBase);
            json.WriteNumber("value", cost.Value);
            if (cost.Range is var (low, high))
            {
                json.WriteNumber("p10", low);
                json.WriteNumber("p90", high);
            }
        }
        else
        {
            json.WriteNull("option");
            json.WriteString("because", $"under every option more people are turned away in some year than in {first}");
        }

        json.WriteEndObject();
    }
}
