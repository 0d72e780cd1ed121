namespace SystemSim.Lanes;

/// <summary>Which draws the lanes of a block are: what uniform numbers in a run hang on.</summary>
/// <param name="Seed">Seed of all streams.</param>
/// <param name="First">Draw of the first lane, at least 1.</param>
/// <param name="AreOne">Whether all lanes are that draw; else the others follow.</param>
public readonly record struct LaneDraws(ulong Seed, long First, bool AreOne = false)
{
    /// <summary>The uniform numbers of a stream in a step.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="uniforms">[lane] receives them.</param>
    public void Fill(ulong stream, int step, Span<double> uniforms)
    {
        // The upper half of a draw's counter is 0 in the streams of uncertain numbers: steps count from 1 in it.
        var counter = First | ((step + 1L) << 32);
        Uniforms.Fill(DrawMethod.Random, Seed, stream, counter, draws: 0, uniforms);
        if (AreOne)
        {
            uniforms.Fill(uniforms[0]);
        }
    }
}
