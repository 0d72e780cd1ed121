namespace SystemSim.Lanes;

/// <summary>Draws uncertain quantities for a block of lanes, each lane a draw.</summary>
/// <remarks>Any draw has the same bits in any block: nothing passes from one lane to another.</remarks>
public sealed class DrawBlock
{
    private readonly DrawPlan plan;
    private readonly ulong seed;
    private readonly long draws;
    private readonly int lanes;
    private readonly double[] values;
    private readonly double[] uniforms;
    private readonly double[] scores;
    private readonly bool[] isCorrelated;

    /// <summary>Sets memory aside.</summary>
    /// <param name="plan">What to draw.</param>
    /// <param name="seed">Seed of all streams.</param>
    /// <param name="draws">Draws in all; a Latin hypercube has one part for each.</param>
    /// <param name="lanes">Lanes of a block; a multiple of <see cref="LaneMemory.LaneUnit"/>.</param>
    public DrawBlock(DrawPlan plan, ulong seed, long draws, int lanes)
    {
        this.plan = plan;
        this.seed = seed;
        this.draws = draws;
        this.lanes = lanes;
        values = Numbers.Of(plan.Rows.Length, 1, lanes);
        uniforms = new double[lanes];
        var most = plan.Correlated.IsEmpty ? 0 : plan.Correlated.Max(group => group.Rows.Length);
        scores = new double[most * lanes];
        StoppedBy = new int[lanes];
        isCorrelated = new bool[plan.Rows.Length];
        foreach (var row in plan.Correlated.SelectMany(group => group.Rows))
        {
            isCorrelated[row] = true;
        }
    }

    /// <summary><c>[quantity * lanes + lane]</c> the draws; central values in lanes that are stopped.</summary>
    public Span<double> Quantities => values.AsSpan(0, plan.Central.Length * lanes);

    /// <summary>[lane] the rule that the draw breaks, by its row among the limits; -1 for none.</summary>
    public int[] StoppedBy { get; }

    /// <summary>Draws a block.</summary>
    /// <param name="firstDraw">Draw of the first lane, at least 1; the others follow.</param>
    public void Fill(long firstDraw)
    {
        for (var row = 0; row < plan.Rows.Length; row++)
        {
            if (!isCorrelated[row])
            {
                Fill(row, firstDraw);
            }
        }

        foreach (var group in plan.Correlated)
        {
            Fill(group, firstDraw);
        }

        foreach (var whole in plan.Normalised)
        {
            Normalise(whole);
        }

        HoldToLimits();
    }

    /// <summary>Puts central values in the place of a lane's draws.</summary>
    public void Reset(int lane)
    {
        for (var row = 0; row < plan.Central.Length; row++)
        {
            values[(row * lanes) + lane] = plan.Central[row];
        }
    }

    private Span<double> Lane(int row) => values.AsSpan(row * lanes, lanes);

    private void Fill(int row, long firstDraw)
    {
        var drawn = plan.Rows[row];
        var to = Lane(row);
        if (drawn.Curve is { } curve)
        {
            Uniforms.Fill(plan.Method, seed, drawn.Stream, firstDraw, draws, uniforms);
            curve.Fill(uniforms, to);
            return;
        }

        for (var lane = 0; lane < lanes; lane++)
        {
            var draw = firstDraw + lane;
            to[lane] = draw <= drawn.Given.Length ? drawn.Given[(int)draw - 1] : plan.Central[row];
        }
    }

    private void Fill(CorrelatedRows group, long firstDraw)
    {
        for (var row = 0; row < group.Rows.Length; row++)
        {
            Uniforms.Fill(plan.Method, seed, plan.Rows[group.Rows[row]].Stream, firstDraw, draws, uniforms);
            for (var lane = 0; lane < lanes; lane++)
            {
                scores[(row * lanes) + lane] = NormalScore.Of(uniforms[lane]);
            }
        }

        var first = 0;
        for (var row = 0; row < group.Rows.Length; row++)
        {
            var curve = plan.Rows[group.Rows[row]].Curve!;
            for (var lane = 0; lane < lanes; lane++)
            {
                var score = 0.0;
                for (var earlier = 0; earlier <= row; earlier++)
                {
                    score += group.Factor[first + earlier] * scores[(earlier * lanes) + lane];
                }

                Lane(group.Rows[row])[lane] = curve.AtScore(score);
            }

            first += row + 1;
        }
    }

    private void Normalise(Normalised whole)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var sum = 0.0;
            foreach (var row in whole.Rows)
            {
                sum += values[(row * lanes) + lane];
            }

            foreach (var row in whole.Rows)
            {
                values[(row * lanes) + lane] *= whole.Total / sum;
            }
        }
    }

    private void HoldToLimits()
    {
        Array.Fill(StoppedBy, -1);
        for (var rule = 0; rule < plan.Limits.Length; rule++)
        {
            var limit = plan.Limits[rule];
            for (var lane = 0; lane < lanes; lane++)
            {
                if (StoppedBy[lane] < 0 && !limit.Holds(values, lanes, lane))
                {
                    StoppedBy[lane] = rule;
                }
            }
        }

        for (var lane = 0; lane < lanes; lane++)
        {
            if (StoppedBy[lane] >= 0)
            {
                Reset(lane);
            }
        }
    }
}
