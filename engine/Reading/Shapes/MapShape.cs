using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>A block of keys.</summary>
/// <param name="declare">Asks for the keys and puts their values together.</param>
/// <param name="holdsNumbers">Whether a <c>source</c> may stand in it for its numbers.</param>
/// <param name="blank">What stands for a block that is wrong.</param>
/// <param name="keepsRest">Whether what is right in it is kept when something is wrong.</param>
internal sealed class MapShape<T>(Func<Keys, T> declare, bool holdsNumbers, T blank = default!, bool keepsRest = false) : Shape<T>
{
    /// <inheritdoc/>
    public override T Blank => blank;

    /// <inheritdoc/>
    public override T Read(Field here, Context context)
    {
        if (here.Node is not Mapping mapping)
        {
            context.ReportKind(here, "a block of keys");
            return Blank;
        }

        var before = context.Problems.Errors;
        var keys = new ReadingKeys(here, mapping, context);
        if (holdsNumbers)
        {
            keys.TakeSource();
        }

        var value = declare(keys);
        keys.Finish();
        return keepsRest || context.Problems.Errors == before ? value : Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book)
    {
        var keys = new SchemaKeys(book);
        if (holdsNumbers)
        {
            keys.TakeSource();
        }

        declare(keys);
        return keys.Describe();
    }
}
