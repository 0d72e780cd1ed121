using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>
/// One of several shapes; which one, the look of the node decides before it is read, so that problems are those of the shape meant.
/// </summary>
/// <param name="choices">The shapes, each with the nodes that are meant for it; the last takes all that is left.</param>
internal sealed class ChoiceShape<T>(ImmutableArray<(Func<Node, bool> Fits, Shape<T> Shape)> choices) : Shape<T>
{
    /// <inheritdoc/>
    public override T Blank => choices[0].Shape.Blank;

    /// <inheritdoc/>
    public override T Read(Field here, Context context)
    {
        foreach (var (fits, shape) in choices)
        {
            if (fits(here.Node))
            {
                return shape.Read(here, context);
            }
        }

        return choices[^1].Shape.Read(here, context);
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) =>
        new() { ["anyOf"] = new JsonArray([.. choices.Select(choice => choice.Shape.Describe(book))]) };
}
