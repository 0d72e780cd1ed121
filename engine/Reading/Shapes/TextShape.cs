using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>Any text that is not empty.</summary>
internal sealed class TextShape : Shape<string>
{
    /// <inheritdoc/>
    public override string Read(Field here, Context context) => context.Single(here, "a text")?.Text ?? Blank;

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) =>
        book.DefineSingle("text", () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean"), ["pattern"] = "\\S" });
}
