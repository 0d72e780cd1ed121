using NUnit.Framework;
using SystemSim.Runs;

namespace SystemSim.Tests.Host;

public sealed class NearestTests
{
    private static readonly string[] Verbs = ["init", "check", "run", "compare", "schema"];

    [TestCase("chek", "check")]
    [TestCase("comapre", "compare")]
    [TestCase("rum", "run")]
    [TestCase("shcema", "schema")]
    [TestCase("optimise", null)]
    public void The_nearest_word_is_found_where_one_is_near(string written, string? nearest)
    {
        Assert.That(Nearest.To(written, Verbs), Is.EqualTo(nearest));
    }
}
