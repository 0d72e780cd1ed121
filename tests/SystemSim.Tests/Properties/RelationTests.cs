using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SystemSim.Tests;

/// <summary>Relations that hold between runs of random scenarios, whatever the numbers are: no second engine is needed to know
/// them.</summary>
[Properties(Replay = "20261122,7", MaxTest = 40, QuietOnSuccess = true, Arbitrary = [typeof(RelationTests)])]
public sealed class RelationTests
{
    /// <summary>Doubles, in another order of additions.</summary>
    private const double Agreement = 1e-9;

    /// <summary>Seeds of random scenarios.</summary>
    public static Arbitrary<int> Seeds() => Gen.Choose(5_000, 9_000).ToArbitrary();

    [Property]
    public void Twice_the_people_capacity_and_money_is_twice_of_everything(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var once = EngineRun.Of(scenario, bySteps: false);
        var twice = EngineRun.Of(new Scaled(2.0).Scenario(scenario), bySteps: false);

        // A power of two changes no digit: what is counted doubles exactly, except where a stated threshold of pennies decides.
        foreach (var (key, value) in once.Rows)
        {
            // Whether, when and what share do not double.
            var times = key.Measure is "section_114" or "reserves_run_out" or "gap_in_council_tax" or "share_of_money" ? 1.0 : 2.0;
            var other = twice.Find(key.Option, key.Measure, key.Year, key.Step, key.Item);
            Numbers.AssertAgree(other, times * value, Agreement * (1.0 + Math.Abs(value)), () => $"seed {seed}: {key}");
        }
    }

    [Property]
    public void What_is_avoided_is_cash_capacity_freed_or_stranded_and_somebody_bears_what_is_not_cash(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var differences = Tables(scenario).SelectMany(table => table.Rows)
            .Where(row => row is { About.Against.Length: > 0, About.Service.Length: > 0, About.PriceBase: "nominal", Step: null });

        foreach (var service in differences.GroupBy(row => (row.About.Option, row.About.Service, row.Year)))
        {
            var within = Agreement * (1.0 + service.Max(row => Math.Abs(row.Value)));
            Assert.That(
                Sum("cash", "capacity_freed", "stranded"),
                Is.EqualTo(0.0 - Sum("full_cost")).Within(within),
                $"seed {seed}: {service.Key}"
            );
            Assert.That(
                Sum("borne_by_provider", "borne_by_payers"),
                Is.EqualTo(Sum("capacity_freed", "stranded")).Within(within),
                $"seed {seed}: {service.Key}"
            );

            double Sum(params string[] measures) => service.Where(row => measures.Contains(row.About.Measure)).Sum(row => row.Value);
        }
    }

    [Property]
    public void An_option_that_changes_nothing_differs_by_exactly_nothing(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var copy = scenario.BaselineOption with { Id = new OptionId("copy") };
        var with = scenario with { Options = [.. scenario.Options, copy] };

        var differences = Tables(with).SelectMany(table => table.Rows).Where(row => row.About is { Option: "copy", Against.Length: > 0 });

        Assert.That(differences.Where(row => row.Value != 0.0), Is.Empty, $"seed {seed}");
    }

    [Property]
    public void An_arrangement_that_takes_over_from_itself_changes_no_bit(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        if (scenario.Horizon.Years == 1)
        {
            return;
        }

        var options = scenario.Options.Where(option => option.Change is null).ToImmutableArray();
        var copies = options.Select(option => option with
        {
            Id = new OptionId($"{option.Id}_again"),
            Change = new ChangeOfArrangement { From = scenario.Horizon.YearAt(1), Before = option.Place },
        });
        var run = EngineRun.Of(scenario with { Options = [.. options, .. copies] });

        foreach (var (key, value) in run.Rows.Where(row => !row.Key.Option.EndsWith("_again", StringComparison.Ordinal)))
        {
            var again = run.Find($"{key.Option}_again", key.Measure, key.Year, key.Step, key.Item);
            Numbers.AssertAgree(again, value, within: 0.0, () => $"seed {seed}: {key}");
        }
    }

    [Property]
    public void Other_names_change_no_bit(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var renamed = new Renamed("x_").Scenario(scenario);

        Assert.That(Values(renamed), Is.EqualTo(Values(scenario)), $"seed {seed}");
    }

