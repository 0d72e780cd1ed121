using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Places;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Tests.Reporting;

namespace SystemSim.Tests;

/// <summary>A starter model tells no saving until the numbers that it needs are the place's own.</summary>
public sealed class StarterStampTests
{
    private const string Saving = "Pooled";

    private static readonly string Valid = File.ReadAllText(RepositoryFolder.At("scenarios/rejected/valid.yaml"));

    [Test]
    public void A_number_counts_as_local_by_its_source()
    {
        var starter = Read("starter: [organisations.council.reserves]").Starter!;
        var half = Read(
            "starter: [organisations.council.reserves]",
            ("general: £5m,", "general: {value: £5m, source: ours},"), ("sources:\n", "sources:\n  ours: {title: Our books, local: true}\n")
        ).Starter!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((starter.Local, starter.All, starter.IsWhole), Is.EqualTo((0, 2, false)));
            Assert.That((half.Local, half.All, half.IsWhole), Is.EqualTo((1, 2, false)));
            Assert.That(half.Missing, Is.EqualTo(["organisations.council.reserves"]));
        }
    }

    [Test]
    public void Once_all_are_local_it_is_a_model_like_any_other()
    {
        var whole = Read("starter: [organisations.council]", ("  panel: {", "  panel: {local: true, "));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole.Starter!.IsWhole, Is.True);
            Assert.That(ToldRun.Of(whole, draws: 0)!.Evidence.Stamp, Is.Null);
        }
    }

    [Test]
    public void What_is_told_of_a_starter_model_names_no_other_option_and_has_the_stamp()
    {
        var read = ReadStarter.Of(Councils.Find("Rutland").Found!);
        var headline = Headline.From(ReadStarter.Run(read, bySteps: false));
        var text = string.Join('\n', HeadlineText.Write(headline, int.MaxValue).Select(line => line.ToString()));

        Assert.That(text, Does.Contain("Starter model, ").And.Not.Contain(Saving));
    }

    [TestCase("Torbay", "26% of the NHS's money for its people. Shared rates and costs come to 3% more than what is spent on care. Do not")]
    [TestCase("Rutland", "")]
    public void How_much_nobody_has_explained_stands_on_the_first_page(string council, string words)
    {
        var read = ReadStarter.Of(Councils.Find(council).Found!);
        var answers = ReadStarter.Run(read, bySteps: false);
        var page = string.Join('\n', new ToldRun(answers, null).Evidence.Story.Trust);
        var terminal = string.Join(' ', HeadlineText.Write(Headline.From(answers), int.MaxValue).Select(line => line.Text.Trim()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("Its author warns: Not explained by shared rates and costs: ").And.Contain(words));
            Assert.That(terminal, Does.Contain("Its author warns: Not explained by shared rates and costs: ").And.Contain(words));
        }
    }

    [Test]
    public void An_author_warns_the_readers_of_any_scenario()
    {
        var told = ToldRun.Of(Read("cautions: [Nobody was asked., \"<b>Mind</b> the gap.\"]"), draws: 0)!.Evidence.Story.Trust;

        Assert.That(
            told.Take(2).Select(line => line.ToString()),
            Is.EqualTo(["Its author warns: Nobody was asked.", "Its author warns: <b>Mind</b> the gap."])
        );
    }

    private static Scenario Read(string starter, params (string From, string To)[] changes)
    {
        var text = changes.Aggregate($"{Valid}\n{starter}\n", (text, change) =>
            text.Replace(change.From, change.To, StringComparison.Ordinal)
        );
        var read = ScenarioReader.Read(new NamedTexts([KeyValuePair.Create("scenario.yaml", text)]), "scenario.yaml", []);
        Assert.That(read.Problems, Is.Empty);
        return read.Scenario!;
    }
}
