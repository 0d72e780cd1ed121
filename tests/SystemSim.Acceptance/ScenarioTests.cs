using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>The repository's own scenarios, through the program.</summary>
public sealed class ScenarioTests
{
    // One in so many of the refused scenarios: all of them are read in process by the tests of the reader.
    private const int OneIn = 25;

    private static readonly Lazy<ProgramCall> AllChecked = new(() =>
        ProgramCall.In(Repository.Scenarios, ["check", "--expect", .. Sound()])
    );

    private static string[] Sound() => [.. Repository.Named("features"), .. Repository.Named("places")];

    private static IEnumerable<string> Refused() => Repository.Named("rejected").Where((_, index) => index % OneIn == 0);

    [TestCaseSource(nameof(Sound))]
    public void A_scenario_is_sound_and_comes_out_as_it_says(string name)
    {
        Assert.That(AllChecked.Value.Lines, Has.Some.StartsWith($"{name}: passed"), AllChecked.Value.Errors);
    }

    [Test]
    public void All_of_them_pass_together()
    {
        Assert.That(AllChecked.Value.ExitCode, Is.Zero, AllChecked.Value.Errors);
    }

    [TestCaseSource(nameof(Refused))]
    public void A_refused_scenario_is_refused_in_the_words_beside_it(string name)
    {
        var folder = Path.Combine(Repository.Scenarios, name);

        var call = ProgramCall.In(folder, "check", "scenario.yaml");

        // Findings come first: the scenario from which all take the rest has some.
        var expected = File.ReadAllText(Path.Combine(folder, "expected.txt"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(3));
            Assert.That(call.Errors, Does.EndWith(expected));
            Assert.That(call.Errors[..^expected.Length], Does.Not.Contain("error"));
        }
    }
}
