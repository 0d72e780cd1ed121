using MathNet.Numerics.Distributions;
using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

public sealed class NormalScoreTests
{
    private const double Agreement = 1e-9;

    private static readonly double[] Probabilities =
    [
        .. Enumerable.Range(1, 999).Select(part => part / 1000.0),
        1e-16,
        1e-14,
        1e-12,
        1e-9,
        1e-6,
        1e-4,
        1.0 - 1e-4,
        1.0 - 1e-6,
        1.0 - 1e-9,
        1.0 - 1e-12,
    ];

    [TestCaseSource(nameof(Probabilities))]
    public void Scores_are_those_of_MathNet_tails_included(double probability)
    {
        Assert.That(NormalScore.Of(probability), Is.EqualTo(Normal.InvCDF(0.0, 1.0, probability)).Within(Agreement));
    }

    [Test]
    public void Probabilities_are_those_of_MathNet_tails_included([Range(-8.0, 8.0, 0.25)] double score)
    {
        Assert.That(NormalScore.Probability(score), Is.EqualTo(Normal.CDF(0.0, 1.0, score)).Within(100.0 * Agreement).Percent);
    }

    [Test]
    public void Score_and_probability_undo_each_other([Range(-8.0, 5.0, 0.25)] double score)
    {
        Assert.That(NormalScore.Of(NormalScore.Probability(score)), Is.EqualTo(score).Within(Agreement));
    }
}
