using System.Text;
using System.Text.RegularExpressions;
using SystemSim.Places;

namespace SystemSim.Page;

/// <summary>The texts that the page carries with it.</summary>
internal static partial class Shipped
{
    private const string Scenario = "scenario.yaml";
    private const string Shared = "shared/";

    // Where a user's files lie among the texts.
    private const string Own = "places/your-place/";

    /// <summary>The places of Keep it Local.</summary>
    public static IEnumerable<Named> Places() =>
        from name in Names
        where name.StartsWith("places/", StringComparison.Ordinal) && name.EndsWith($"/{Scenario}", StringComparison.Ordinal)
        let place = name.Split('/')[1]
        where place != "template"
        let text = Encoding.UTF8.GetString(Read(name))
        let title = Title().Match(text).Groups[1].Value
        let question = Question().Match(text).Groups[1].Value
        orderby title
        select new Named(place, title.Length > 0 ? title : place, question);

    /// <summary>Whether a file is a text that can be shown and typed into.</summary>
    public static bool IsText(string name) => Path.GetExtension(name) is ".yaml" or ".yml" or ".csv";

    /// <summary>The texts of what is to be opened, and which of them is the scenario; null where there is no such place.</summary>
    /// <param name="opening">What is to be opened.</param>
    public static (ImmutableDictionary<string, ImmutableArray<byte>> Texts, string Scenario)? Of(Opening opening)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        if (opening.Kind == "folder")
        {
            // The program has sent all that there is.
            texts.AddRange(opening.Files.Select(file => KeyValuePair.Create(file.Name, ImmutableArray.Create(file.Bytes))));
            return texts.ContainsKey(opening.Name) ? (texts.ToImmutable(), opening.Name) : null;
        }

        foreach (var name in Names)
        {
            texts[name] = [.. Read(name)];
        }

        var folder = opening.Kind == "file" ? Own : $"places/{opening.Name}/";
        if (opening.Kind == "council")
        {
            if (Councils.Find(opening.Name).Found is not { } council)
            {
                return null;
            }

            folder = $"places/{council.ShortName}/";
            foreach (var (name, bytes) in Starters.Of(council, "../../shared/"))
            {
                texts[folder + name] = [.. bytes];
            }
        }

        if (opening.Kind == "file")
        {
            // A folder that 'init' made has what is shared beside the scenario.
            foreach (var name in Names.Where(name => name.StartsWith(Shared, StringComparison.Ordinal)))
            {
                texts[Own + name] = texts[name];
            }
        }

        foreach (var file in opening.Files)
        {
            texts[opening.Kind == "file" ? Own + file.Name : file.Name] = [.. file.Bytes];
        }

        var scenario = opening.Kind == "file" ? Own + opening.Name : folder + Scenario;
        return texts.ContainsKey(scenario) ? (texts.ToImmutable(), scenario) : null;
    }

    /// <summary>A text's name as its owner knows it.</summary>
    /// <param name="kind">What was opened.</param>
    /// <param name="name">Its name among the texts.</param>
    public static string Known(string kind, string name) =>
        kind == "file" && name.StartsWith(Own, StringComparison.Ordinal) ? name[Own.Length..] : name;

    private static ImmutableArray<string> Names { get; } =
        [.. typeof(Shipped).Assembly.GetManifestResourceNames().Where(name => name.Contains('/', StringComparison.Ordinal))];

    private static byte[] Read(string name)
    {
        using var resource = typeof(Shipped).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex("^title: *\"?(.*?)\"? *$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^question: *\"?(.*?)\"? *$", RegexOptions.Multiline)]
    private static partial Regex Question();
}
