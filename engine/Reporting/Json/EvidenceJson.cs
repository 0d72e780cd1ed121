using System.Text.Json;

namespace SystemSim.Reporting;

/// <summary>What a run shows, as JSON: the answer, and each chart with what it supports.</summary>
public static class EvidenceJson
{
    /// <summary>Writes it.</summary>
    /// <param name="evidence">What the run shows.</param>
    /// <param name="folder">Where its results are, as it is shown.</param>
    public static byte[] Write(Evidence evidence, string folder) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", evidence.Title);
        json.TextIfAny("question", evidence.Question);
        json.TextIfAny("stamp", evidence.Stamp);
        json.Texts("no_forecast", evidence.NoForecast);
        json.WriteString("about", evidence.About);
        json.Story(evidence.Story);
        json.WriteString("who_loses", evidence.Losers.ToString());
        json.WriteString("leans_on", evidence.LeansOn);
        json.Array("claims", evidence.Claims, claim => Write(json, claim));
        json.RunFindings(evidence.Findings);
        json.WriteString("command", evidence.Command);
        json.WriteString("results", folder);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("chart", $"charts/{claim.Picture.Name}.svg");
        json.WriteString("title", claim.Picture.Title);
        json.WriteString("question", claim.Question);
        json.WriteString("supports", claim.Sentence.ToString());
        json.WriteString("range", claim.Range.ToString());
        json.WriteString("pessimistic_case", claim.Pessimistic.ToString());
        json.WriteString("who_loses", claim.Losers.ToString());
        json.WriteString("leans_on", claim.LeansOn);
        json.WriteString("opponent_says", claim.Opponent.ToString());
        json.WriteString("reply", claim.Reply.ToString());
        json.WriteEndObject();
    }
}
