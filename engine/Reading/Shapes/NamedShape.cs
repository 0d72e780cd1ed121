using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>A shape that the JSON Schema defines once, by name.</summary>
internal sealed class NamedShape<T>(string name, Shape<T> shape) : Shape<T>
{
    /// <inheritdoc/>
    public override T Blank => shape.Blank;

    /// <inheritdoc/>
    public override T Read(Field here, Context context) => shape.Read(here, context);

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => book.Define(name, () => shape.Describe(book));
}
