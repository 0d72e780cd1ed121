using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How much of the target group has the effect.</summary>
public abstract record Coverage
{
    private protected Coverage()
    {
    }

    /// <summary>People now benefiting from a service's contacts, over the group.</summary>
    public sealed record ByReach : Coverage
    {
        /// <summary>People who benefit from each contact delivered.</summary>
        public required Quantity PeoplePerUnit { get; init; }

        /// <summary>How long a person benefits, in years.</summary>
        public required Quantity Lasts { get; init; }

        /// <summary>People benefiting at the start; null for what opening delivery would sustain.</summary>
        public Quantity? AtStart { get; init; }
    }

    /// <summary>Spend a head of the group, smoothed, with a response that saturates.</summary>
    public sealed record BySpend : Coverage
    {
        /// <summary>Services whose provider cost counts, at base-year prices.</summary>
        public required ImmutableArray<ServiceId> Services { get; init; }

        /// <summary>GBP a head a year at which the effect is whole, in proportion below; null when <see cref="Half"/> is stated.</summary>
        public Quantity? Full { get; init; }

        /// <summary>GBP a head a year at which it is half, saturating above; null when <see cref="Full"/> is stated.</summary>
        public Quantity? Half { get; init; }

        /// <summary>Time over which spending is smoothed, in years.</summary>
        public required Quantity SmoothedOver { get; init; }

        /// <summary>GBP a head a year at the start; null for what opening delivery would sustain.</summary>
        public Quantity? AtStart { get; init; }
    }

    /// <summary>A stated share of the group by year.</summary>
    public sealed record Stated : Coverage
    {
        /// <summary>Share of the group, by year.</summary>
        public required YearlyPath Share { get; init; }

        /// <summary>Share covered today; null for the share of the first year.</summary>
        public Quantity? Today { get; init; }
    }
}
