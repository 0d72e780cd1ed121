using System.Collections.Immutable;
using System.Globalization;

namespace SystemSim.Reading;

/// <summary>Age bands: that they follow each other, and are the same in every area.</summary>
internal static class AgeBands
{
    /// <summary>Years of age in a band; null for an open one.</summary>
    /// <param name="band">The band, such as <c>0-17</c>, <c>65</c> or <c>85+</c>.</param>
    public static int? Width(string band) => To(band) is { } to ? to - From(band) + 1 : null;

    /// <summary>Reports bands that do not follow each other, and a last one that is not open.</summary>
    public static void CheckFollow(ReadArea area, Field here, Context context)
    {
        var bands = area.Bands;
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i].Band;
            var isLast = i == bands.Length - 1;
            if (To(band) is null != isLast)
            {
                Report(
                    band, isLast ? $"the last age band '{band}' is not open." : $"the age band '{band}' is open, and is not the last.",
                    $"the last band, and no other, is written like {From(band)}+.");
            }
            else if (Width(band) < 1)
            {
                Report(band, $"the age band '{band}' ends before it starts.", null);
            }
            else if (i > 0 && To(bands[i - 1].Band) is { } before && From(band) != before + 1)
            {
                Report(
                    band, $"the age band '{band}' does not follow '{bands[i - 1].Band}'.",
                    $"it has to start at {before + 1}; bands stand from youngest to oldest.");
            }
        }

        void Report(string band, string problem, string? hint) => context.Problems.Add(Codes.AgeBands, here.Below(band), problem, hint);
    }

    /// <summary>Reports people stated by age alone where areas are declared.</summary>
    public static void CheckNoAreas(ReadArea _, Field here, Context context)
    {
        var areas = context.Names.Known(NameKind.Area);
        if (!areas.IsEmpty)
        {
            context.Problems.Add(
                Codes.AreasDiffer, here.At, $"{here.Path} states people by age alone, and areas are declared.",
                $"state them under each of {string.Join(", ", areas)}.");
        }
    }

    /// <summary>Reports areas without people, and areas whose age bands differ.</summary>
    public static void CheckAreas(ImmutableArray<ReadArea> areas, Field here, Context context)
    {
        foreach (var area in context.Names.Known(NameKind.Area).Where(name => areas.All(area => area.Name != name)))
        {
            context.Problems.Add(Codes.AreasDiffer, here.NamedAt, $"{here.Path} states no people for area '{area}'.");
        }

        foreach (var area in areas.Where(area => !Names(area).SequenceEqual(Names(areas[0]))))
        {
            context.Problems.Add(
                Codes.AreasDiffer, here.Below(area.Name), $"the age bands of '{area.Name}' are not those of '{areas[0].Name}'.",
                $"these are {string.Join(", ", Names(areas[0]))}.");
        }
    }

    private static IEnumerable<string> Names(ReadArea area) => area.Bands.Select(band => band.Band);

    /// <summary>Youngest of a band.</summary>
    public static int From(string band) => int.Parse(band.Split('-', '+')[0], CultureInfo.InvariantCulture);

    /// <summary>Oldest of a band; null for an open one.</summary>
    public static int? To(string band) => band.EndsWith('+') ? null : int.Parse(band.Split('-')[^1], CultureInfo.InvariantCulture);
}
