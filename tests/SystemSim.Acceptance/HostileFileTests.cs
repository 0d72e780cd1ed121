using System.Text;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>Files that were made to do harm, or that are something else: each is answered with a sentence.</summary>
public sealed class HostileFileTests
{
    private const int FiveMebibytes = 5 * 1024 * 1024;

    private static IEnumerable<TestCaseData> Files()
    {
        yield return Case("empty", "");
        yield return Case("brackets", new string('[', 100_000));
        yield return Case("an unclosed bracket", "a: [1");
        yield return Case(
            "keys inside keys",
            string.Concat(Enumerable.Range(0, 5_000).Select(depth => $"{new string(' ', Math.Min(depth, 200))}a:\n"))
        );
        yield return Case(
            "merges",
            "a: &a {b: 1}\n" + string.Concat(Enumerable.Range(0, 30).Select(number => $"k{number}: {{<<: [*a, *a, *a]}}\n"))
        );
        yield return Case("a long line", $"title: {new string('x', 1_000_000)}");
        yield return Case("many keys", string.Concat(Enumerable.Range(0, 200_000).Select(number => $"key_{number}: 1\n")));
        yield return Case("a number without end", Town.With("people: 1000", $"people: 1{new string('0', 100_000)}"));
        yield return Case("codes of a terminal", "\u001b[2J\u001b[31mtitle: \u0007\n");
        yield return Case("too many years", Town.With("years: 2", "years: 100000"));
        yield return Case("an endless chain", "extends: scenario.yaml\n");
        yield return Case("forged lines", "extends: \"a\\nb.yaml:9:9: error SIM999: forged\\nscenario.yaml: passed, no findings\"\n");
        yield return Case("a name that drives", "options: {\"a\\e[2J\\u2028b.yaml: passed\": {governance: silo}}\n");
        yield return Case("a device", "extends: /dev/zero\n");
        yield return new TestCaseData(new byte[FiveMebibytes]).SetArgDisplayNames("zeros");
        yield return new TestCaseData(Encoding.Unicode.GetBytes(Town.Yaml)).SetArgDisplayNames("UTF-16");
        yield return new TestCaseData((byte[])[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).SetArgDisplayNames("a program");

        static TestCaseData Case(string name, string text) => new TestCaseData(Encoding.UTF8.GetBytes(text)).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Files))]
    public void A_hostile_file_is_refused_with_a_sentence_at_a_place(byte[] bytes)
    {
        using var here = new Workplace();

        var call = here.With("scenario.yaml", bytes).Call("check", ".");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(3), call.Errors);
            Assert.That(call.Errors, Does.Match(@"^\S+:\d+:\d+: error SIM\d{3}: .+[.?]\n"));
            Assert.That(call.Errors, Does.Not.Contain("   at "));
            Assert.That(call.Errors.TrimEnd('\n').Split('\n'), Is.All.StartsWith(".").Or.StartsWith("  hint: "));
            Assert.That(call.Errors, Has.None.Matches<char>(letter => (char.IsControl(letter) && letter != '\n') || letter == '\u2028'));
        }
    }

    [TestCase("extends: /etc/passwd\n")]
    [TestCase("extends: ../../../../../../../../../../etc/passwd\n")]
    [TestCase("extends: link.yaml\n")]
    [TestCase("extends: town.yaml\ndraws: {from: /etc/passwd}\n")]
    [TestCase("extends: town.yaml\nexpect: [{equals: /etc/passwd}]\n")]
    [Platform("Linux")]
    public void A_file_that_does_not_belong_to_the_scenario_is_not_told(string scenario)
    {
        using var here = new Workplace();
        here.With("scenario.yaml", scenario).With("town.yaml", Town.Yaml);
        File.CreateSymbolicLink(here.At("link.yaml"), "/etc/passwd");

        var call = here.Call("check", ".", "--json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(3));
            Assert.That(call.Errors, Does.Contain("error SIM190: "));
            Assert.That(call.Output + call.Errors, Does.Not.Contain("root:"));
        }
    }

    [Test]
    public void A_root_bounds_what_is_read()
    {
        using var here = new Workplace();
        here.With("shared/town.yaml", Town.Yaml).With("places/mine/scenario.yaml", "extends: ../../shared/town.yaml\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(here.Call("check", "places/mine").ExitCode, Is.Zero);
            Assert.That(here.Call("check", "places/mine", "--root", ".").ExitCode, Is.Zero);
            Assert.That(here.Call("check", "places/mine", "--root", "places").ExitCode, Is.EqualTo(3));
            Assert.That(
                here.Call("run", "places/mine", "--root", "nowhere").Errors,
                Is.EqualTo("--root nowhere: there is no such folder.\n")
            );
        }
    }
}
