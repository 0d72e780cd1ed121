using System.Text;
using NUnit.Framework;
using SystemSim.Places;

namespace SystemSim.Tests;

/// <summary>Tables of the ONS's as published, small and made up: people by band, and where each number was read.</summary>
public sealed class OnsPeopleTests
{
    private static readonly Council Torbay = Councils.Find("Torbay").Found!;

    [Test]
    public void A_projection_by_single_years_is_added_up_over_ages_and_sexes()
    {
        var council = Read("projection_single_years.csv");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(council.Projected[2025], Is.EqualTo(new ByAge(18_000, 47_000, 10_000, 16_000)));
            Assert.That(council.Projected[2036].Older, Is.EqualTo(2 * 10 * 505));
            Assert.That(council.PeopleFrom!.Rows, Is.EqualTo([(2, 111), (20, 158), (67, 168), (77, 184)]));
            Assert.That(council.PeopleFrom.Sha256, Has.Length.EqualTo(64));
        }
    }

    [Test]
    public void A_projection_in_groups_of_five_years_parts_15_to_19_at_18()
    {
        var people = Read("projection_five_years.csv").Projected[2025];

        Assert.That(people, Is.EqualTo(new ByAge(18_000, 47_000, 10_000, 16_000)));
    }

    [TestCase("estimates.csv", 1020)]
    [TestCase("nomis.csv", 1020)]
    public void An_estimate_takes_the_projection_to_itself(string file, double each)
    {
        var council = Read(file);
        var model = new StarterModel(council);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(council.Estimated, Is.EqualTo(new ByAge(18 * each, 47 * each, 10 * each, 16 * each)));
            Assert.That(model.PeopleIn(2025).All, Is.EqualTo(91 * each).Within(1e-6));
        }
    }

    [TestCase("projection_single_years.csv")]
    [TestCase("estimates.csv")]
    public void A_starter_model_names_file_rows_and_hash_at_each_number(string file)
    {
        var council = Read(file);
        var read = ReadStarter.Of(council);
        Assert.That(read.Strictly().Problems, Is.Empty);

        var scenario = read.Scenario!;
        using (Assert.EnterMultipleScope())
        {
            foreach (var start in scenario.BaselineOption.Place.People.Start)
            {
                var title = scenario.Sources.Single(source => source.Id == start.People.Source).Title;
                Assert.That(title, Does.Contain(file).And.Contain(council.PeopleFrom!.Sha256).And.Contain("rows "));
            }
        }
    }

    [TestCase("AREA_CODE,", "AREA,", "its columns are of no layout that is known")]
    [TestCase("E06000027", "E06000099", "no row is about Torbay (E06000027). It has 2 codes, such as E06000026, E06000099.")]
    [TestCase("2036", "2035", "it has no people for 2036: its years are 2025, 2026, 2027, 2028, 2031, 2035.")]
    [TestCase(",70,500", ",70,many", "has 'many' in 2025, which is no number of people.")]
    [TestCase(",66,", ",All,", "it has nobody of age 66 in Torbay")]
    [TestCase("90 and over", "All", "it has nobody of age 90 in Torbay")]
    public void What_is_wrong_gets_a_sentence(string from, string to, string sentence)
    {
        var text = Encoding.UTF8.GetString(Bytes("projection_single_years.csv")).Replace(from, to, StringComparison.Ordinal);

        Assert.That(
            () => OnsPeople.In(Torbay, "snpp.csv", Encoding.UTF8.GetBytes(text)),
            Throws.TypeOf<PeopleFileException>().With.Message.StartsWith("snpp.csv: ").And.Message.Contains(sentence)
        );
    }

    [Test]
    public void An_estimate_of_another_year_is_refused()
    {
        var text = Encoding.UTF8.GetString(Bytes("estimates.csv")).Replace("2024", "2022", StringComparison.Ordinal);

        Assert.That(
            () => OnsPeople.In(Torbay, "mye.csv", Encoding.UTF8.GetBytes(text)),
            Throws
                .TypeOf<PeopleFileException>()
                .With.Message.EqualTo("mye.csv: it has no estimate for 2024 or 2025: its years are 2022, 2023.")
        );
    }

    private static Council Read(string file) => OnsPeople.In(Torbay, file, Bytes(file));

    private static byte[] Bytes(string file) => File.ReadAllBytes(RepositoryFolder.At($"tests/SystemSim.Tests/Places/samples/{file}"));
}
