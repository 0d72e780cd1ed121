using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Control totals of one block, which are all by year, all by age band or all by area: what is beside another level overlaps with
/// it, and is refused in one error.</summary>
/// <param name="totals">The totals.</param>
internal sealed class OneLevelShape(Shape<ImmutableArray<ControlTotal>> totals) : Shape<ImmutableArray<ControlTotal>>
{
    /// <inheritdoc/>
    public override ImmutableArray<ControlTotal> Blank => [];

    /// <inheritdoc/>
    public override ImmutableArray<ControlTotal> Read(Field here, Context context)
    {
        var keys = (here.Node as Mapping)?.Entries.Where(entry => entry.Key.Text is not ("source" or PeopleTableSection.Key)).ToArray() ?? [];
        if (keys.FirstOrDefault(entry => LevelOf(entry.Key.Text) != LevelOf(keys[0].Key.Text)) is not { } second)
        {
            return totals.Read(here, context);
        }

        var (one, other) = (LevelOf(keys[0].Key.Text), LevelOf(second.Key.Text));
        context.Problems.Add(
            Codes.TotalsOverlap, second.Key.At,
            $"{here.Path} has totals of {one} ('{keys[0].Key.Text}') beside totals of {other} ('{second.Key.Text}'): the same people would follow two totals.",
            "state them for one level alone; what the age bands stated leave of everyone is a total of the other age bands.");
        return Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => totals.Describe(book);

    private static string LevelOf(string key) =>
        Words.AgeBandName.Fits(key) ? "age bands"
        : key != DeclaredNames.WholePlace && key is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] ? "areas"
        : "everyone";
}
