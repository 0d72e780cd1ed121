using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Studies;

namespace SystemSim.Tests;

/// <summary>A study whose parts are worked apart, written, read and merged is the study as one, to the bit.</summary>
public sealed class DrawPartsTests
{
    private const long ManyDraws = 5_001;

    [Test]
    public void Any_split_gives_the_same_bits([Values("draws", "chance", "counts-become-chances")] string name, [Range(1, 4)] int seed)
    {
        var prepared = Prepared.Of(Read(name));
        var request = new DrawRequest { Draws = ManyDraws };
        var whole = DrawStudy.Run(prepared, request with { Threads = 2 });
        var bins = DrawStudy.Bins(prepared, request);

        int[] threads = [1, 3];
        var runners = threads.Select(count => DrawStudy.PartRunner(prepared, request with { Threads = count }, bins)).ToArray();
        var read = DrawStudy.PartReader(prepared, request);

        var random = new Random(seed);
        var parts = Split(random, (ManyDraws + DrawChunk.Draws - 1) / DrawChunk.Draws)
            .OrderBy(_ => random.Next())
            .Select(part => runners[random.Next(runners.Length)](part.First, part.Count, CancellationToken.None))
            .Select(part => read(new MemoryStream(Written(part))))
            .ToArray();

        Assert.That(Bits(DrawStudy.Merged(prepared, request, parts)), Is.EqualTo(Bits(whole)), $"{parts.Length} parts");
    }

    [Test]
    public void Draws_by_strata_are_those_of_the_whole_in_every_part()
    {
        var scenario = Read("draws");
        var prepared = Prepared.Of(scenario with { Drawing = scenario.Drawing with { Method = Sampling.LatinHypercube } });
        var request = new DrawRequest { Draws = ManyDraws };
        var bins = DrawStudy.Bins(prepared, request);

        DrawSummaries[] parts = [Part(prepared, request, 0, 7, bins), Part(prepared, request, 7, 13, bins)];

        Assert.That(Bits(DrawStudy.Merged(prepared, request, parts)), Is.EqualTo(Bits(DrawStudy.Run(prepared, request))));
    }

    [Test]
    public void The_same_part_is_the_same_bytes_whoever_works_it()
    {
        var prepared = Prepared.Of(Read("draws"));
        var request = new DrawRequest { Draws = ManyDraws };
        var bins = DrawStudy.Bins(prepared, request);

        var alone = Written(Part(prepared, request, 3, 9, bins));

        Assert.That(Written(Part(prepared, request with { Threads = 3 }, 3, 9, bins)), Is.EqualTo(alone));
    }

    [Test]
    public void A_part_that_is_missing_there_twice_or_of_another_study_is_refused()
    {
        var prepared = Prepared.Of(Read("draws"));
        var request = new DrawRequest { Draws = ManyDraws };
        var bins = DrawStudy.Bins(prepared, request);
        var (first, second) = (Part(prepared, request, 0, 8, bins), Part(prepared, request, 8, 12, bins));
        var other = Part(prepared, request with { Seed = 99 }, 8, 12, DrawStudy.Bins(prepared, request with { Seed = 99 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<InvalidOperationException>(() => DrawStudy.Merged(prepared, request, [first]));
            Assert.Throws<InvalidOperationException>(() => DrawStudy.Merged(prepared, request, [second]));
            Assert.Throws<InvalidOperationException>(() => DrawStudy.Merged(prepared, request, [first, second, second]));
            Assert.Throws<InvalidOperationException>(() => DrawStudy.Merged(prepared, request, [first, other]));
            Assert.DoesNotThrow(() => DrawStudy.Merged(prepared, request, [second, first]));
        }
    }

    [Test]
    public void Bytes_that_are_cut_off_or_of_something_else_are_refused()
    {
        var prepared = Prepared.Of(Read("draws"));
        var request = new DrawRequest { Draws = ManyDraws };
        var bytes = Written(Part(prepared, request, 0, 8, DrawStudy.Bins(prepared, request)));

        using (Assert.EnterMultipleScope())
        {
            var read = DrawStudy.PartReader(prepared, request);
            for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 97))
            {
                Assert.Throws<InvalidDataException>(() => read(new MemoryStream(bytes[..length])), $"{length} of {bytes.Length} bytes");
            }

            Assert.Throws<InvalidDataException>(() => DrawStudy.PartReader(Prepared.Of(Read("chance")), request)(new MemoryStream(bytes)));
            Assert.DoesNotThrow(() => DrawStudy.PartReader(prepared, request)(new MemoryStream(bytes)));
        }
    }

