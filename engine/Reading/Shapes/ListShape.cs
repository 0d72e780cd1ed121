using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>A list.</summary>
/// <param name="item">Its items.</param>
/// <param name="atLeast">The fewest there may be.</param>
/// <param name="atMost">The most there may be.</param>
internal sealed class ListShape<T>(Shape<T> item, int atLeast = 0, int atMost = int.MaxValue) : Shape<ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override ImmutableArray<T> Blank => [];

    /// <inheritdoc/>
    public override ImmutableArray<T> Read(Field here, Context context)
    {
        if (here.Node is not Sequence list)
        {
            context.ReportKind(here, "a list");
            return Blank;
        }

        if (list.Items.Length < atLeast || list.Items.Length > atMost)
        {
            var wanted = atLeast == atMost ? $"{atLeast} are needed"
                : list.Items.Length < atLeast ? $"at least {atLeast} are needed"
                : $"at most {atMost} are read";
            context.Problems.Add(Codes.ListLength, here.At, $"{here.Path} has {list.Items.Length} items, and {wanted}.");
        }

        var labels = Labels.Of(list);
        var read = ImmutableArray.CreateBuilder<T>(list.Items.Length);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var before = context.Problems.Errors;
            var value = item.Read(here.Item(list.Items[i], labels[i]), context);
            if (context.Problems.Errors == before)
            {
                read.Add(value);
            }
        }

        return read.ToImmutable();
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Describe(book) };
        if (atLeast > 0)
        {
            schema["minItems"] = atLeast;
        }

        if (atMost < int.MaxValue)
        {
            schema["maxItems"] = atMost;
        }

        return schema;
    }
}
