using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>The format version.</summary>
internal sealed class VersionShape : Shape<string>
{
    /// <inheritdoc/>
    public override string Read(Field here, Context context)
    {
        if (context.Single(here, "the format version") is { } scalar && scalar.Text != Root.Version)
        {
            context.Problems.Add(
                Codes.Version, scalar.At, $"format version '{scalar.Text}' is not one that this program reads.",
                $"write systemsim: {Root.Version}.");
        }

        return Root.Version;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => new() { ["enum"] = new JsonArray(1, Root.Version) };
}
