using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>page</c>: what is put first where numbers can be moved.</summary>
internal static class PageSection
{
    /// <summary>The most numbers that are there to be moved first.</summary>
    public const int MostSliders = 3;

    /// <summary>The most presets: each is a button.</summary>
    public const int MostPresets = 8;

    private static Shape<Preset> PresetShape { get; } = Shapes.Map(keys => new Preset(
        keys.Name,
        keys.Required("title", Shapes.Text, "name to print"),
        Changes(keys.Required("set", Shapes.Each(Words.Path, Shapes.Text, "path"), "what it sets: path: value"))));

    private static Shape<ImmutableArray<Preset>> Presets { get; } = Shapes
        .Each(Words.Name, PresetShape, "preset")
        .Then((presets, here, context) =>
    {
        if (presets.Length <= MostPresets)
        {
            return presets.Select(preset => preset.Value).ToImmutableArray();
        }

        context.Problems.Add(
            Codes.TooMuch, here.NamedAt, $"there are {presets.Length} presets, and {MostPresets} are the most.",
            "keep those that answer a question; any number can be moved by itself.");
        return [];
    }, []);

    /// <summary>What the section holds.</summary>
    public static Shape<PageSettings> Shape { get; } = Shapes.Map(keys => new PageSettings(
        keys.Optional(
            "sliders", Shapes.NamesOf(Words.Path, atMost: MostSliders), [], "paths of the numbers that are there to be moved first"),
        keys.Optional("presets", Presets, [], "changes that are made at once")));

    private static ImmutableArray<string> Changes(ImmutableArray<KeyValuePair<string, string>> set) =>
        set.IsDefault ? [] : [.. set.Select(one => $"{one.Key}={one.Value}")];
}
