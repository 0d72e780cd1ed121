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
            var written = NumberText.Read(scalar, kind, context.Problems) ?? Blank;
            if (written is { Changes.IsEmpty: false })
            {
                context.NoteChange(here.Path, written.Told(kind, context.StepsPerYear));
            }

            return written;
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

        if (kind.Bare != Bare.Any)
        {
            var (least, most) = kind.Bare == Bare.UpToOne ? ("minimum", "maximum") : ("exclusiveMinimum", "exclusiveMaximum");
            var end = kind.Bare == Bare.Zero ? 0 : 1;
            number[kind.Bare == Bare.Zero ? "maximum" : most] = end;
            number[kind.Sign == Sign.None || end == 0 ? "minimum" : least] = kind.Sign == Sign.None ? 0 : -end;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(number, text) };
    }
}
