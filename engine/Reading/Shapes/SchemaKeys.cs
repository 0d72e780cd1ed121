using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>The keys of a block, described as JSON Schema.</summary>
internal sealed class SchemaKeys(SchemaBook book) : Keys
{
    private readonly JsonObject properties = [];
    private readonly JsonObject patterns = [];
    private readonly JsonArray required = [];
    private readonly JsonArray rules = [];

    /// <inheritdoc/>
    public override string Name => "";

    /// <inheritdoc/>
    public override Provenance From => default;

    /// <inheritdoc/>
    public override T Required<T>(string key, Shape<T> shape, string says)
    {
        required.Add(key);
        return Optional(key, shape, shape.Blank, says);
    }

    /// <inheritdoc/>
    public override T Optional<T>(string key, Shape<T> shape, T otherwise, string says)
    {
        properties[key] = Explained(shape.Describe(book), says);
        return otherwise;
    }

    /// <inheritdoc/>
    public override void Gone(string key, string hint)
    {
        // What is not described is refused.
    }

    /// <inheritdoc/>
    public override ImmutableArray<KeyValuePair<TKey, T>> Each<TKey, T>(
        Word<TKey> key, Shape<T> shape, string says, bool atLeastOne = false)
    {
        patterns[key.Pattern] = Explained(shape.Describe(book), says);
        if (atLeastOne && !book.IsPart)
        {
            // Draft 7 cannot require a key by pattern: not all keys may fail to match it.
            rules.Add(Not(new JsonObject { ["propertyNames"] = Not(new JsonObject { ["pattern"] = key.Pattern }) }));
        }

        return [];
    }

    /// <inheritdoc/>
    public override void ExactlyOne(params ReadOnlySpan<string> keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            for (var j = i + 1; j < keys.Length; j++)
            {
                NotBoth(keys[i], keys[j]);
            }
        }

        AtLeastOne(keys);
    }

    /// <inheritdoc/>
    public override void AtLeastOne(params ReadOnlySpan<string> keys)
    {
        if (!book.IsPart)
        {
            rules.Add(new JsonObject { ["anyOf"] = new JsonArray([.. keys.ToArray().Select(key => Has(key))]) });
        }
    }

    /// <inheritdoc/>
    public override void NotBoth(string key, string other) => rules.Add(Not(Has(key, other)));

    /// <inheritdoc/>
    public override void Needs(string key, string other)
    {
        if (!book.IsPart)
        {
            rules.Add(new JsonObject { ["dependencies"] = new JsonObject { [key] = new JsonArray(other) } });
        }
    }

    /// <inheritdoc/>
    public override void TakeSource() =>
        Optional("source", Words.SourceOrAssumption, default, "source of all numbers here that name none of their own");

    /// <summary>The block as JSON Schema.</summary>
    public JsonObject Describe()
    {
        var block = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (patterns.Count > 0)
        {
            block["patternProperties"] = patterns;
        }

        if (required.Count > 0 && !book.IsPart)
        {
            block["required"] = required;
        }

        if (rules.Count > 0)
        {
            block["allOf"] = rules;
        }

        return block;
    }

    private static JsonObject Explained(JsonObject schema, string says)
    {
        // Draft 7 ignores whatever stands beside a reference.
        var explained = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        explained["description"] = says;
        return explained;
    }

    private static JsonObject Has(params ReadOnlySpan<string> keys) =>
        new() { ["required"] = new JsonArray([.. keys.ToArray().Select(key => JsonValue.Create(key))]) };

    private static JsonObject Not(JsonObject schema) => new() { ["not"] = schema };
}
