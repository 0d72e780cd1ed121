using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>succession</c> of an arrangement: bodies that end when it takes over, and who takes on what they have.</summary>
internal static class SuccessionSection
{
    private static Shape<ImmutableArray<Successor>> Successors { get; } = Shapes
        .SourcedEach(Words.Organisation, Numbers.Share.Quantity, "organisation")
        .Then((shares, here, context) =>
        {
            Sums.CheckShares(shares.Select(share => share.Value), here, context.Problems);
            return shares.Select(share => new Successor(new(here.Key), share.Key, share.Value)).ToImmutableArray();
        });

    /// <summary>What the block holds.</summary>
    public static Shape<ReadSuccession> Shape { get; } = Shapes.Sourced(keys => new ReadSuccession(
        keys.Required(
            "passes",
            Shapes.Each(Words.Organisation, Successors, "organisation"),
            "for each body that ends, the shares of its reserves, deficit, debt and assets that its successors take on"),
        keys.Optional(
            "provides",
            Shapes.Each(Words.Organisation, Shapes.NamesOf(Words.Service), "organisation"),
            [],
            "services that successors provide; what a body provides that ends goes else to its only successor, or to the one that pays for it")));
}
