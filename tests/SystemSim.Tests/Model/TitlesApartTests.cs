using System.Text.RegularExpressions;
using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Tests.Reporting;

namespace SystemSim.Tests;

public sealed class TitlesApartTests
{
    [Test]
    public void Two_of_one_title_are_followed_by_their_names_and_others_are_not()
    {
        var titles = TitlesApart.Of([("council", "Council"), ("nhs", "council "), ("trust", "Trust")]);

        Assert.That(
            titles,
            Is.EquivalentTo(
                new Dictionary<string, string>
                {
                    ["council"] = "Council (council)",
                    ["nhs"] = "council  (nhs)",
                    ["trust"] = "Trust",
                }
            )
        );
    }

    [Test]
    public void A_title_that_another_becomes_is_told_apart_too()
    {
        var titles = TitlesApart.Of([("a", "X"), ("b", "X"), ("c", "X (a)")]);

        Assert.That(titles, Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "X (a)", ["b"] = "X (b)", ["c"] = "X (a) (c)" }));
    }

    [Test]
    public void Whatever_titles_there_are_what_is_printed_is_unique([Range(1, 300)] int seed)
    {
        var random = new Random(seed);
        string[] parts = ["A", "a", "_", " ", "(n1)", "(n2)", "\u200e"];
        var named = Enumerable
            .Range(1, 6)
            .Select(row => ($"n{row}", string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => parts[random.Next(parts.Length)]))))
            .ToArray();

        Assert.That(TitlesApart.Of(named).Values.Select(TitlesApart.KeyOf), Is.Unique, $"seed {seed}");
    }

    [Test]
    public void A_pool_takes_no_title_from_an_organisation()
    {
        var scenario = TitlesApart.In(PooledTown(organisation: "pool"));

        Assert.That(scenario.BaselineOption.Place.Organisations.Select(body => body.Title), Is.EqualTo(["pool (council)", "nhs"]));
    }

    [Test]
    public void What_has_titles_of_its_own_stays_as_it_is([Range(1, 30)] int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var options = scenario with { Options = [.. scenario.Options.Select((option, row) => option with { Title = $"Option {row}" })] };

        Assert.That(
            TitlesApart.In(options).Options.Select(option => option.Title),
            Is.EqualTo(options.Options.Select(option => option.Title))
        );
    }

    [Test]
    public void In_every_medium_what_has_one_title_has_its_name_in_brackets([Range(1, 15)] int seed, [Values(0, 12)] int draws)
    {
        var scenario = TitlesApart.In(OfFewTitles(RandomScenario.Make(seed)));
        if (ToldRun.Of(scenario, draws) is not { } run)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        var places = scenario.Options.SelectMany(option => option.Places).ToArray();
        (string Title, int Number)[] kinds =
        [
            ("Pairs", scenario.Options.Length),
            ("Twins", places.SelectMany(place => place.Organisations).Select(body => body.Id).Distinct().Count()),
            ("Doubles", places.SelectMany(place => place.Services).Select(service => service.Id).Distinct().Count()),
            ("Copies", places.Select(place => place.Governance.Id).Distinct().Count()),
        ];
        var bare = new Regex($@"({string.Join('|', kinds.Where(kind => kind.Number > 1).Select(kind => kind.Title))})(?!\s*\([a-z])");
        using (Assert.EnterMultipleScope())
        {
            foreach (var (medium, said) in run.Media())
            {
                var text = Regex.Replace(said, "<[^>]+>", " ");
                Assert.That(
                    bare.Matches(text)
                        .Select(found =>
                            text.Substring(Math.Max(0, found.Index - 40), Math.Min(90, text.Length - Math.Max(0, found.Index - 40)))
                        ),
                    Is.Empty,
                    $"{medium}, seed {seed}"
                );
            }
        }
    }

    /// <summary>A scenario in which all things of a kind have one title.</summary>
    private static Scenario OfFewTitles(Scenario scenario) => scenario with
    {
        Options =
        [
            .. scenario.Options.Select(option => option.WithPlaces(place => place with
            {
                Organisations = [.. place.Organisations.Select(body => body with { Title = "Twins" })],
                Services = [.. place.Services.Select(service => service with { Title = "Doubles" })],
                Governance = place.Governance with { Title = "Copies" },
            }) with { Title = "Pairs" }),
        ],
    };

    private static Scenario PooledTown(string organisation)
    {
        var town = Analysis.PooledTown.Scenario;
        return town.WithBody(SmallScenarios.Council, body => body with { Title = organisation });
    }
}
