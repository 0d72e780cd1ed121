using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

/// <summary>Draws that are left out are told wherever a range or a chance is, and what is left may not be told as if it were all.</summary>
public sealed class LeftOutTests
{
    // What a range or a chance of draws reads like.
    private static readonly string[] OfDraws =
    [
        "ikely range",
        "on average",
        "of 100 simulations",
        "p10",
        "p90",
        "of draws",
        "chance that",
        "percentile",
        "likeliest",
        "Monte Carlo",
    ];

    // What says of the program what ranges are, whether or not there are any.
    private static readonly string[] AboutRanges = ["Draws give a range", "run.json", "metadata", "run json", "overview json"];

    [TestCase(0, 1, "", DrawTelling.All)]
    [TestCase(
        1,
        1000,
        "1 of 1,000 simulations (0.1%) broke a rule and is left out, not clipped: the other 999 no longer have the spread that was stated.",
        DrawTelling.All
    )]
    [TestCase(
        20,
        1000,
        "20 of 1,000 simulations (2%) broke a rule and are left out, not clipped: the other 980 no longer have the spread that was stated.",
        DrawTelling.All
    )]
    [TestCase(
        21,
        1000,
        "21 of 1,000 simulations (2.1%) broke a rule and are left out, not clipped: the other 979 no longer have the spread that was stated, so that no headline tells a range.",
        DrawTelling.NoHeadline
    )]
    [TestCase(
        100,
        1000,
        "100 of 1,000 simulations (10%) broke a rule and are left out, not clipped: the other 900 no longer have the spread that was stated, so that no headline tells a range.",
        DrawTelling.NoHeadline
    )]
    [TestCase(
        101,
        1000,
        "101 of 1,000 simulations (10.1%) broke a rule and are left out, not clipped: the other 899 no longer have the spread that was stated, so that the run with central values is told alone.",
        DrawTelling.CentralAlone
    )]
    public void The_sentence_says_how_many_and_what_that_means(long leftOut, long made, string sentence, DrawTelling telling)
    {
        var count = new DrawCount(leftOut == 0 ? 1000 : made, leftOut);

        Assert.That((LeftOutText.Sentence(count), count.Telling), Is.EqualTo((sentence, telling)));
    }

    [Test]
    public void One_draw_says_why_it_tells_nothing()
    {
        var count = new DrawCount(1, 0);

        Assert.That(
            (LeftOutText.Sentence(count), LeftOutText.Counted(count, 7)),
            Is.EqualTo(
                ("One simulation has no range and no chance, so that the run with central values is told alone.", "1 simulation, seed 7")
            )
        );
    }

    [Test]
    public void One_draw_left_out_shows_up_in_every_medium([Range(1, 12)] int seed, [Values(1, 2, 9)] int leftOut)
    {
        if (ToldRun.Of(RandomScenario.Uncertain(seed), 60) is not { Draws.Used: > 1 } run || run.Draws.Count.LeftOut > 0)
        {
            Assert.Pass("An invariant stopped this one, or some of its draws.");
            return;
        }

        var without = run.Media();
        var with = run.LeavingOut(leftOut).Media();

        using (Assert.EnterMultipleScope())
        {
            foreach (var (medium, said) in with.Where(medium => medium.Key is not ("headline" or "comparison")))
            {
                var (one, other) = (OnOneLine(said), OnOneLine(without.GetValueOrDefault(medium, "")));
                Assert.That(one, Does.Contain("left out, not clipped").Or.Contain($", {leftOut} left out"), $"{medium}, seed {seed}");
                Assert.That(other, Does.Not.Contain("not clipped").And.Not.Contain($", {leftOut} left out"), $"{medium}, seed {seed}");
            }

            var rows = run.LeavingOut(leftOut).Tidy.Where(row => row.About.Measure == "draws_left_out").ToArray();
            Assert.That(rows.Select(row => row.About.Option), Is.EquivalentTo(run.Answers.Options.Select(option => option.Id.Name)));
            Assert.That(rows.Select(row => row.Value), Has.All.EqualTo(leftOut / (60.0 + leftOut)).Within(1e-12));
            Assert.That(run.Tidy.Where(row => row.About.Measure == "draws_left_out").Select(row => row.Value), Is.Not.Empty.And.All.Zero);
        }
    }

