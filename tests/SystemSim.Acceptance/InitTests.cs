using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>init</c>: a place to start from.</summary>
public sealed class InitTests
{
    [Test]
    public void A_new_place_is_sound_sourced_and_can_be_run()
    {
        using var here = new Workplace();

        var made = here.Call("init", "place");
        var check = here.Call("check", "place", "--strict", "--expect");
        var run = here.Call("run", "place");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.ExitCode, check.ExitCode, run.ExitCode), Is.EqualTo((0, 0, 0)), made.Errors + check.Errors + run.Errors);
            Assert.That(check.Errors, Is.Empty);
            Assert.That(here.Files(), Does.Contain("place/scenario.yaml").And.Contain("results/place/run.json"));
        }
    }

    [Test]
    public void A_folder_that_holds_anything_is_refused()
    {
        using var here = new Workplace();

        var call = here.With("place/notes.txt", "mine").Call("init", "place");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(5));
            Assert.That(call.Errors, Does.StartWith("place: "));
            Assert.That(here.Files(), Is.EqualTo(["place/notes.txt"]));
        }
    }

    [Test]
    public void Without_a_name_the_folder_has_one_all_the_same()
    {
        using var here = new Workplace();

        var call = here.Call("init", "--json");

        using var answer = JsonDocument.Parse(call.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.RootElement.GetProperty("folder").GetString(), Is.EqualTo("my-place"));
            Assert.That(here.Files(), Does.Contain("my-place/scenario.yaml"));
        }
    }
}
