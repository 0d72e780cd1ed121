using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>How a scenario that reads and cannot be run is told: which code, and what to try.</summary>
internal static class FaultTexts
{
    /// <summary>The code and the hint of a fault.</summary>
    public static (Code Code, string Hint) Of(RunFault fault) =>
        fault switch
        {
            RunFault.Migration => (
                Codes.MigrationBelowNobody,
                "state shares of age and need that follow the people who are there, or let fewer leave; what a projection leaves over belongs to control_totals."
            ),
            RunFault.Outflow => (
                Codes.TooManyLeave,
                "lower it: all who move, die and grow older in a step, with what effects and harm make of that, must be there; or take smaller steps."
            ),
            RunFault.Growth => (
                Codes.NoFiniteNumber,
                "lower it: it makes something grow without end or beyond all bounds, or leaves nothing to divide by."
            ),
            RunFault.Returns => (
                Codes.ReturnsWithoutEnd,
                "lower it: what is sent on, comes back and is diverted of each contact must come to less than one contact."
            ),
            RunFault.ObservedRates => (
                Codes.FailureAboveObserved,
                "lower it, raise the rate of the service that it comes back to, or write rates: need."
            ),
            RunFault.ControlTotal => (Codes.TotalOfNobody, "leave the total out, or let somebody be there."),
            RunFault.None => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
}
