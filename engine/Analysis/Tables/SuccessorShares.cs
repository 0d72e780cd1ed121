using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Who is told what comes of bodies that have ended: from then on their successors, by their shares.</summary>
/// <remarks>
/// A body that has ended lacks all that it has under the baseline. So each successor is held against its own baseline and its share of that
/// body's, and who gains and loses by a reorganisation can be read. Shares are central ones, and those of a body add up to 1.
/// </remarks>
public sealed class SuccessorShares
{
    private SuccessorShares(int from, ImmutableArray<(string Ended, string Body, double Share)> all) => (From, All) = (from, all);

    /// <summary>Row of the year in which they begin; what is of no year before it is as it was.</summary>
    public int From { get; }

    /// <summary>The shares, body by body that ends.</summary>
    public ImmutableArray<(string Ended, string Body, double Share)> All { get; }

    /// <summary>The shares under an option; none where nobody ends.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    public static SuccessorShares Of(Scenario scenario, Option option)
    {
        var values = new CentralValues(scenario);
        var all =
            from ended in option.Place.Governance.Succession.GroupBy(successor => successor.Ended)
            from successor in ended.Index()
            let isLast = successor.Index == ended.Count() - 1
            let others = ended.Take(successor.Index).Sum(other => values.Of(other.Share))
            select (ended.Key.Name, successor.Item.Body.Name, isLast ? 1.0 - others : values.Of(successor.Item.Share));
        return new SuccessorShares(option.Change is { } change ? change.From - scenario.Horizon.Start : scenario.Horizon.Years, [.. all]);
    }

    /// <summary>Whether nothing is told of a body itself in a year, because it has ended.</summary>
    /// <param name="body">Name of the body.</param>
    /// <param name="year">Row of the year.</param>
    public bool IsOver(string body, int year) => year >= From && All.Any(part => part.Ended == body);

    /// <summary>The bodies that have ended and of which a share is told of a successor in a year.</summary>
    /// <param name="body">Name of the successor.</param>
    /// <param name="year">Row of the year.</param>
    public IEnumerable<(string Ended, double Share)> TakenOn(string body, int year) =>
        from part in All
        where year >= From && part.Body == body
        select (part.Ended, part.Share);
}
