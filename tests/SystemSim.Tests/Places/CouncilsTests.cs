using NUnit.Framework;
using SystemSim.Places;

namespace SystemSim.Tests;

/// <summary>Councils are found by whatever people call them.</summary>
public sealed class CouncilsTests
{
    [Test]
    public void There_are_151()
    {
        Assert.That(Councils.All.Select(council => council.Code).Distinct().Count(), Is.EqualTo(151));
    }

    [TestCase("Torbay", "E06000027")]
    [TestCase("TORBAY", "E06000027")]
    [TestCase("e06000027", "E06000027")]
    [TestCase("City of Bristol", "E06000023")]
    [TestCase("bristol, city of", "E06000023")]
    [TestCase("Bristol City Council", "E06000023")]
    [TestCase("Hull", "E06000010")]
    [TestCase("Kingston upon Hull", "E06000010")]
    [TestCase("Durham", "E06000047")]
    [TestCase("County Durham", "E06000047")]
    [TestCase("St Helens", "E08000013")]
    [TestCase("BCP", "E06000058")]
    [TestCase("Stoke on Trent", "E06000021")]
    [TestCase("E08000038", "E08000016")]
    [TestCase("Kensington & Chelsea", "E09000020")]
    [TestCase("Royal Borough of Kensington and Chelsea", "E09000020")]
    public void A_council_is_found_by_name_and_by_code(string written, string code)
    {
        Assert.That(Councils.Find(written).Found?.Code, Is.EqualTo(code));
    }

    [TestCase("Exeter", "Exeter is a district: social care is paid for by its county, Devon.")]
    [TestCase(
        "king's lynn and west norfolk",
        "king's lynn and west norfolk is a district: social care is paid for by its county, Norfolk."
    )]
    [TestCase(
        "city of london",
        "no starter model can be made of the City of London: most of its figures are not published, or are those of a place where few live and many work."
    )]
    [TestCase(
        "E06000053",
        "no starter model can be made of the Isles of Scilly: with 2,000 people its figures of care are not published, and its hospitals are Cornwall's."
    )]
    public void A_district_is_told_its_county_and_a_place_too_small_the_reason(string written, string why)
    {
        Assert.That(Councils.Find(written), Is.EqualTo(((Council?)null, why)));
    }

    [TestCase("plymoth")]
    [TestCase("Cardiff")]
    [TestCase("")]
    public void Another_name_is_not_known(string written)
    {
        Assert.That(Councils.Find(written), Is.EqualTo(((Council?)null, (string?)null)));
    }

    [Test]
    public void No_two_names_are_taken_for_one_another()
    {
        var names = Councils.All.SelectMany(council => new[] { council.Name, council.Code, council.AlsoCalled ?? council.Name })
            .Concat(FigureTable.Open("districts").Rows.Select(row => row["district"]))
            .Distinct();

        Assert.That(names.GroupBy(Councils.Folded).Where(same => same.Count() > 1 && same.Select(Of).Distinct().Count() > 1), Is.Empty);

        static string Of(string name) => Councils.Find(name) is var (found, why) ? found?.Code ?? why! : "";
    }
}