    [Test]
    public void What_lies_beyond_the_bins_is_counted_and_told_as_their_end()
    {
        var prepared = Prepared.Of(Read("draws"));
        var request = new DrawRequest { Draws = 2_560 };
        var kept = DrawStudy.Run(prepared, request with { KeepsDraws = true }).Kept!;
        var outcomes = DrawStudy.Run(prepared, request).Outcomes;

        // Bins over the middle half of what is drawn: from there a quarter of it on either side is counted too.
        var (least, most) = (new double[outcomes.Length], new double[outcomes.Length]);
        foreach (var (row, outcome) in kept.Outcomes.Index())
        {
            double[] values = [.. kept.Values[row].Skip(1).Order()];
            (least[outcomes.IndexOf(outcome)], most[outcomes.IndexOf(outcome)]) = (
                Quantile.OfSorted(values, 0.25),
                Quantile.OfSorted(values, 0.75)
            );
        }

        var merged = DrawStudy.Merged(prepared, request, [Part(prepared, request, 0, 10, new QuantileBins(least, most))]);

        using (Assert.EnterMultipleScope())
        {
            foreach (var (row, outcome) in kept.Outcomes.Index())
            {
                var place = outcomes.IndexOf(outcome);
                var margin = (most[place] - least[place]) / 4.0;
                var (low, high) = (least[place] - margin, most[place] + margin);
                var values = kept.Values[row].Skip(1).ToArray();
                Assert.That(merged.Summaries[place].Beyond, Is.EqualTo(values.Count(value => value < low || value > high)), $"{outcome}");
                if (values.Count(value => value < low) > values.Length * 0.05)
                {
                    Assert.That(merged.Summaries[place].At(5), Is.EqualTo(low), $"{outcome}");
                }

                if (values.Count(value => value > high) > values.Length * 0.05)
                {
                    Assert.That(merged.Summaries[place].At(95), Is.EqualTo(high).Within(1e-12 * Math.Abs(high)), $"{outcome}");
                }
            }

            Assert.That(merged.Summaries.Count(summary => summary.Beyond > 0), Is.GreaterThan(5));
        }
    }

    private static DrawSummaries Part(Prepared prepared, DrawRequest request, long firstChunk, long chunks, QuantileBins bins) =>
        DrawStudy.PartRunner(prepared, request, bins)(firstChunk, chunks, CancellationToken.None);

    private static byte[] Written(DrawSummaries part)
    {
        using var stream = new MemoryStream();
        SummariesFile.Write(part, stream);
        return stream.ToArray();
    }

    private static IEnumerable<(long First, long Count)> Split(Random random, long chunks)
    {
        for (var first = 0L; first < chunks;)
        {
            var count = Math.Min(chunks - first, random.Next(1, 8));
            yield return (first, count);
            first += count;
        }
    }

    private static long[] Bits(DrawAnswers draws) =>
        [
            .. draws
                .Summaries.SelectMany(summary => new[] { summary.Mean, summary.Deviation, summary.Error }.Concat(summary.Quantiles))
                .Select(BitConverter.DoubleToInt64Bits),
            .. draws.Summaries.SelectMany(summary => new[] { summary.Absent, summary.Beyond }),
            .. draws.Stopped.SelectMany(stopped => new[] { stopped.Count, stopped.First }),
            BitConverter.DoubleToInt64Bits(draws.LargestError),
        ];

    private static Scenario Read(string name) => ScenarioReader.Read(RepositoryFolder.At("scenarios", "features", name), []).Scenario!;
}
