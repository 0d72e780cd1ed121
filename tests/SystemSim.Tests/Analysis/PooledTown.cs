using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests.Analysis;

/// <summary>The town over two years, siloed, and with one pool that costs £1,000 to set up and £500 a year to run; worked on
/// paper.</summary>
/// <remarks>
/// <para><b>Siloed.</b> The council spends £24,000 a year on 2,400 contacts of help, the NHS £240,000 on 2,400 of care: all their
/// income.</para>
/// <para><b>Pooled.</b> They pay in the same. In the first year £1,500 is missing from help: £22,500 buys 2,250 contacts, and 150 are left
/// unmet. In the second the budget stays as it was; the £1,000 that is not needed again is shared, one part in eleven to the
/// council.</para>
/// </remarks>
internal static class PooledTown
{
    public const double CouncilShare = 1_000.0 / 11.0;
    public const double NhsShare = 10_000.0 / 11.0;

    public static Scenario Scenario { get; } =
        Town(years: 2)
            .WithBody(Nhs, body => body with { Keeps = Q(1.0) })
            .WithOption(Pooled, place =>
                place with
                {
                    Governance = OnePool(terms: pool => pool with { SetUp = Q(1_000.0), Running = Path(500.0) }),
                }
            );

    public static Answers Answers(Scenario? scenario = null, bool bySteps = false) =>
        SystemSim.Analysis.Answers.Of(scenario ?? Scenario, CentralStudy.Run(Prepared.Of(scenario ?? Scenario), bySteps: bySteps).Runs);

    /// <summary>The answers of a random scenario; null for the few whose run an invariant stops.</summary>
    public static Answers? RandomAnswers(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var study = CentralStudy.Run(Prepared.Of(scenario));
        return study.Broken is null ? SystemSim.Analysis.Answers.Of(scenario, study.Runs) : null;
    }

    /// <summary>The scenario with one more organisation, which pays for nothing.</summary>
    public static Scenario WithBystander(this Scenario scenario, string name, double income) => scenario.With(place => place with
    {
        Organisations = [.. place.Organisations, Body(name, OrganisationKind.Voluntary, income)],
        Governance = place.Governance with { Funds = [OwnFund(name), .. place.Governance.Funds] },
    });

    /// <summary>The same town with prices that rise by a tenth a year, and answers in prices of the first.</summary>
    public static Scenario Deflated { get; } = Scenario with
    {
        Prices = new()
        {
            Base = Start,
            ReportReal = true,
            Deflator = new("prices"),
            Indices = [new() { Id = new("prices"), Levels = Path(1.0, 1.1) }],
        },
    };
}
