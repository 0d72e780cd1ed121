using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>local</c> of an organisation: what becomes in the place of what it is paid.</summary>
internal static class LocalSection
{
    /// <summary>What the block holds.</summary>
    public static Shape<LocalEconomy> Shape { get; } =
        Shapes.Sourced(keys =>
        {
            keys.Needs("respends", "spends");
            return new LocalEconomy
            {
                InPlace = keys.Required("in_place", Shapes.YesOrNo, "whether the organisation is of the place"),
                Spends = keys.Optional("spends", Numbers.Share.Quantity, "share of what it is paid that it spends in the place"),
                Respends = keys.Optional(
                    "respends",
                    Numbers.Share.Quantity,
                    "share of that which its staff and suppliers spend again in the place"
                ),
                JobsPerMillion = keys.Optional(
                    "jobs_per_million",
                    Numbers.Number.Quantity,
                    "jobs for each £1m it is paid, at prices of the base year"
                ),
                ValueAdded = keys.Optional("gva", Numbers.ShareOrMore.Quantity, "gross value added, as a share of what it is paid"),
                OutputMultiplier = keys.Optional(
                    "output_multiplier",
                    Numbers.Level.Quantity,
                    "output in the place for each £1, by an input-output table"
                ),
            };
        });
}
