using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>What came of asking what an answer rests on: one form for each question, each with its ways of being told.</summary>
public abstract record SensitivityResult
{
    private SensitivityResult()
    {
    }

    /// <summary>It as JSON.</summary>
    public abstract byte[] Json { get; }

    /// <summary>It as lines of text.</summary>
    public abstract ImmutableArray<TextLine> Text { get; }

    /// <summary>It as a page and a workbook.</summary>
    public abstract Report Report { get; }

    /// <summary>What each number does alone.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Moved(Tornado Found) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => TornadoJson.Write(Found);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => TornadoText.Write(Found);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found);
    }

    /// <summary>Where one number turns the answer.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Switched(SwitchingValue Found) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => SwitchingJson.Write(Found);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => SwitchingText.Write(Found);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found);
    }

    /// <summary>What two numbers do together.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Gridded(SensitivityGrid Found) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => GridJson.Write(Found);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => GridText.Write(Found);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found);
    }

    /// <summary>Which numbers have what share of the variance.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Apportioned(SobolIndices Found) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => SobolJson.Write(Found);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => SobolText.Write(Found);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found);
    }

    /// <summary>What it is worth to know numbers before choosing.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Informed(Information Found) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => InformationJson.Write(Found);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => InformationText.Write(Found);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found);
    }

    /// <summary>Where options stand by cost and effect.</summary>
    /// <param name="Found">What was found.</param>
    public sealed record Placed(CostEffects Found) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => CostEffectJson.WriteFrontier(Found);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => FrontierText.Write(Found);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found);
    }

    /// <summary>How likely each option is the best.</summary>
    /// <param name="Found">Costs and effects.</param>
    /// <param name="Curves">The chances, by what a unit of effect is worth.</param>
    public sealed record Accepted(CostEffects Found, Acceptability Curves) : SensitivityResult
    {
        /// <inheritdoc/>
        public override byte[] Json => CostEffectJson.WriteAcceptability(Found, Curves);

        /// <inheritdoc/>
        public override ImmutableArray<TextLine> Text => AcceptabilityText.Write(Found, Curves);

        /// <inheritdoc/>
        public override Report Report => SensitivityReport.Of(Found, Curves);
    }
}
