using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>An entry of the section <c>governance</c>: whose purse pays, and how each purse is run.</summary>
internal static class GovernanceSection
{
    private static Shape<ReadPays> Pays { get; } = Shapes.Choice(
        (node => node is Scalar, Shapes.OneOf<ReadPays>(("all", new ReadPays(IsAll: true, [])))),
        (_ => true, Shapes.NamesOf(Words.Service, atLeast: 0).Then((services, _, _) => new ReadPays(IsAll: false, services))));

    private static Shape<ReadFund> Fund { get; } = Shapes.Sourced(keys => new ReadFund(
        keys.Optional("start_of_year", BudgetSection.StartOfYear, "how this fund sets its budgets"),
        keys.Optional("in_year", BudgetSection.InYear, "how this fund releases its budgets")));

    /// <summary>What an entry holds.</summary>
    public static Shape<ReadArrangement> Shape { get; } =
        Shapes
            .Sourced(keys => new ReadArrangement
            {
                Id = new GovernanceId(keys.Name),
                Kind = keys.Required("kind", Shapes.OneOf<GovernanceKind>(), "siloed, aligned or pooled"),
                Title = keys.Optional("title", Shapes.Text, Titles.Of(keys.Name), "name to print"),
                Pays = keys.Required(
                    "pays",
                    Shapes.Each(Words.Fund, Pays, "fund"),
                    "services that each fund pays for, every service once; all for all of them"
                ),
                StartOfYear = keys.Optional(
                    "start_of_year",
                    BudgetSection.StartOfYear,
                    "how all funds set their budgets; historic unless stated"
                ),
                InYear = keys.Optional("in_year", BudgetSection.InYear, "how all funds release their budgets"),
                Funds = keys.Optional("funds", Shapes.Each(Words.Fund, Fund, "fund"), [], "terms of single funds, where they differ"),
                Pools = keys.Optional("pools", Shapes.Each(Words.Name, PoolSection.Shape, "pool"), [], "terms of pools"),
                Contracts = keys.Optional(
                    "contracts",
                    Shapes.Each(Words.Service, ContractSection.Shape, "service"),
                    [],
                    "terms of payment in place of the services' own"
                ),
                Succession = keys.Optional(
                    "succession",
                    SuccessionSection.Shape,
                    ReadSuccession.None,
                    "bodies that end when it takes over, and who takes on what they have"
                ),
                Effects = keys.Optional("effects", Shapes.ListOf(EffectSection.OfGovernance), [], "what joint working changes"),
            })
            .Then(
                (arrangement, _, _) =>
                    arrangement with
                    {
                        Effects = [.. arrangement.Effects.Select(effect => effect.OwnedBy(new EffectOwner.ByGovernance(arrangement.Id)))],
                    }
            );
}
