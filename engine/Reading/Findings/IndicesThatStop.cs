namespace SystemSim.Reading;

/// <summary>Indices that end before the run does, without growth: prices stand still from there on.</summary>
internal static class IndicesThatStop
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        var last = draft.Horizon!.YearAt(draft.Horizon.Years - 1);
        foreach (var index in draft.Prices!.Prices.Indices)
        {
            var stops = index.Levels.Points[^1].From;
            if (index.Levels.Growth is not null || stops >= last)
            {
                continue;
            }

            draft.Report(
                Codes.IndexStops, $"prices.indices.{index.Id}",
                $"index '{index.Id}' stops in {stops}, and stands still until the run ends in {last}.",
                "add later levels, or growth: 0% a year if that is meant.");
        }
    }
}
