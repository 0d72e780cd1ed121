namespace SystemSim.Places;

/// <summary>A table about the councils: its headings, its rows, and what to know when reading it.</summary>
/// <param name="Columns">Headings; the first is a label.</param>
/// <param name="Rows">Rows, as many cells as there are headings.</param>
/// <param name="Note">What to know.</param>
public sealed record PlaceTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string Note);

/// <summary>What the starter models of all councils come to, without a run.</summary>
public static class PlaceTables
{
    /// <summary>The tables, by name.</summary>
    public static ImmutableSortedDictionary<string, Func<PlaceTable>> All { get; } = new Dictionary<string, Func<PlaceTable>>
    {
        ["regions"] = Regions,
        ["findings"] = Findings,
        ["held-out"] = HeldOut,
    }.ToImmutableSortedDictionary();

    private static ImmutableArray<StarterModel> Models => [.. Councils.All.Select(council => new StarterModel(council))];

    /// <summary>By region, and of all England.</summary>
    private static PlaceTable Regions()
    {
        var models = Models;
        var regions = models.GroupBy(model => model.Council.Region).OrderBy(region => region.Key, StringComparer.Ordinal);
        return new(
            ["Region", "Councils", "People", "75 and over", "Care, £ a head", "Rest of care", "from", "to", "Rest of NHS", "Admissions"],
            [.. regions.Select(region => Row(region.Key, [.. region])), Row("England", models)],
            "People in mid-2026; gross spending on adult social care in 2024/25. A rest is what shared rates and costs leave of the money, the median, and for care the least and the most. "
                + "Admissions to care homes at 65 and over were held out: the model over what was published, in the region as a whole."
        );
    }

    private static ImmutableArray<string> Row(string name, ImmutableArray<StarterModel> models)
    {
        var people = models.Sum(model => model.PeopleIn(2026).All);
        var rests = models.Select(model => model.RestOfCareShare).Order().ToArray();
        var admissions = models.Select(model => StarterChecks.HeldOutOf(model)[0]).ToArray();
        return
        [
            name,
            Written.Count(models.Length),
            Written.Count(people),
            Written.Number(models.Sum(model => model.PeopleIn(2026).Oldest) / people * 100.0, 1) + "%",
            Written.Count(models.Sum(model => model.Council.Money.CareGross) / people),
            Written.Percent(Median(rests)),
            Written.Percent(rests[0]),
            Written.Percent(rests[^1]),
            Written.Percent(Median([.. models.Select(model => model.RestOfNhsShare).Order()])),
            Written.Number(admissions.Sum(one => one.Modelled) / admissions.Sum(one => one.Published), 2),
        ];
    }

    /// <summary>How many councils have a finding, by kind.</summary>
    private static PlaceTable Findings()
    {
        var all = Models.SelectMany(model =>
            StarterReadme.FindingsOf(model).Select(finding => (finding.Kind, model.Council.ShortName)).Distinct()
        );
        return new(
            ["Finding", "Councils", "Which"],
            [
                .. all.GroupBy(finding => finding.Kind)
                    .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                    .Select(kind =>
                        ImmutableArray.Create(kind.Key, Written.Count(kind.Count()), Some([.. kind.Select(one => one.ShortName)]))),
            ],
            "A rest of more than 15% of the money, or of less than nothing; what was held out, and is off by more than twice or half; counts that cannot be; money of a council that filed no return."
        );
    }

    /// <summary>What was published and not used, council by council.</summary>
    private static PlaceTable HeldOut() =>
        new(
            ["Council", "Held out", "Published", "Model", "Times"],
            [
                .. Models.SelectMany(model => StarterChecks.HeldOutOf(model).Select(held => ImmutableArray.Create(
                    model.Council.ShortName,
                    held.What,
                    Written.Count(held.Published),
                    Written.Count(held.Modelled),
                    Written.Number(held.Ratio, 2)))),
            ],
            "In the order of the alphabet, since it ranks nothing: a council is far off where it counts otherwise than others as often as where it cares otherwise."
        );

    private static string Some(ImmutableArray<string> names) => names.Length > 8 ? "" : string.Join(", ", names);

    private static double Median(double[] ordered) =>
        ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : (ordered[(ordered.Length / 2) - 1] + ordered[ordered.Length / 2]) / 2.0;
}
