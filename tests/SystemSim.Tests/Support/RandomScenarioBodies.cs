using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Who provides and who pays for each service of a random scenario.</summary>
internal sealed class RandomScenarioBodies
{
    private static readonly (string Name, OrganisationKind Kind)[] Known =
    [
        ("council", OrganisationKind.Council), ("board", OrganisationKind.NhsCommissioner), ("trust", OrganisationKind.NhsProvider),
        ("hubs", OrganisationKind.Voluntary), ("firm", OrganisationKind.Private),
    ];

    public RandomScenarioBodies(RandomScenarioNumbers numbers)
    {
        var count = numbers.Pick(1, 2, 2, 3, 3, 4);
        List<(string Name, OrganisationKind Kind)> bodies =
            [.. Known.Take(Math.Min(2, count)), .. Known.Skip(2).OrderBy(_ => numbers.Whole(0, 1_000)).Take(Math.Max(0, count - 2))];
        Names = [.. bodies.Select(body => new OrganisationId(body.Name))];
        Kinds = [.. bodies.Select(body => body.Kind)];
        if (count > 1 && numbers.AsideOften(0.3))
        {
            // The council's, whatever it was.
            Kinds[1 + numbers.Aside.Next(count - 1)] = OrganisationKind.RingFencedAccount;
        }

        var pays = Names.Select((_, o) => o == 0 || (o == 1 ? numbers.Often(0.95) : numbers.Often(0.3))).ToList();
        var payers = Enumerable.Range(0, count).Where(o => pays[o]).ToList();
        Payers = [.. Enumerable.Range(0, numbers.Whole(2, 6)).Select(_ => numbers.Pick(payers))];
        Providers = [.. Payers.Select(payer => numbers.Often(0.4) ? payer : numbers.Whole(0, count - 1))];
    }

    public OrganisationId[] Names { get; }

    public OrganisationKind[] Kinds { get; }

    /// <summary>[service] organisation that pays for it where nothing is pooled.</summary>
    public int[] Payers { get; }

    /// <summary>[service] organisation that gives it.</summary>
    public int[] Providers { get; }
}
