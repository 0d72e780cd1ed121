using System.Text;
using NUnit.Framework;
using SystemSim.OnsTables;
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
            Assert.That(council.PeopleFrom!.Where, Is.EqualTo(["rows 2 to 111", "rows 20 to 158", "rows 67 to 168", "rows 77 to 184"]));
            Assert.That(council.PeopleFrom.Sha256, Has.Length.EqualTo(64));
        }
    }

    [TestCase("projection_five_years.csv")]
    [TestCase("projection_five_years.xlsx")]
    public void A_projection_in_groups_of_five_years_parts_15_to_19_at_18(string file)
    {
        var people = Read(file).Projected[2025];

        Assert.That(people, Is.EqualTo(new ByAge(18_000, 47_000, 10_000, 16_000)));
    }

    [Test]
    public void A_workbook_gives_what_its_sheet_saved_as_CSV_gives_and_names_the_sheet()
    {
        var (book, csv) = (Read("projection_five_years.xlsx"), Read("projection_five_years.csv"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(book.Projected, Is.EqualTo(csv.Projected));
            Assert.That(book.PeopleFrom!.Where, Is.EqualTo(csv.PeopleFrom!.Where.Select(rows => $"sheet Persons, {rows}")));
        }
    }

    [TestCase(new byte[] { 0x50, 0x4B, 3, 4, 0, 0 }, "it is no workbook that can be read")]
    [TestCase(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }, "it is a workbook in the format of before 2007")]
    [TestCase(new byte[] { }, "its columns are of no layout that is known")]
    public void A_file_that_is_no_table_is_refused(byte[] bytes, string sentence) =>
        Assert.That(() => OnsPeople.In(Torbay, "people.xlsx", bytes), Throws.TypeOf<OnsTableException>().With.Message.Contains(sentence));

    [Test]
    public void A_workbook_that_is_cut_off_or_changed_anywhere_is_read_or_refused()
    {
        var whole = Bytes("projection_five_years.xlsx");
        var refused = 0;
        for (var at = 4; at < whole.Length; at += 7)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x55;
            foreach (var bytes in (byte[][])[whole[..at], changed])
            {
                try
                {
                    OnsPeople.In(Torbay, "people.xlsx", bytes);
                }
                catch (OnsTableException)
                {
                    refused++;
                }
            }
        }

        Assert.That(refused, Is.Positive);
    }

    [TestCase("estimates.csv", 1020)]
    [TestCase("nomis.csv", 1020)]
    [TestCase("estimates_ages_across.xlsx", 1020)]
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
    [TestCase("projection_five_years.xlsx")]
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
                Assert.That(title, Does.Contain(file).And.Contain(council.PeopleFrom!.Sha256).And.Contain("row"));
            }
        }
    }

    [TestCase("AREA_CODE,", "AREA,", "its columns are of no layout that is known")]
    [TestCase("E06000027", "E06000099", "no row is about Torbay (E06000027). It has 2 codes, such as E06000026, E06000099.")]
    [TestCase("2036", "2035", "it has no people for 2036: its years are 2025, 2026, 2027, 2028, 2031, 2035.")]
    [TestCase(",70,500", ",70,many", "has 'many' in 2025, which is no number of people.")]
    [TestCase(",66,", ",All,", "it has nobody of age 66 in Torbay")]
    [TestCase("90 and over", "All", "it has nobody of age 90 in Torbay")]
    [TestCase("females,70,", "males,70,", "are about the same people of Torbay (E06000027) in 2025.")]
    [TestCase("females,", "others,", "it has no females of age 0 in Torbay (E06000027) in 2025, and no row of persons.")]
    [TestCase(",70,500", ",70,-500", "has '-500' in 2025, which is no number of people.")]
    public void What_is_wrong_gets_a_sentence(string from, string to, string sentence)
    {
        var text = Encoding.UTF8.GetString(Bytes("projection_single_years.csv")).Replace(from, to, StringComparison.Ordinal);

        Assert.That(
            () => OnsPeople.In(Torbay, "snpp.csv", Encoding.UTF8.GetBytes(text)),
            Throws.TypeOf<OnsTableException>().With.Message.Contains(sentence)
        );
    }

    [Test]
    public void An_estimate_of_another_year_is_refused()
    {
        var text = Encoding.UTF8.GetString(Bytes("estimates.csv")).Replace("2024", "2022", StringComparison.Ordinal);

        Assert.That(
            () => OnsPeople.In(Torbay, "mye.csv", Encoding.UTF8.GetBytes(text)),
            Throws
                .TypeOf<OnsTableException>()
                .With.Message.EqualTo("it has no estimate for 2024 or 2025: its years are 2022, 2023.")
        );
    }

    private static Council Read(string file) => OnsPeople.In(Torbay, file, Bytes(file));

    private static byte[] Bytes(string file) => File.ReadAllBytes(RepositoryFolder.At($"tests/SystemSim.Tests/Places/samples/{file}"));
}
