using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>How services share a limit: statutory first, then by priority, within a class in proportion (section 6, 10).</summary>
internal static class PlainSharing
{
    /// <summary>Cuts what services want to what there is.</summary>
    /// <param name="place">The place.</param>
    /// <param name="members">Services that share.</param>
    /// <param name="there">What there is of the limit.</param>
    /// <param name="perStart">What one contact or start of a service takes of it.</param>
    /// <param name="wanted">[service] contacts or starts wanted; cut in place.</param>
    public static void Divide(PlainPlace place, IEnumerable<int> members, double there, Func<int, double> perStart, double[] wanted)
    {
        var left = there;
        foreach (var alike in members.GroupBy(j => (Later: place.Services[j].Duty != Duty.Statutory, place.Services[j].Priority))
            .OrderBy(c => c.Key))
        {
            var wants = alike.Sum(j => wanted[j] * perStart(j));

            // What earlier classes left may be a rounding below nothing.
            var share = wants > 0.0 ? Math.Min(1.0, Math.Max(0.0, left) / wants) : 1.0;
            foreach (var j in alike.Where(j => perStart(j) > 0.0))
            {
                wanted[j] *= share;
            }

            left -= wants * share;
        }
    }
}
