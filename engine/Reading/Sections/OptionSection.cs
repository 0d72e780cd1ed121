using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An entry of the section <c>options</c>.</summary>
internal static class OptionSection
{
    /// <summary>Paths and what is set there; it is read where it is put.</summary>
    public static Shape<ImmutableArray<KeyValuePair<string, Node>>> Overrides { get; } =
        Shapes.Each(Words.Path, Shapes.Anything, "path", atLeastOne: false);

    /// <summary>What an entry holds.</summary>
    public static Shape<ReadOption> Shape { get; } = Shapes.Map(keys =>
    {
        var option = new ReadOption(
            new OptionId(keys.Name),
            keys.Optional("title", Shapes.Text, Titles.Of(keys.Name), "name to print"),
            keys.Required("governance", Words.Governance, "arrangement in force"));
        keys.Optional("set", Overrides, [], "what it sets: path: value");
        return option;
    });
}
