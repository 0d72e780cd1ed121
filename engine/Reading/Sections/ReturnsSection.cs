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

    private static Shape<(Quantity Share, Quantity? FadesOver)> HandOff { get; } =
        Shapes.Choice(
            (
                node => node is Mapping mapping && !NumberShape.IsBlock(mapping),
                Shapes.Sourced(keys =>
                    (
                        Share: keys.Required(
                            "share",
                            Numbers.Share.Quantity,
                            "share added while the two services are paid from different funds"
                        ),
                        FadesOver: keys.Optional(
                            "fades_over",
                            Numbers.Time.Quantity,
                            "time in which it fades once one fund pays both; it does not fade unless stated"
                        )
                    )
                )
            ),
            (_ => true, Numbers.Share.Quantity.Then((share, _, _) => (Share: share, FadesOver: (Quantity?)null)))
        );

    private static Shape<Failure> Failure { get; } =
        Shapes.Sourced(keys =>
            WithHandOff(
                keys.Optional(
                    "hand_off",
                    HandOff.Maybe(),
                    null,
                    "share added while the two services are paid from different funds, and how it fades"
                ),
                new Failure
                {
                    Share = keys.Required("share", Numbers.Share.Quantity, "share of what is delivered that comes back"),
                    ReturnsTo = keys.Required("returns_to", Words.Service, "service it comes back to"),
                    After = keys.Required("after", Numbers.Lag.Check(NotAtOnce), "lag, at least a step"),
                }
            )
        );

    /// <summary>What <c>refers</c> holds.</summary>
    public static Shape<ImmutableArray<Referral>> Referrals { get; } = Shapes.SourcedEach(Words.Service, Referral, "service")
        .Then((referrals, _, _) => referrals.Select(referral => referral.Value with { To = referral.Key }).ToImmutableArray());

    /// <summary>What <c>failure</c> holds.</summary>
    public static Shape<ImmutableArray<Failure>> Failures { get; } = Shapes.Choice(
        (node => node is Sequence, Shapes.ListOf(Failure, atLeast: 1)),
        (_ => true, Failure.Then((failure, _, _) => ImmutableArray.Create(failure))));

    private static Failure WithHandOff((Quantity Share, Quantity? FadesOver)? handOff, Failure failure) =>
        failure with { HandOff = handOff?.Share, HandOffFadesOver = handOff?.FadesOver };

    private static void NotAtOnce(double years, Field here, Context context)
    {
        if (years == 0.0)
        {
            context.Problems.Add(
                Codes.LagNeeded, here.At, "what comes back cannot come back at once.", "a lag here is at least a step, such as 1 month.");
        }
    }
}
