using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>A shape that is made into something else once it is read.</summary>
internal sealed class ThenShape<TFrom, T>(Shape<TFrom> from, Func<TFrom, Field, Context, T> make, T blank) : Shape<T>
{
    /// <inheritdoc/>
    public override T Blank => blank;

    /// <inheritdoc/>
    public override T Read(Field here, Context context)
    {
        var before = context.Problems.Errors;
        var value = from.Read(here, context);
        return context.Problems.Errors == before ? make(value, here, context) : Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => from.Describe(book);
}
