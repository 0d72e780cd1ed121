using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>options</c>.</summary>
internal static class OptionSection
{
    /// <summary>The most options: each is read as a scenario of its own.</summary>
    public const int MostOptions = 100;

    /// <summary>Paths and what is set there; it is read where it is put.</summary>
    public static Shape<ImmutableArray<KeyValuePair<string, Node>>> Overrides { get; } =
        Shapes.Each(Words.Path, Shapes.Anything, "path", atLeastOne: false);

    private static Shape<ReadOption> Shape { get; } =
        Shapes.Map(keys =>
        {
            var option = new ReadOption(
                new OptionId(keys.Name),
                keys.Optional("title", Shapes.Text, Titles.Of(keys.Name), "name to print"),
                keys.Required("governance", Words.Governance, "arrangement in force"),
                keys.Optional(
                    "from",
                    Words.Year.Maybe(),
                    null,
                    "first year in which it is in force, the baseline's until then; all years unless stated"
                )
            );
            keys.Optional("set", Overrides, [], "what it sets: path: value");
            return option;
        });

    /// <summary>What the section holds.</summary>
    public static Shape<ImmutableArray<KeyValuePair<string, ReadOption>>> All { get; } = Shapes
        .Each(Words.Name, Shape, "option")
        .Then((options, here, context) =>
    {
        if (options.Length <= MostOptions)
        {
            return options;
        }

        context.Problems.Add(
            Codes.TooMuch, here.NamedAt, $"there are {options.Length} options, and {MostOptions} are the most.", "use --set for a sweep.");
        return [];
    }, []);
}
