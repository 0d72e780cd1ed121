using NUnit.Framework;
using SystemSim.Analysis;

namespace SystemSim.Tests.Analysis;

/// <summary>Sums in a fixed tree, held against the tree as it is described.</summary>
public sealed class SumTreeTests
{
    [Test]
    public void The_order_in_which_chunks_come_changes_no_bit([Range(1, 40)] int chunks)
    {
        var random = new Random(chunks);
        var leaves = Enumerable.Range(0, chunks).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10.0, random.Next(-9, 9))).ToArray();

        for (var turn = 0; turn < 5; turn++)
        {
            var tree = new SumTree(1);
            foreach (var chunk in Enumerable.Range(0, chunks).OrderBy(_ => random.Next()))
            {
                tree.Add(0, chunk, [leaves[chunk]]);
            }

            Assert.That(tree.Total().Single(), Is.EqualTo(Described(leaves)));
        }
    }

    [Test]
    public void Chunks_that_are_missing_or_there_already_are_refused()
    {
        var tree = new SumTree(1);
        tree.Add(0, 0, [1.0]);
        tree.Add(0, 1, [2.0]);
        tree.Add(0, 3, [4.0]);

        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<InvalidOperationException>(() => tree.Total());
            Assert.Throws<InvalidOperationException>(() => tree.Add(0, 1, [2.0]));
            Assert.Throws<InvalidOperationException>(() => tree.Add(1, 0, [3.0]));
            Assert.Throws<InvalidOperationException>(() => tree.Add(2, 0, [7.0]));
            Assert.Throws<InvalidOperationException>(() => tree.Add(0, 5, [1.0, 2.0]));
        }

        tree.Add(0, 2, [3.0]);
        Assert.That(tree.Total().Single(), Is.EqualTo(10.0));
    }

    [Test]
    public void Without_chunks_there_is_nothing()
    {
        Assert.That(new SumTree(2).Total(), Has.Length.EqualTo(2).And.All.Zero);
    }

    /// <summary>The binary digits of the number of chunks, from the lowest: each stands for a whole node, before those already
    /// taken.</summary>
    private static double Described(double[] leaves)
    {
        double? total = null;
        var end = leaves.Length;
        for (var level = 0; end > 0; level++)
        {
            if ((leaves.Length >> level) % 2 == 1)
            {
                var node = Node(leaves.AsSpan(end - (1 << level), 1 << level));
                total = total is { } known ? node + known : node;
                end -= 1 << level;
            }
        }

        return total ?? 0.0;
    }

    private static double Node(ReadOnlySpan<double> leaves) =>
        leaves.Length == 1 ? leaves[0] : Node(leaves[..(leaves.Length / 2)]) + Node(leaves[(leaves.Length / 2)..]);
}
