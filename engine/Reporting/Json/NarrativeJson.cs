using System.Text.Json;

namespace SystemSim.Reporting;

/// <summary>The story as JSON: the sentences that every medium tells.</summary>
internal static class NarrativeJson
{
    /// <summary>Writes it, as a property of its own.</summary>
    public static void Story(this Utf8JsonWriter json, Narrative story)
    {
        json.WriteStartObject("story");
        json.Texts("answer", story.Answer.Select(sentence => sentence.ToString()));
        json.Texts("options", story.Options.Select(sentence => sentence.ToString()));
        json.Array(
            "range_comes_from",
            story.RangeSources,
            source =>
            {
                json.WriteStartObject();
                json.WriteString("subject", source.Title);
                json.WriteNumber("narrower_by", source.Narrower);
                json.Texts("numbers", source.Quantities);
                json.WriteEndObject();
            }
        );
        json.Texts("turns_if", story.Turns.Select(sentence => sentence.ToString()));
        json.Texts("trust", story.Trust.Select(sentence => sentence.ToString()));
        json.WriteEndObject();
    }
}
