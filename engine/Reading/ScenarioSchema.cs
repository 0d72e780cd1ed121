using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>The file format as JSON Schema (draft 7), for editors.</summary>
/// <remarks>
/// <para>It is made from the declarations that also read the files, so the two agree on keys, words and the forms of numbers. It does
/// not know what the parts of a scenario have to do with each other, and it cannot see how a plain number is spelled (<c>010</c>,
/// <c>1e3</c>): an editor gets the number itself.</para>
/// <para>A file that extends others may leave out what they hold, so nothing is required of it.</para>
/// </remarks>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the schema: the same text every time, with line feeds, ending in one.</summary>
    public static string Write() => Build().ToJsonString(Layout) + "\n";

    /// <summary>The schema as a tree.</summary>
    internal static JsonObject Build()
    {
        var definitions = new JsonObject();
        var whole = Root.Shape.Named("scenario").Describe(new SchemaBook(isPart: false, definitions));
        var part = Root.Shape.Named("scenario").Describe(new SchemaBook(isPart: true, definitions));
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "SystemSim scenario",
            ["type"] = "object",
            ["if"] = new JsonObject { ["required"] = new JsonArray("extends") },
            ["then"] = part,
            ["else"] = whole,
            ["definitions"] = definitions,
        };
    }
}
