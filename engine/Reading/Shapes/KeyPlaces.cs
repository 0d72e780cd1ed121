using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>Where each key of the format belongs, to tell those who put it elsewhere.</summary>
internal static class KeyPlaces
{
    private static readonly Lazy<ILookup<string, string>> Places = new(Gather);

    /// <summary>The place of a key that is nearest to where it was written; null when no place has it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="path">Path of the block in which it was written.</param>
    public static string? Find(string key, string path)
    {
        var here = path.Split('.');
        return Places.Value[key]
            .Where(place => !IsHere(place.Split('.'), here))
            .OrderByDescending(place => place.Split('.').Zip(here).TakeWhile(pair => pair.First == pair.Second || pair.First == Anything).Count())
            .ThenBy(place => place.Count(letter => letter == '.'))
            .FirstOrDefault();
    }

    private static bool IsHere(string[] place, string[] here) =>
        place.Length == here.Length && place.Zip(here).All(pair => pair.First == pair.Second || pair.First == Anything);

    private const string Anything = "<name>";

    private static ILookup<string, string> Gather()
    {
        var schema = ScenarioSchema.Build();
        var found = new List<(string Key, string Place)>();
        Walk((JsonObject)schema["definitions"]!["scenario"]!, "", [], found, schema);
        return found.Distinct().ToLookup(pair => pair.Key, pair => pair.Place);
    }

    private static void Walk(JsonObject shape, string path, List<string> inside, List<(string Key, string Place)> found, JsonObject schema)
    {
        if (shape["$ref"]?.GetValue<string>() is { } reference)
        {
            var name = reference[(reference.LastIndexOf('/') + 1)..];
            if (!inside.Contains(name))
            {
                Walk((JsonObject)schema["definitions"]![name]!, path, [.. inside, name], found, schema);
            }

            return;
        }

        foreach (var (key, value) in shape["properties"] as JsonObject ?? [])
        {
            found.Add((key, path.Length == 0 ? "the top of the file" : path));
            Walk((JsonObject)value!, path.Length == 0 ? key : $"{path}.{key}", inside, found, schema);
        }

        foreach (var (_, value) in shape["patternProperties"] as JsonObject ?? [])
        {
            Walk((JsonObject)value!, $"{path}.{Anything}", inside, found, schema);
        }

        foreach (var part in (shape["anyOf"] as JsonArray ?? []).Concat(shape["allOf"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Walk(part, path, inside, found, schema);
        }

        if (shape["items"] is JsonObject items)
        {
            Walk(items, $"{path}.{Anything}", inside, found, schema);
        }
    }
}
