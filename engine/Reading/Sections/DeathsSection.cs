namespace SystemSim.Reading;

/// <summary>The block <c>people.deaths</c>.</summary>
internal static class DeathsSection
{
    /// <summary>What the block holds.</summary>
    public static Shape<ReadDeaths> Shape { get; } =
        Shapes
            .Sourced(keys =>
            {
                keys.ExactlyOne("chance", "count");
                keys.Needs("scale_to", "chance");
                keys.Needs("count", "ages");
                keys.Needs("count", "need");
                keys.Needs("ages", "count");
                keys.Needs("need", "count");
                keys.Needs("areas", "count");
                return new ReadDeaths
                {
                    Chances = keys.Optional(
                        "chance",
                        Cohorts.ByAgeAndNeed(Numbers.Chance.TimedPath),
                        [],
                        "chance of dying: one value, by age, by need, or by age and need"
                    ),
                    ScaleTo = keys.Optional(
                        "scale_to",
                        Numbers.Count.Path,
                        "deaths a year, to which the chances are scaled in each year stated; of one number, in the first"
                    ),
                    Count = keys.Optional("count", Numbers.Count.Path, "deaths a year, in place of chances"),
                    Ages = keys.Optional("ages", Cohorts.AgeShares, [], "shares of the count by age band"),
                    Need = keys.Optional("need", Cohorts.NeedShares, [], "shares of the count by need state"),
                    Areas = keys.Optional(
                        "areas",
                        Cohorts.AreaShares,
                        [],
                        "shares of the count by area; in proportion to people unless stated"
                    ),
                };
            })
            .Check(
                (deaths, here, context) =>
                {
                    if (deaths.Chances.OfType<StatedPath>().Select(chance => chance.Over).Distinct().Count() > 1)
                    {
                        context.Problems.Add(
                            Codes.TimesDiffer,
                            here.Below("chance"),
                            $"{here.Path} states chances within different times.",
                            "state all of them for the same time."
                        );
                    }
                }
            );
}
