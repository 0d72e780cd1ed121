using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary><c>sensitivity</c>: which uncertain numbers an answer rests on.</summary>
public sealed class SensitivityTests
{
    private static readonly string Uncertain = Town.With("cost: {unit: £100, year: 2026/27}", "cost: {unit: {value: £100, low: £80, high: £130}, year: 2026/27}")
        .Replace("running: £500 a year", "running: {value: £500 a year, low: £400 a year, high: £700 a year}", StringComparison.Ordinal);

    [Test]
    public void The_widest_number_comes_first()
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Uncertain).Call("sensitivity", "town.yaml", "--against", "none", "--option", "pooled");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((call.ExitCode, call.Errors), Is.EqualTo((0, "")));
            Assert.That(call.Lines[1], Is.EqualTo("spend, all years: pooled"));
            Assert.That(call.Lines.First(line => line.StartsWith("services", StringComparison.Ordinal)), Does.StartWith("services.care.cost.unit"));
            Assert.That(here.Files(), Has.Exactly(1).Items);
        }
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bytes([Values("1", "2", "3")] string threads)
    {
        using var here = new Workplace();
        here.With("town.yaml", Uncertain);

        var call = here.Call("sensitivity", "town.yaml", "--json", "--threads", threads);

        using var json = JsonDocument.Parse(call.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Output, Is.EqualTo(here.Call("sensitivity", "town.yaml", "--json").Output));
            Assert.That(json.RootElement.GetProperty("bars").GetArrayLength(), Is.EqualTo(2));
        }
    }

    [TestCase("--measure spent", "systemsim: there is no measure 'spent'.")]
    [TestCase("--measure position", "systemsim: 'position' is what there is at the end of a year, and no year is named.")]
    [TestCase("--year 1999/00", "systemsim: '1999/00' is not a financial year that is run.")]
    [TestCase("--where place=here", "systemsim: --where takes column=name, each column once, not 'place=here'.")]
    [TestCase("--where organisation=nobody", "town.yaml: neither siloed nor pooled has spend of this.")]
    [TestCase("--option poled", "town.yaml: there is no option 'poled'.")]
    public void What_is_wrong_is_said(string options, string says)
    {
        using var here = new Workplace();

        var call = here.With("town.yaml", Uncertain).Call(["sensitivity", "town.yaml", .. options.Split(' ')]);

        Assert.That((call.ExitCode, call.Errors.Split('\n')[0]), Is.EqualTo((2, says)));
    }
}
