using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>unmet</c> of a service: what becomes of demand that is not met.</summary>
internal static class UnmetSection
{
    /// <summary>What the block holds.</summary>
    public static Shape<Unmet> Shape { get; } =
        Shapes.Sourced(keys =>
        {
            var reneges = keys.Optional(
                "reneges",
                Numbers.Reneging.Timed,
                "share of those who wait who give up within a time; nobody unless stated"
            );
            return new Unmet
            {
                Waits = keys.Required(
                    "waits",
                    Numbers.Share.Quantity,
                    "share of those by whom the list would grow who join it; the others leave"
                ),
                Reneges = reneges?.Quantity,
                RenegesOver = reneges?.Over ?? 1.0,
                Diverts = keys.Optional(
                    "diverts",
                    Shapes
                        .SourcedEach(Words.Service, Numbers.Ratio.Quantity, "service")
                        .Then(
                            (diverts, _, _) =>
                                diverts.Select(divert => new Diversion { To = divert.Key, Ratio = divert.Value }).ToImmutableArray()
                        ),
                    [],
                    "contacts asked of other services for each one that leaves"
                ),
                Harms = keys.Optional("harms", HarmSection.Shape, [], "what rises for those who go without"),
            };
        });
}
