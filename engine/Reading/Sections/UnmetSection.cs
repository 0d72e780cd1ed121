using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>unmet</c> of a service: what becomes of demand that is not met.</summary>
internal static class UnmetSection
{
    /// <summary>What the block holds.</summary>
    public static Shape<Unmet> Shape { get; } = Shapes.Sourced(keys => new Unmet
    {
        Waits = keys.Required("waits", Numbers.Share.Quantity, "share of unmet demand that waits for the next step; the rest leaves"),
        Reneges = keys.Optional("reneges", Numbers.Share.Quantity, "share of the list that gives up in a step"),
        Diverts = keys.Optional("diverts", Shapes.SourcedEach(Words.Service, Numbers.Ratio.Quantity, "service")
            .Then((diverts, _, _) => diverts.Select(divert => new Diversion { To = divert.Key, Ratio = divert.Value }).ToImmutableArray()),
            [], "contacts asked of other services for each one that leaves"),
        Harms = keys.Optional("harms", Shapes.SourcedEach(Words.Target, Numbers.Rise.Quantity, "target")
            .Then((harms, _, _) => harms.Select(harm => new Harm { On = harm.Key, Sensitivity = harm.Value }).ToImmutableArray()), [],
            "what rises, and by how much when nobody is met"),
    });
}
