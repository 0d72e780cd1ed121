using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class HarmlessTests
{
    [TestCase("A\tB\nC", "A B C")]
    [TestCase("evil\u202Egpj.exe", "evilgpj.exe")]
    [TestCase("\u2067left open", "left open")]
    [TestCase("\u0000\u001B[31m", "  [31m")]
    [TestCase("مدينة", "\u2068مدينة\u2069")]
    [TestCase("<b>&amp;</b>", "<b>&amp;</b>")]
    public void Text_turns_nothing_around(string text, string harmless) => Assert.That(Harmless.Text(text), Is.EqualTo(harmless));

    [Test]
    public void Half_a_letter_is_replaced() => Assert.That(Harmless.Text("a\uD800b"), Is.EqualTo("a\uFFFDb"));
}
