namespace SystemSim.Model;

/// <summary>What an effect changes, or going without harms.</summary>
public abstract record Target
{
    private protected Target()
    {
    }

    /// <summary>Moves from one need state to another.</summary>
    /// <param name="From">Need state moved from.</param>
    /// <param name="To">Need state moved to.</param>
    public sealed record Move(NeedStateId From, NeedStateId To) : Target
    {
        /// <inheritdoc/>
        public override string ToString() => $"move {From} -> {To}";
    }

    /// <summary>All deaths, stated as moves or as deaths.</summary>
    public sealed record Death : Target
    {
        /// <inheritdoc/>
        public override string ToString() => "deaths";
    }

    /// <summary>Need-led demand for a service.</summary>
    /// <param name="Service">The service asked.</param>
    public sealed record DemandFor(ServiceId Service) : Target
    {
        /// <inheritdoc/>
        public override string ToString() => $"demand {Service}";
    }

    /// <summary>The shares of what a service delivers that come back.</summary>
    /// <param name="Service">The service that fails.</param>
    public sealed record FailureOf(ServiceId Service) : Target
    {
        /// <inheritdoc/>
        public override string ToString() => $"failure {Service}";
    }

    /// <summary>How long people stay in a service.</summary>
    /// <param name="Service">The service stayed in.</param>
    public sealed record StayIn(ServiceId Service) : Target
    {
        /// <inheritdoc/>
        public override string ToString() => $"stay {Service}";
    }

    /// <summary>The quality weight of life.</summary>
    public sealed record Quality : Target
    {
        /// <inheritdoc/>
        public override string ToString() => "quality";
    }
}
