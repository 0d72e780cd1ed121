using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class DrawNamesTests
{
    private const string Arrangements = """
        governance:
          one: {pools: {fund: {}}}
          other: {pools: {pot: {}}}
          several: {pools: {mental_health: {}, children: {}}}
          among: {pools: {children: {}}}
          silos: {kind: siloed}
        """;

    [TestCase("services.gp.cost.unit", "services.gp.cost.unit")]
    [TestCase("governance.silos.start_of_year.hurdle", "governance.*.start_of_year.hurdle")]
    [TestCase("governance.silos.effects.demand gp #2.less", "governance.*.effects.demand gp #2.less")]
    [TestCase("governance.silos.contracts.gp.price", "services.gp.contract.price")]
    [TestCase("governance.silos.funds.council.start_of_year.contingency", "governance.*.funds.council.start_of_year.contingency")]
    [TestCase("governance.one.pools.fund.running", "governance.*.pools.*.running")]
    [TestCase("governance.other.pools.pot.running.2027/28", "governance.*.pools.*.running.2027/28")]
    [TestCase("governance.one.funds.fund.start_of_year.hurdle", "governance.*.funds.*.start_of_year.hurdle")]
    [TestCase("governance.several.pools.mental_health.running", "governance.*.pools.mental_health.running")]
    [TestCase("governance.several.pools.children.running", "governance.*.pools.children.running")]
    [TestCase("governance.among.pools.children.running", "governance.*.pools.children.running")]
    public void What_arrangements_state_of_the_same_thing_is_drawn_as_one(string path, string drawnAs) =>
        Assert.That(In(Arrangements).Of(path), Is.EqualTo(drawnAs));

    [TestCase("governance.one.pools.fund.running", "governance.one.pools.fund.running")]
    [TestCase("governance.other.pools.pot.running", "governance.*.pools.*.running")]
    [TestCase("governance.silos.effects.deaths.less", "governance.silos.effects.deaths.less")]
    public void What_is_said_to_be_apart_is_drawn_as_itself(string path, string drawnAs) =>
        Assert.That(In($"{Arrangements}\ndraws: {{apart: [governance.one.pools, 'governance.*.effects']}}").Of(path), Is.EqualTo(drawnAs));

    [TestCase("governance.several.pools.mental_health.running", "governance.*.pools.*.running")]
    [TestCase("governance.several.pools.children.running", "governance.*.pools.children.running")]
    [TestCase("services.gp.cost.unit", "services.home_care.cost.unit")]
    [TestCase("services.gp.cost.charges", "services.gp.cost.charges")]
    public void What_is_said_to_be_one_is_drawn_as_the_first(string path, string drawnAs) =>
        Assert.That(
            In(
                    $"{Arrangements}\ndraws: {{one: [[governance.one.pools.fund, governance.several.pools.mental_health], [services.home_care.cost.unit, services.gp.cost.unit]]}}"
                )
                .Of(path),
            Is.EqualTo(drawnAs)
        );

    [TestCase("governance: 5\ndraws: [1]")]
    [TestCase("draws: {one: [[a], b, [c, {d: e}]], apart: {f: g}}")]
    [TestCase("governance: {one: {pools: []}}")]
    public void What_is_broken_there_breaks_nothing_here(string yaml) =>
        Assert.That(In(yaml).Of("governance.one.pools.fund.running"), Does.StartWith("governance.*.pools."));

    private static DrawNames In(string yaml) => new((Mapping)TreeBuilder.Build("test", yaml, new Problems())!);
}