    [Test]
    public void Where_many_are_left_out_no_headline_and_no_title_tells_of_draws([Range(1, 12)] int seed)
    {
        if (ToldRun.Of(RandomScenario.Uncertain(seed), 60) is not { Draws.Used: > 1 } run || run.Draws.Count.LeftOut > 0)
        {
            Assert.Pass("An invariant stopped this one, or some of its draws.");
            return;
        }

        var central = (run with { Draws = null }).Evidence;
        var told = run.LeavingOut(3).Evidence;

        using (Assert.EnterMultipleScope())
        {
            // With draws there may be one more: of positions that are nothing with central values, and something in some draws.
            var titles = central.Pictures.ToDictionary(picture => picture.Name, picture => picture.Title);
            Assert.That(
                told.Pictures.Where(picture => picture.Name != "positions" || titles.ContainsKey(picture.Name))
                    .Select(picture => (picture.Name, picture.Title)),
                Is.EqualTo(titles.Select(title => (title.Key, title.Value))),
                $"seed {seed}"
            );
            Assert.That(
                told.Story.Answer.Select(sentence => sentence.ToString()),
                Has.None.Contains("likely range").And.None.Contains("of 100 simulations"),
                $"seed {seed}"
            );
            Assert.That(OverviewLine.Of(Headline.From(run.Answers), run.LeavingOut(3).Draws).Select(line => line.Range), Is.All.Null);
        }
    }

    [Test]
    public void Where_too_many_are_left_out_the_central_run_stands_alone([Range(1, 12)] int seed)
    {
        if (ToldRun.Of(RandomScenario.Uncertain(seed), 60) is not { } run)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        AssertCentralAlone(run.LeavingOut(41), run, seed);
    }

    [Test]
    public void One_draw_makes_no_claim_in_any_medium([Range(1, 24)] int seed)
    {
        if (ToldRun.Of(RandomScenario.Uncertain(seed), 1) is not { Draws.Used: 1 } run)
        {
            Assert.Pass("An invariant stopped this one.");
            return;
        }

        using (Assert.EnterMultipleScope())
        {
            AssertCentralAlone(run, run, seed);
            Assert.That(
                run.Tidy.Where(row => row.About.Statistic is not ("central" or "mean")).Select(row => row.About.Statistic),
                Is.Empty,
                $"seed {seed}"
            );
            Assert.That(
                run.Tidy.Where(row => row.About is { Unit: MeasureEntry.Probability, Measure: not "draws_left_out" })
                    .Select(row => row.About.Measure),
                Is.Empty,
                $"seed {seed}"
            );
            foreach (var file in (string[])["run json", "run.json"])
            {
                Assert.That(
                    run.Media()[file],
                    Does.Not.Contain("\"sd\"")
                        .And.Not.Contain("standard_error")
                        .And.Not.Contain("\"p5")
                        .And.Not.Contain("largest_error")
                        .And.Not.Contain("probability\":"),
                    $"{file}, seed {seed}"
                );
            }
        }
    }

    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static void AssertCentralAlone(ToldRun run, ToldRun before, int seed)
    {
        var central = (before with { Draws = null }).Evidence;
        var told = run.Evidence;
        using (Assert.EnterMultipleScope())
        {
            // With draws there may be one more: of positions that are nothing with central values, and something in some draws.
            var titles = central.Pictures.ToDictionary(picture => picture.Name, picture => picture.Title);
            Assert.That(
                told.Pictures.Where(picture => picture.Name != "positions" || titles.ContainsKey(picture.Name))
                    .Select(picture => (picture.Name, picture.Title)),
                Is.EqualTo(titles.Select(title => (title.Key, title.Value))),
                $"seed {seed}"
            );
            Assert.That(
                told.Pictures.Select(picture => picture.Marks.Length),
                Is.EqualTo(central.Pictures.Select(picture => picture.Marks.Length)),
                $"seed {seed}"
            );
            foreach (var (medium, said) in run.Media().Where(medium => !AboutRanges.Contains(medium.Key)))
            {
                Assert.That(OfDraws.Where(word => said.Contains(word, StringComparison.Ordinal)), Is.Empty, $"{medium}, seed {seed}");
            }
        }
    }
}
