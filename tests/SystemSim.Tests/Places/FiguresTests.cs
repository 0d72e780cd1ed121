using System.Globalization;
using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Places;

namespace SystemSim.Tests;

/// <summary>Official figures as the program carries them, against totals and against what they are taken from.</summary>
public sealed class FiguresTests
{
    // The largest difference at 65 and over that was seen; the range that starter models state is 2%.
    private const double LargestSeen = 0.022;

    private static readonly string[] Ages = ["0-17", "18-64", "65-74", "75+"];

    [Test]
    public void Sums_are_those_of_England()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(England.Figures.People.All, Is.EqualTo(58_620_101));
            Assert.That(England.Figures.Registered, Is.EqualTo(63_849_324).Within(10));
            Assert.That(FigureTable.Open("flows").Rows.Sum(row => row.Number("births")), Is.EqualTo(612_320).Within(100));
            Assert.That(
                FigureTable.Open("people_projected").Rows.Where(row => row["mid_year"] == "2026").Sum(row => row.Ages().All),
                Is.EqualTo(59_137_100).Within(60)
            );
        }
    }

    [Test]
    public void Projected_people_are_as_near_to_those_of_ONS_as_is_said()
    {
        var lines = File.ReadLines(RepositoryFolder.At("tests/SystemSim.Tests/Places/projection_by_ons.csv")).Skip(1);
        var hackney = Councils.Find("Hackney").Found!.Code;
        var off = lines.Select(line => line.Split(',')).Where(cells => cells[0] != hackney).Select(Off).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(off, Has.Length.GreaterThan(100));
            Assert.That(off.Where(one => one.IsOld).Select(one => one.Share), Is.All.LessThanOrEqualTo(LargestSeen));
            Assert.That(off.Where(one => !one.IsOld).Select(one => one.Share), Is.All.LessThanOrEqualTo(0.05));
            Assert.That(off.Count(one => one.Share <= (one.IsOld ? 0.02 : 0.04)), Is.GreaterThan(0.9 * off.Length));
        }

        static (bool IsOld, double Share) Off(string[] cells)
        {
            var people = Councils.Find(cells[0]).Found!.Projected[int.Parse(cells[1], CultureInfo.InvariantCulture)];
            double[] byAge = [people.Children, people.WorkingAge, people.Older, people.Oldest];
            var ours = cells[2] == "all" ? people.All : byAge[Ages.IndexOf(cells[2])];
            var theirs = double.Parse(cells[3], CultureInfo.InvariantCulture);
            return (cells[2] is "65-74" or "75+", Math.Abs(ours / theirs - 1.0));
        }
    }

    [Test]
    public void Shared_rates_are_those_of_the_shared_files()
    {
        var place = ReadStarter.Of(Councils.Find("Torbay").Found!).Scenario!.BaselineOption.Place;
        using (Assert.EnterMultipleScope())
        {
            foreach (var row in FigureTable.Open("shared_rates").Rows)
            {
                var rates = England.Figures.Rates(row["service"]);
                double[] expected = [rates.Children, rates.WorkingAge, rates.Older, rates.Oldest];
                var demand = place.Services.Single(known => known.Id.Name == row["service"]).Demand!;
                Assert.That(RatesByAge(place.People, demand), Is.EqualTo(expected).AsCollection.Within(1e-5), row["service"]);
            }
        }
    }

    [Test]
    public void Shared_costs_are_what_a_run_pays_for_a_contact()
    {
        var answers = ReadStarter.Run(ReadStarter.Of(Councils.Find("Torbay").Found!), bySteps: false);
        using (Assert.EnterMultipleScope())
        {
            foreach (
                var service in FigureTable
                    .Open("shared_rates")
                    .Rows.Where(row => row["cost_2026_27"].Length > 0)
                    .Select(row => row["service"])
            )
            {
                var cost = FirstYear("provider_cost", service) / FirstYear("delivered", service);
                Assert.That(cost, Is.EqualTo(England.Figures.Cost(service)).Within(0.01).Percent, service);
            }
        }

        double FirstYear(string measure, string service) =>
            answers
                .Rows("siloed", "", measure, service)
                .First(row => row.Year == "2026/27" && row.About.PriceBase is "" or "nominal")
                .Value;
    }

    /// <summary>What a person of each age asks in a year: shares of need states times their rates, without the place's own level.</summary>
    private static double[] RatesByAge(Population people, Demand demand) =>
    [
        .. people.Start.Select((start, age) =>
            start.Need.Select((share, need) => share.Value * (demand.Rates[(age * people.Need.Length) + need]?.Value ?? 0.0)).Sum()),
    ];
}
