namespace SystemSim.Analysis;

/// <summary>Sums over chunks, added up in one fixed tree: the same bits whoever works which chunk, where, and in which order they
/// come.</summary>
/// <remarks>
/// A leaf is a chunk. Node <c>(l, k)</c> is the chunks from <c>k 2^l</c> to <c>(k + 1) 2^l - 1</c>: its left half plus its right half. The
/// first n chunks are the nodes that n is made of as a binary number, added to each other from the smallest. What is held are the
/// largest nodes that are whole, so that trees of any parts of the chunks make up the tree of all.
/// </remarks>
/// <param name="length">How many numbers are added up side by side.</param>
public sealed class SumTree(int length)
{
    private readonly SortedDictionary<(int Level, long Place), double[]> nodes = [];

    /// <summary>The largest nodes that are whole, smaller ones first.</summary>
    public IEnumerable<KeyValuePair<(int Level, long Place), double[]>> Nodes => nodes;

    /// <summary>Takes a node whose chunks are not in the tree yet.</summary>
    /// <param name="level">Its level; 0 for a chunk.</param>
    /// <param name="place">Its place on the level.</param>
    /// <param name="sums">Its sums, which belong to the tree from then on.</param>
    /// <exception cref="InvalidOperationException">Some of its chunks are there.</exception>
    public void Add(int level, long place, double[] sums)
    {
        if (IsThere(level, place) || sums.Length != length)
        {
            throw new InvalidOperationException(
                $"Node {place} of level {level} cannot be added up: its chunks are there, or it is of another study."
            );
        }

        while (nodes.Remove((level, place ^ 1), out var other))
        {
            Add(sums, other);
            (level, place) = (level + 1, place >> 1);
        }

        nodes.Add((level, place), sums);
    }

    /// <summary>The sums of the first chunks, which are all there is.</summary>
    /// <exception cref="InvalidOperationException">A chunk before the last one is missing.</exception>
    public double[] Total()
    {
        var total = new double[length];
        var next = 0L;
        foreach (var (level, place) in nodes.Keys.Reverse())
        {
            if (place << level != next)
            {
                throw new InvalidOperationException($"The chunks from {next} are missing.");
            }

            next += 1L << level;
        }

        var isFirst = true;
        foreach (var sums in nodes.Values)
        {
            if (isFirst)
            {
                sums.CopyTo(total, 0);
            }
            else
            {
                Add(total, sums);
            }

            isFirst = false;
        }

        return total;
    }

    private bool IsThere(int level, long place) => nodes.Keys.Any(node => node.Level >= level
        ? place >> (node.Level - level) == node.Place
        : node.Place >> (level - node.Level) == place);

    // The sum of two numbers is the same bits from either side.
    private static void Add(double[] sums, double[] others)
    {
        for (var row = 0; row < sums.Length; row++)
        {
            sums[row] += others[row];
        }
    }
}
