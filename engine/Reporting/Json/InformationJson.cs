using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The value of information as JSON: unrounded, every quantity.</summary>
public static class InformationJson
{
    /// <summary>Writes the value of information.</summary>
    public static byte[] Write(Information found) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        CostEffectJson.WriteStart(json, found.Draws);
        json.NumberOrNull("worth", found.Worth);
        json.Array("options", found.Draws.Options.Index(), option =>
        {
            json.WriteStartObject();
            json.WriteString("option", option.Item.Name);
            json.WriteNumber("mean_net_benefit", found.Means[option.Index]);
            json.WriteEndObject();
        });
        json.WriteString("best_on_average", found.Draws.Options[found.Best].Name);
        json.WriteNumber("perfect_information", found.Perfect.Value);
        json.WriteNumber("perfect_information_error", found.Perfect.Error);
        json.WriteNumber("noise", found.Noise);
        json.Array("quantities", found.Quantities, quantity =>
        {
            json.WriteStartObject();
            json.WriteString("quantity", quantity.Quantity);
            json.WriteNumber("perfect_information", quantity.Value);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
