using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SystemSim.Reading;

/// <summary>One of a few words that the format knows.</summary>
/// <param name="words">The words, each with its value.</param>
internal sealed class OneOfWords<T>(ImmutableArray<(string Word, T Value)> words) : Shape<T>
{
    /// <inheritdoc/>
    public override T Read(Field here, Context context)
    {
        if (context.Single(here, "a word") is not { } scalar)
        {
            return Blank;
        }

        foreach (var (word, value) in words)
        {
            if (word == scalar.Text)
            {
                return value;
            }
        }

        var known = words.Select(word => word.Word).ToList();
        context.Problems.Add(
            Codes.NotOneOf, scalar.At, $"'{scalar.Text}' cannot stand here.", Suggestions.Hint(scalar.Text, known, "words"));
        return Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word.Word))]) };
}
