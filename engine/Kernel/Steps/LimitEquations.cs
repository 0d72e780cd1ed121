using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>How services share a limit.</summary>
internal static class LimitEquations
{
    /// <summary>Shares out a limit: class by class, within a class in proportion to what each wants.</summary>
    /// <param name="set">The equations.</param>
    /// <param name="classes">Services by class, those served first first.</param>
    /// <param name="amount">What there is to share.</param>
    /// <param name="use">What a contact takes of it; where that is nothing, it is not bounded.</param>
    /// <param name="want">Contacts a service wants.</param>
    /// <param name="bind">Receives the contacts that the limit leaves it.</param>
    public static void Share(
        EquationSet set,
        IEnumerable<ImmutableArray<int>> classes,
        Value amount,
        Func<int, Value> use,
        Func<int, Value> want,
        Action<int, Value> bind)
    {
        var left = amount;
        foreach (var members in classes)
        {
            var wanted = set.Sum(members.Select(service => want(service) * use(service)));
            var share = Value.Min(Value.ShareOf(left, wanted), 1.0);
            left = Value.Max(left - wanted, 0.0);
            foreach (var service in members)
            {
                bind(service, Value.IfAtMost(use(service), set.Zero, want(service), want(service) * share));
            }
        }
    }
}
