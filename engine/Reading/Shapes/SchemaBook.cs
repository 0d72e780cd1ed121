using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>The definitions of a JSON Schema while it is written.</summary>
/// <param name="isPart">
/// Whether files are described that extend others: what they leave out the others may hold, so nothing is required of them.
/// </param>
/// <param name="definitions">Takes the definitions.</param>
internal sealed class SchemaBook(bool isPart, JsonObject definitions)
{
    /// <summary>Whether nothing is required.</summary>
    public bool IsPart => isPart;

    /// <summary>Defines a shape once, and refers to it.</summary>
    /// <param name="name">Name of the definition.</param>
    /// <param name="describe">Describes the shape, if it is not defined yet.</param>
    public JsonObject Define(string name, Func<JsonObject> describe) => Once(isPart ? $"{name}_in_part" : name, describe);

    /// <summary>The same for a single value, of which nothing can be left out.</summary>
    public JsonObject DefineSingle(string name, Func<JsonObject> describe) => Once(name, describe);

    private JsonObject Once(string name, Func<JsonObject> describe)
    {
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject();
            definitions[name] = describe();
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }
}
