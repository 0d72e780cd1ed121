using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Draws that broke a rule, as text.</summary>
internal static class StoppedText
{
    /// <summary>A line that counts them and one for each rule; nothing where no draw was stopped.</summary>
    /// <param name="stopped">The draws, by rule.</param>
    /// <param name="draws">Draws in all.</param>
    public static IEnumerable<string> Write(ImmutableArray<StoppedDraws> stopped, long draws)
    {
        if (stopped.IsEmpty)
        {
            yield break;
        }

        var count = stopped.Sum(rule => rule.Count);
        yield return string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {draws:N0} draws ({(double)count / draws:P1}) break a rule and are left out, not clipped:");
        foreach (var rule in stopped)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {rule.Count:N0}: {rule.Reason} (first in draw {rule.First:N0})");
        }
    }
}
