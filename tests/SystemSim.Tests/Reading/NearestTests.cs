using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

public sealed class NearestTests
{
    private static readonly string[] Verbs = ["init", "check", "run", "compare", "schema"];

    [TestCase("chek", "check")]
    [TestCase("comapre", "compare")]
    [TestCase("rum", "run")]
    [TestCase("shcema", "schema")]
    [TestCase("rnu", "run")]
    [TestCase("RUN", "run")]
    [TestCase("optimise", null)]
    public void The_nearest_word_is_found_where_one_is_near(string written, string? nearest)
    {
        Assert.That(Nearest.To(written, Verbs), Is.EqualTo(nearest));
    }

    [Test]
    public void Two_letters_that_changed_places_are_one_slip()
    {
        Assert.That(Nearest.Several("tset", ["test", "tent", "rest"]), Is.EqualTo(["test"]));
    }

    [Test]
    public void What_is_too_long_to_be_a_slip_is_not_compared()
    {
        Assert.That(Nearest.To(new string('a', 65), [new string('a', 64)]), Is.Null);
    }
}
