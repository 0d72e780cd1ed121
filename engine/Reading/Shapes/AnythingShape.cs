using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>Anything but nothing: what an override puts somewhere is read where it is put.</summary>
internal sealed class AnythingShape : Shape<Node>
{
    /// <inheritdoc/>
    public override Node Read(Field here, Context context)
    {
        if (here.Node is Scalar { IsEmpty: true })
        {
            context.ReportKind(here, "a value");
        }

        return here.Node;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) =>
        new() { ["type"] = new JsonArray("string", "number", "boolean", "object", "array") };
}
