using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>One number as written, without what may be said about its source and spread.</summary>
internal sealed class WrittenShape(NumberKind kind) : Shape<Written>
{
    /// <inheritdoc/>
    public override Written Read(Field here, Context context)
    {
        if (here.Node is Scalar scalar)
        {
            return NumberText.Read(scalar, kind, context.Problems) ?? Blank;
        }

        context.ReportKind(here, kind.What);
        return Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => book.DefineSingle($"{kind.Name}_alone", Describe);

    private JsonObject Describe()
    {
        var text = new JsonObject { ["type"] = "string", ["pattern"] = kind.Pattern };
        if (kind.NeedsUnit || kind.Pound == Pound.Needed)
        {
            return text;
        }

        // Plain digits reach an editor as a number, everything else as a text.
        var number = new JsonObject { ["type"] = "number" };
        if (kind.Sign == Sign.None)
        {
            number["minimum"] = 0;
        }

        if (double.IsFinite(kind.MostBare))
        {
            number["maximum"] = kind.MostBare;
            number["minimum"] = kind.Sign == Sign.None ? 0 : -kind.MostBare;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(number, text) };
    }
}
