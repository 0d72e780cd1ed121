using System.Collections.Immutable;
using System.Text;
using NUnit.Framework;
using SystemSim.Places;
using SystemSim.Planning;
using SystemSim.Runs;

namespace SystemSim.Tests;

/// <summary>A sweep draws what is national once for all places, and tells of groups alone.</summary>
public sealed class SweepTests
{
    private const int Draws = 20;

    private static readonly string[] Names = ["Rutland", "Torbay", "Hackney"];

    private static readonly Lazy<Task<ImmutableArray<SweptPlace>>> Swept = new(() => Run(threads: 2));

    [Test]
    public void National_numbers_have_one_stream_in_all_places_and_local_ones_one_in_each()
    {
        var (one, other) = (StreamsOf("Rutland"), StreamsOf("Torbay"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                one["services.community_links.effects.demand ae.less"],
                Is.EqualTo(other["services.community_links.effects.demand ae.less"])
            );
            Assert.That(one["prices.indices.care_costs.growth"], Is.EqualTo(other["prices.indices.care_costs.growth"]));
            Assert.That(one["people.start.75+.people"], Is.Not.EqualTo(other["people.start.75+.people"]));
            Assert.That(one["organisations.council.reserves.general"], Is.Not.EqualTo(other["organisations.council.reserves.general"]));
        }
    }

    [Test]
    public void Every_local_number_is_there()
    {
        var names = StreamsOf("Torbay").Keys;

        Assert.That(
            SweepPlaces.LocalNumbers.Where(path =>
                !names.Any(name => name == path || name.StartsWith($"{path}.", StringComparison.Ordinal))
            ),
            Is.Empty
        );
    }

    [Test]
    public async Task Places_are_added_up_draw_by_draw()
    {
        var places = await Swept.Value;
        var all = SweepSummary.Groups(places)[^1];
        var sums = Enumerable.Range(1, Draws).Select(row => places.Sum(place => place.Spent[row])).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(places.Select(place => place.Draws.Length), Is.All.EqualTo(Draws + 1));
            Assert.That(all.Spent.Mean, Is.EqualTo(sums.Average()).Within(1e-9).Percent);
            Assert.That((all.Spent.P10, all.Spent.P90), Is.EqualTo((DrawnSum.Of(sums).P10, DrawnSum.Of(sums).P90)));
            Assert.That(SweepSummary.Widening(places), Is.GreaterThan(1.0));
        }
    }

    [Test]
    public async Task Threads_change_nothing_and_no_council_is_named()
    {
        var places = await Swept.Value;
        var again = await Run(threads: 1);
        var told = Encoding.UTF8.GetString(SweepTold.Csv(places));
        var page = SweepTold.Page(places, Draws);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(SweepTold.Csv(again)), Is.EqualTo(told));
            var cells = page.Tables.SelectMany(table => table.Rows).SelectMany(row => row);
            var words = string.Join(' ', [told, .. page.Sentences, .. cells]);
            Assert.That(Names.Where(name => words.Contains(name, StringComparison.Ordinal)), Is.Empty);
        }
    }

    private static Task<ImmutableArray<SweptPlace>> Run(int threads) =>
        SweepPlaces.Run(
            [.. Names.Select(name => Councils.Find(name).Found!)],
            ReadStarter.SharedFiles.Select(file => (file.Key, file.Value.ToArray())),
            Draws,
            threads
        );

    private static Dictionary<string, ulong> StreamsOf(string name)
    {
        var council = Councils.Find(name).Found!;
        var scenario = ReadStarter.Of(council).Scenario!;
        scenario = scenario with { Drawing = scenario.Drawing with { Local = new(council.Code, SweepPlaces.LocalNumbers) } };
        var planned = DrawPlanner.Build(scenario);
        return planned.Quantities.Zip(planned.Plan.Rows).ToDictionary(row => row.First.Quantity.Name, row => row.Second.Stream);
    }
}
