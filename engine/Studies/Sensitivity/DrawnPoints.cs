using SystemSim.Lanes;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Draws of all uncertain quantities, kept.</summary>
internal sealed class DrawnPoints
{
    private const int Lanes = 64;

    private readonly double[] values;
    private readonly bool[] isStopped;
    private readonly int quantities;

    /// <summary>Draws.</summary>
    /// <param name="planned">The planned draws.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="first">First draw, from 1.</param>
    /// <param name="count">How many.</param>
    /// <param name="draws">Draws in all, of which these are some.</param>
    public DrawnPoints(PlannedDraws planned, int seed, int first, int count, int draws)
    {
        quantities = planned.Plan.Central.Length;
        values = new double[count * quantities];
        isStopped = new bool[count];
        var block = new DrawBlock(planned.Plan, (ulong)seed, draws, Lanes);
        for (var start = 0; start < count; start += Lanes)
        {
            block.Fill(first + start);
            for (var lane = 0; lane < Math.Min(Lanes, count - start); lane++)
            {
                isStopped[start + lane] = block.StoppedBy[lane] >= 0;
                for (var row = 0; row < quantities; row++)
                {
                    values[((start + lane) * quantities) + row] = block.Quantities[(row * Lanes) + lane];
                }
            }
        }
    }

    /// <summary>[quantity] a draw, by its place from 0; central values where it breaks a rule.</summary>
    public ReadOnlySpan<double> Of(int draw) => values.AsSpan(draw * quantities, quantities);

    /// <summary>Whether a draw breaks a rule by itself.</summary>
    public bool IsStopped(int draw) => isStopped[draw];
}
