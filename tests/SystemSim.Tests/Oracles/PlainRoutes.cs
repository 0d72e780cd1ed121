using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Who refers to whom, what comes back, and who asks elsewhere.</summary>
internal sealed class PlainRoutes
{
    /// <param name="place">The place under an option.</param>
    /// <param name="today">The place today, which says whether two services are paid from different funds.</param>
    public PlainRoutes(PlainPlace place, PlainPlace today)
    {
        Referrals = [.. place.Services.SelectMany((service, i) => service.Referrals.Select(referral =>
            new Route(i, place.ServiceRow(referral.To), place.Value(referral.Share), place.Lag(referral.After))))];
        Failures = [.. place.Services.SelectMany((service, i) => service.Failures.Select(failure => Returning(place, today, i, failure)))];
        Diversions = [.. place.Services.SelectMany((service, i) => (service.Unmet?.Diverts ?? []).Select(diversion =>
            new Route(i, place.ServiceRow(diversion.To), place.Value(diversion.Ratio), 1)))];
    }

    public IReadOnlyList<Route> Referrals { get; }

    public IReadOnlyList<Route> Failures { get; }

    public IReadOnlyList<Route> Diversions { get; }

    private static Route Returning(PlainPlace place, PlainPlace today, int i, Failure failure)
    {
        var j = place.ServiceRow(failure.ReturnsTo);
        var isOneToday = today.Payer(i) == today.Payer(j);
        var isOneNow = place.Payer(i) == place.Payer(j);
        var share = place.Value(failure.Share);
        var handOff = isOneToday && isOneNow ? 0.0 : place.Value(failure.HandOff, 0.0);
        var lag = Math.Max(1, place.Lag(failure.After));
        return !isOneToday && isOneNow && failure.HandOffFadesOver is { } over
            ? new Route(i, j, share, lag) { Fading = handOff, FadesOver = place.Value(over), FadesFrom = place.From }
            : new Route(i, j, share + handOff, lag);
    }

    /// <summary>A share of what one service does that arrives at another.</summary>
    internal sealed record Route(int From, int To, double Share, int Lag)
    {
        /// <summary>A share beside the other, which fades.</summary>
        public double Fading { get; init; }

        /// <summary>Years over which it does.</summary>
        public double FadesOver { get; init; } = 1.0;

        /// <summary>Row of the year from which it does.</summary>
        public int FadesFrom { get; init; }

        /// <summary>The whole share of what arrives so many years after the start of the run.</summary>
        public double ShareAt(double years) => Share + (Fading * (1.0 - Math.Min(1.0, Math.Max(0.0, years - FadesFrom) / FadesOver)));
    }
}
