namespace SystemSim.Analysis;

/// <summary>The books of one account under one option: what it opens with, every line, and what it closes with.</summary>
/// <remarks>
/// <para><b>Meaning.</b> In every year opening position + lines = closing position, which is the next year's opening.</para>
/// <para><b>Units.</b> GBP, nominal, central run.</para>
/// </remarks>
public sealed record AccountLedger
{
    /// <summary>The option.</summary>
    public required string Option { get; init; }

    /// <summary>Name of the organisation or of the pool.</summary>
    public required string Name { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is a pool.</summary>
    public required bool IsPool { get; init; }

    /// <summary>Position when the first year starts, as the scenario states it; 0 of a pool, whose risk reserve is paid in after
    /// that.</summary>
    public required double Opening { get; init; }

    /// <summary>All lines that are not nothing in every year.</summary>
    public required ImmutableArray<AccountLine> Lines { get; init; }

    /// <summary>[year] measure <c>position</c>.</summary>
    public required ImmutableArray<double> Closing { get; init; }

    /// <summary>What the closing position consists of: reserves above nothing, an earmarked one by its name, deficit below.</summary>
    public required ImmutableArray<(string Measure, string Reserve, ImmutableArray<double> Values)> Holds { get; init; }

    /// <summary>Drivers of the bridge from one year's spending to the next, services added up; [year] 0 in the first.</summary>
    public required ImmutableArray<(string Measure, ImmutableArray<double> Values)> Bridge { get; init; }
}
