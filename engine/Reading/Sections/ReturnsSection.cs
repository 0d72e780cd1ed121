using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The blocks <c>refers</c> and <c>failure</c> of a service: what goes on to others, and what comes back.</summary>
internal static class ReturnsSection
{
    private static Shape<Referral> Referral { get; } = Shapes.Choice(
        (node => node is Mapping mapping && !NumberShape.IsBlock(mapping), Shapes.Sourced(keys => new Referral
        {
            To = default,
            Share = keys.Required("share", Numbers.ShareOrMore.Quantity, "contacts there for each one delivered here"),
            After = keys.Optional("after", Numbers.Lag, 0.0, "lag; the same step unless stated"),
        })),
        (_ => true, Numbers.ShareOrMore.Quantity.Then((share, _, _) => new Referral { To = default, Share = share })));

    private static Shape<Failure> Failure { get; } = Shapes.Sourced(keys => new Failure
    {
        Share = keys.Required("share", Numbers.Share.Quantity, "share of what is delivered that comes back"),
        ReturnsTo = keys.Required("returns_to", Words.Service, "service it comes back to"),
        After = keys.Required("after", Numbers.Lag.Check(NotAtOnce), "lag, at least a step"),
        HandOff = keys.Optional("hand_off", Numbers.Share.Quantity, "share added while the two services are paid from different funds"),
    });

    /// <summary>What <c>refers</c> holds.</summary>
    public static Shape<ImmutableArray<Referral>> Referrals { get; } = Shapes.SourcedEach(Words.Service, Referral, "service")
        .Then((referrals, _, _) => referrals.Select(referral => referral.Value with { To = referral.Key }).ToImmutableArray());

    /// <summary>What <c>failure</c> holds.</summary>
    public static Shape<ImmutableArray<Failure>> Failures { get; } = Shapes.Choice(
        (node => node is Sequence, Shapes.ListOf(Failure, atLeast: 1)),
        (_ => true, Failure.Then((failure, _, _) => ImmutableArray.Create(failure))));

    private static void NotAtOnce(double years, Field here, Context context)
    {
        if (years == 0.0)
        {
            context.Problems.Add(
                Codes.LagNeeded, here.At, "what comes back cannot come back at once.", "a lag here is at least a step, such as 1 month.");
        }
    }
}
