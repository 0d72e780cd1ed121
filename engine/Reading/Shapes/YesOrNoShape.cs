using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary><c>true</c> or <c>false</c>, without quotes.</summary>
internal sealed class YesOrNoShape : Shape<bool>
{
    /// <inheritdoc/>
    public override bool Read(Field here, Context context)
    {
        if (context.Single(here, "true or false") is not { } scalar)
        {
            return false;
        }

        if (!scalar.IsPlain || scalar.Text is not ("true" or "false"))
        {
            context.Problems.Add(Codes.NotOneOf, scalar.At, $"'{scalar.Text}' cannot stand here.", "write true or false.");
        }

        return scalar.Text == "true";
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => new() { ["type"] = "boolean" };
}
