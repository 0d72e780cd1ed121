using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>A whole number within bounds, written in digits.</summary>
internal sealed partial class WholeShape(int least, int most) : Shape<int>
{
    /// <inheritdoc/>
    public override int Read(Field here, Context context)
    {
        if (context.Single(here, "a whole number") is not { } scalar)
        {
            return Blank;
        }

        if (!Digits().IsMatch(scalar.Text))
        {
            context.Problems.Add(Codes.NotNumber, scalar.At, $"'{scalar.Text}' is not a whole number.", $"write digits alone, such as {least}.");
            return Blank;
        }

        if (!int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
        {
            context.Problems.Add(Codes.OutOfRange, scalar.At, $"'{scalar.Text}' is out of range: {here.Path} is {least} to {most}.");
        }

        return number;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => book.DefineSingle("whole", () => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            new JsonObject { ["type"] = "string", ["pattern"] = "^(?:0|[1-9][0-9]*)$" }),
    });

    [GeneratedRegex("^(?:0|[1-9][0-9]*)\\z")]
    private static partial Regex Digits();
}
