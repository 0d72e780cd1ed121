using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>The appraisal against a plain one, over random scenarios: every line, year, value and ratio.</summary>
public sealed class OracleAppraisalTests
{
    private const double Agreement = 1e-9;

    // Both add up in another order: what lies so near half a penny may count on one side alone.
    private const double HalfAPenny = 0.005;
    private const int Scenarios = Breadth.Appraised;
    private const int PerTest = Breadth.AppraisedPerTest;

    [Test]
    public void Both_appraise_alike([Range(0, Scenarios - PerTest, PerTest)] int first)
    {
        var found = Enumerable.Range(first, PerTest).Select(Compare).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.SelectMany(seed => seed.Problems).Take(20), Is.Empty);
            Assert.That(found.Sum(seed => seed.Held), Is.GreaterThanOrEqualTo(Breadth.LeastHeld));
            Assert.That(found.Sum(seed => seed.Ratios), Is.GreaterThanOrEqualTo(Breadth.LeastRatios));
        }
    }

    private static (List<string> Problems, int Held, int Ratios) Compare(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        if (
            scenario.Appraisal is null
            || CentralStudy.Run(Prepared.Of(scenario)) is not { Broken: null } study
            || Appraise(scenario) is not { } plain
        )
        {
            return ([], 0, 0);
        }

        var engine = Answers
            .Of(scenario, study.Runs)
            .Tables.Where(table => table.Name == "appraisal")
            .SelectMany(table => table.Rows)
            .ToDictionary(
                row => (row.About.Option, row.About.Against, LineOf(row), row.Year.Length > 0 ? row.Year : null),
                row => row.Value
            );
        var (problems, held, ratios) = (new List<string>(), 0, 0);
        foreach (var option in plain)
        {
            foreach (var row in option.Rows())
            {
                Hold(option.Option.Id.Name, "", row.Line, row.Year, row.Value, option.Size);
            }

            if (option.Option.Id != scenario.Baseline)
            {
                var worth = new PlainWorth(scenario, option, plain.Single(known => known.Option.Id == scenario.Baseline));
                foreach (var told in worth.Values().GroupBy(line => line.Told))
                {
                    Hold(option.Option.Id.Name, scenario.Baseline.Name, told.Key, null, told.Sum(line => line.Value), option.Size);
                }

                HoldRatios(option.Option.Id.Name, worth, isAfterBias: false, option.Size);
                HoldRatios(option.Option.Id.Name, worth, isAfterBias: true, option.Size);
                HoldPayback(option.Option.Id.Name, worth);
            }
        }

        problems.AddRange(
            engine
                .Where(row =>
                    row.Key.Against.Length == 0
                    || !row.Key.Item3.Measure.StartsWith("discounted", StringComparison.Ordinal)
                        && row.Key.Item3.Measure != "net_present_cost"
                )
                .Where(row => row.Value != 0.0)
                .Select(row => $"seed {seed}: only the engine has {row.Key}, {row.Value:R}")
        );
        return (problems, held, ratios);

        void Hold(string option, string against, PlainLine line, int? year, double expected, double size)
        {
            var key = (option, against, line, year is { } y ? scenario.Horizon.YearAt(y).ToString() : null);
            engine.Remove(key, out var actual);
            held++;
            if (!(Math.Abs(actual - expected) <= Agreement * Math.Max(size, Math.Abs(expected))))
            {
                problems.Add($"seed {seed}: {key}: engine {actual:R}, plain {expected:R}");
            }
        }

        void HoldRatios(string option, PlainWorth worth, bool isAfterBias, double size)
        {
            var (cost, fiscal, all) = worth.Ratio(isAfterBias);
            var slack = Agreement * size;
            if (isAfterBias && !scenario.Appraisal.IsCorrected)
            {
                return;
            }

            Hold(option, scenario.Baseline.Name, new PlainLine($"cost_put_in{(isAfterBias ? "_after_bias" : "")}"), null, cost, size);
            foreach (var (kind, benefit) in new[] { ("fiscal", fiscal), ("public", all) })
            {
                var line = new PlainLine($"benefit_cost_ratio_{kind}{(isAfterBias ? "_after_bias" : "")}");
                var isThere = engine.Remove((option, scenario.Baseline.Name, line, null), out var actual);
                var error = slack / cost * (1.0 + Math.Abs(benefit / cost));
                ratios += isThere ? 1 : 0;
                if (Math.Abs(cost - HalfAPenny) <= slack)
                {
                    continue;
                }

                if (isThere != cost >= HalfAPenny || (isThere && !(Math.Abs(actual - (benefit / cost)) <= error)))
                {
                    problems.Add(
                        $"seed {seed}, {option}: {line.Measure}: engine {(isThere ? $"{actual:R}" : "none")}, plain {benefit:R}/{cost:R}"
                    );
                }
            }
        }

        void HoldPayback(string option, PlainWorth worth)
        {
            var row = engine.Keys.FirstOrDefault(key => key.Option == option && key.Item3.Measure == "payback_years");
            var year = worth.PaybackYear();
            if (row.Item4 != (year is { } y ? scenario.Horizon.YearAt(y).ToString() : null))
            {
                problems.Add($"seed {seed}, {option}: pays back in {row.Item4}, plain {year}");
            }

            if (row.Option is not null && engine.Remove(row, out var years) && years != year + 1)
            {
                problems.Add($"seed {seed}, {option}: pays back after {years} years, plain {year + 1}");
            }
        }
    }

    private static PlainAppraisal[]? Appraise(Scenario scenario)
    {
        try
        {
            return [.. scenario.Options.Select(option => new PlainAppraisal(scenario, option))];
        }
        catch (PlainEngineException)
        {
            return null;
        }
    }

    private static PlainLine LineOf(Observation row) => new(row.About.Measure)
    {
        Organisation = row.About.Organisation,
        Fund = row.About.Fund,
        Provider = row.About.Provider,
        Service = row.About.Service,
        Tier = row.About.Service.Length > 0 && row.About.Provider.Length > 0 ? "" : row.About.Tier,
        Area = row.About.Area,
        AgeBand = row.About.AgeBand,
        NeedState = row.About.NeedState,
    };
}