    [Property]
    public void Another_order_of_services_and_organisations_changes_nothing_but_rounding(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var there = EngineRun.Of(scenario, bySteps: false);
        var back = EngineRun.Of(Reordered.Scenario(scenario), bySteps: false);
        var size = there.Rows.GroupBy(row => row.Key.Measure).ToDictionary(rows => rows.Key, rows => rows.Max(row => Math.Abs(row.Value)));
        var money = size.GetValueOrDefault("income") + size.GetValueOrDefault("payment");

        foreach (var (key, value) in there.Rows)
        {
            var scale = MeasureCatalogue.Find(key.Measure)!.IsMoney ? money : Math.Max(size[key.Measure], size["asked"]);
            var other = back.Find(key.Option, key.Measure, key.Year, key.Step, key.Item);
            Numbers.AssertAgree(other, value, Agreement * scale, () => $"seed {seed}: {key}");
        }
    }

    [Property]
    public void An_effect_without_strength_changes_no_bit(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var service = scenario.BaselineOption.Place.Services[0];
        var nothing = new Effect
        {
            Owner = new EffectOwner.ByService(service.Id),
            On = new Target.DemandFor(service.Id),
            Strength = Quantity.Of(0.0),
            Group = CohortGroup.Everyone,
            Coverage = new Coverage.ByReach { PeoplePerUnit = Quantity.Of(1.0), Lasts = Quantity.Of(1.5) },
        };

        Assert.That(Values(scenario.WithEffect(nothing)), Is.EqualTo(Values(scenario)), $"seed {seed}");
    }

    [Property]
    public void A_pool_for_each_that_gives_its_whole_fund_is_siloed_bit_for_bit(int seed)
    {
        var scenario = RandomScenario.Make(seed).WithOwnFundsLikePools();
        if (scenario.BaselineOption.Place.Governance.Kind == GovernanceKind.Pooled)
        {
            return;
        }

        var apart = scenario.BaselineOption with { Id = new OptionId("apart_again"), Place = PoolForEach(scenario.BaselineOption.Place) };
        var run = EngineRun.Of(scenario with { Options = [scenario.BaselineOption, apart] });
        string[] alike =
        [
            .. MeasureCatalogue.All.Where(measure => measure.Table is "population" or "activity").Select(measure => measure.Name),
            "provider_cost",
            "charges",
            "payment",
            "budget",
            "income",
            "other_spending",
            "provider_surplus",
            "reserves",
            "deficit",
            "position",
        ];

        foreach (var (key, value) in run.Rows.Where(row => row.Key.Option == "today" && alike.Contains(row.Key.Measure)))
        {
            var other = run.Find("apart_again", key.Measure, key.Year, key.Step, key.Item);
            Numbers.AssertAgree(other, value, within: 0.0, () => $"seed {seed}: {key}");
        }
    }

    private static ImmutableArray<Table> Tables(Scenario scenario)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario));
        return study.Broken is null ? new Tabulator(scenario).Tables(study.Runs) : [];
    }

    /// <summary>Every number that comes out, in order, without names.</summary>
    private static double[] Values(Scenario scenario) =>
        [.. Tables(scenario).SelectMany(table => table.Rows).Select(row => row.Value)];

    /// <summary>Every own fund becomes a pool of one partner, who gives it all it has.</summary>
    private static Place PoolForEach(Place place) => place with
    {
        Governance = new Arrangement
        {
            Id = place.Governance.Id,
            Title = "A pool for each",
            Kind = GovernanceKind.Pooled,
            Contracts = place.Governance.Contracts,
            Funds =
            [
                .. place.Governance.Funds.Select(fund => fund with { Pays = [] }),
                .. place.Governance.Funds.Select(fund => fund with
                {
                    Id = new FundId($"pool_of_{fund.Owner}"),
                    Owner = null,
                    Pool = new Pool
                    {
                        Host = fund.Owner!.Value,
                        Contributions = [new Contribution { Partner = fund.Owner.Value, Follow = Follow.WholeFund }],
                        BroughtIn = [.. fund.Pays.Select(service => new ServiceOwner(service, fund.Owner.Value))],
                        EndOfYear = new EndOfYear(),
                    },
                }),
            ],
        },
    };
}
