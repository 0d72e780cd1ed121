using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SystemSim.Reading;

namespace SystemSim.Tests;

/// <summary>YAML as an editor sees it: plain scalars of the YAML 1.2 core schema become numbers, booleans and nulls.</summary>
internal static partial class YamlAsJson
{
    /// <summary>A tree as JSON.</summary>
    public static JsonNode? Of(Node node) => node switch
    {
        Mapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        Sequence list => new JsonArray([.. list.Items.Select(Of)]),
        Scalar scalar => Of(scalar),
        _ => throw new NotSupportedException(),
    };

    private static JsonValue? Of(Scalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return JsonValue.Create(scalar.Text);
        }

        return scalar.Text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            var text when Number().IsMatch(text) => JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture)),
            var text => JsonValue.Create(text),
        };
    }

    [GeneratedRegex("^[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
