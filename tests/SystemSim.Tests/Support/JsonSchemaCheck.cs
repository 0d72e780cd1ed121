using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SystemSim.Tests;

/// <summary>As much of JSON Schema (draft 7) as the scenario schema uses. A keyword that it does not know fails the test.</summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly HashSet<string> Silent =
        ["$schema", "title", "description", "definitions", "then", "else", "additionalProperties"];

    private readonly Dictionary<string, Regex> patterns = [];

    /// <summary>Whether the schema accepts a document.</summary>
    public bool Accepts(JsonNode? node) => Accepts(root, node);

    private bool Accepts(JsonObject schema, JsonNode? node)
    {
        foreach (var (keyword, value) in schema)
        {
            if (!Silent.Contains(keyword) && !Holds(schema, keyword, value!, node))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(JsonObject schema, string keyword, JsonNode value, JsonNode? node) => keyword switch
    {
        "$ref" => Accepts(Definition(value.GetValue<string>()), node),
        "type" => value is JsonArray types
            ? types.Any(type => IsType(type!.GetValue<string>(), node))
            : IsType(value.GetValue<string>(), node),
        "enum" => value.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, node)),
        "pattern" => !IsType("string", node) || Matches(value.GetValue<string>(), node!.GetValue<string>()),
        "minimum" => !IsType("number", node) || node!.GetValue<double>() >= value.GetValue<double>(),
        "maximum" => !IsType("number", node) || node!.GetValue<double>() <= value.GetValue<double>(),
        "exclusiveMinimum" => !IsType("number", node) || node!.GetValue<double>() > value.GetValue<double>(),
        "exclusiveMaximum" => !IsType("number", node) || node!.GetValue<double>() < value.GetValue<double>(),
        "anyOf" => value.AsArray().Any(part => Accepts(part!.AsObject(), node)),
        "allOf" => value.AsArray().All(part => Accepts(part!.AsObject(), node)),
        "not" => !Accepts(value.AsObject(), node),
        "if" => Accepts(schema[Accepts(value.AsObject(), node) ? "then" : "else"]!.AsObject(), node),
        "items" => node is not JsonArray items || items.All(item => Accepts(value.AsObject(), item)),
        "minItems" => node is not JsonArray few || few.Count >= value.GetValue<int>(),
        "maxItems" => node is not JsonArray many || many.Count <= value.GetValue<int>(),
        "required" => node is not JsonObject block || HasAll(block, value),
        "dependencies" => node is not JsonObject block
            || value.AsObject().All(need => !block.ContainsKey(need.Key) || HasAll(block, need.Value!)),
        "propertyNames" => node is not JsonObject block || block.All(entry => Accepts(value.AsObject(), JsonValue.Create(entry.Key))),
        "properties" => node is not JsonObject block || Properties(schema, block),
        "patternProperties" => true,
        _ => throw new NotSupportedException($"The schema uses '{keyword}', which this check does not know."),
    };

    private bool Properties(JsonObject schema, JsonObject block)
    {
        foreach (var (key, value) in block)
        {
            var known = false;
            if (schema["properties"]![key] is JsonObject own)
            {
                known = true;
                if (!Accepts(own, value))
                {
                    return false;
                }
            }

            foreach (var (pattern, shape) in schema["patternProperties"] as JsonObject ?? [])
            {
                if (Matches(pattern, key))
                {
                    known = true;
                    if (!Accepts(shape!.AsObject(), value))
                    {
                        return false;
                    }
                }
            }

            if (!known)
            {
                return false;
            }
        }

        return true;
    }

    private JsonObject Definition(string reference) => root["definitions"]![reference["#/definitions/".Length..]]!.AsObject();

    private bool Matches(string pattern, string text)
    {
        if (!patterns.TryGetValue(pattern, out var regex))
        {
            patterns[pattern] = regex = new Regex(pattern, RegexOptions.CultureInvariant);
        }

        return regex.IsMatch(text);
    }

    private static bool HasAll(JsonObject block, JsonNode keys) => keys.AsArray().All(key => block.ContainsKey(key!.GetValue<string>()));

    private static bool IsType(string type, JsonNode? node) => type switch
    {
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "string" => node?.GetValueKind() == JsonValueKind.String,
        "boolean" => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => node?.GetValueKind() == JsonValueKind.Number,
        "integer" => IsType("number", node) && node!.GetValue<double>() % 1.0 == 0.0,
        _ => throw new NotSupportedException(type),
    };
}
