using NUnit.Framework;
using SystemSim.Studies;

namespace SystemSim.Tests.Studies;

/// <summary>Brent's method, asked and told place by place.</summary>
public sealed class RootSearchTests
{
    private const double Accuracy = 1e-14;

    private static IEnumerable<TestCaseData> Known =>
    [
        new((Func<double, double>)(place => Math.Pow(place, 3.0) - (2.0 * place) - 5.0), 2.0, 3.0, 2.0945514815423265),
        new((Func<double, double>)(place => Math.Cos(place) - place), 0.0, 1.0, 0.73908513321516064),
        new((Func<double, double>)(place => 3.0 - place), -10.0, 50.0, 3.0),
        new((Func<double, double>)(place => Math.Pow(place - 1.0, 9.0)), -1.0, 4.0, 1.0),
        new((Func<double, double>)(place => place < 0.3 ? -7.0 : 1.0), 0.0, 1.0, 0.3),
    ];

    [TestCaseSource(nameof(Known))]
    public void It_finds_where_a_number_turns(Func<double, double> number, double low, double high, double turns)
    {
        var (search, looks) = Searched(number, low, high, most: 200);

        // What is flat about its root is nothing for a while on either side of it.
        var isFlat = number(turns + 1e-3) is > -1e-20 and < 1e-20;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(search.Place, Is.EqualTo(turns).Within(isFlat ? 1e-2 : 2.0 * Accuracy));
            Assert.That(search.Number, Is.EqualTo(number(search.Place)));
            Assert.That(looks, Is.LessThan(200));
        }
    }

    [Test]
    public void A_straight_line_takes_a_look_or_two()
    {
        var (_, looks) = Searched(place => (2.0 * place) - 5.0, 0.0, 63.0, most: 200);

        Assert.That(looks, Is.LessThanOrEqualTo(2));
    }

    [Test]
    public void It_ends_where_a_run_is_stopped_and_where_it_has_looked_often_enough()
    {
        var stopped = new RootSearch((0.0, -1.0), (1.0, 1.0), Accuracy, most: 200);
        stopped.Tell(null);
        var (tired, looks) = Searched(place => place < 0.3 ? -7.0 : 1.0, 0.0, 1.0, most: 5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((stopped.IsDone, stopped.Number), Is.EqualTo((true, (double?)null)));
            Assert.That((tired.IsDone, looks), Is.EqualTo((true, 5)));
            Assert.That(tired.Number, Is.Not.Null.And.EqualTo(tired.Place < 0.3 ? -7.0 : 1.0));
        }
    }

    private static (RootSearch Search, int Looks) Searched(Func<double, double> number, double low, double high, int most)
    {
        var search = new RootSearch((low, number(low)), (high, number(high)), Accuracy, most);
        var looks = 0;
        for (; !search.IsDone; looks++)
        {
            search.Tell(number(search.Place));
        }

        return (search, looks);
    }
}
