namespace SystemSim.Kernel;

/// <summary>Puts the equations of a section into the order in which they are worked out.</summary>
/// <remarks>
/// They stay in the order in which they were written, which is the model's own, with one exception: an equation after which fewer passing results have to be
/// held than before it comes as soon as it can. So a sum takes up what it adds while that is still at hand. No order changes a bit.
/// </remarks>
internal sealed class SectionOrder
{
    private readonly List<Node> nodes;
    private readonly int[] written;
    private readonly Dictionary<int, int[]> users = [];
    private readonly Dictionary<int, int> waitsFor = [];
    private readonly Dictionary<int, (int Count, long Sum)> usersLeft = [];
    private readonly HashSet<int> done = [];
    private readonly List<int> order;

    private SectionOrder(List<Node> nodes, int[] written)
    {
        this.nodes = nodes;
        this.written = written;
        order = new List<int>(written.Length);
        var here = written.ToHashSet();
        foreach (var (node, all) in written.SelectMany(user => Operands(user).Where(here.Contains).Select(operand => (operand, user)))
            .GroupBy(use => use.operand, use => use.user).Select(uses => (uses.Key, uses.ToArray())))
        {
            users[node] = all;
            usersLeft[node] = (all.Length, all.Sum(user => (long)user));
        }

        foreach (var node in written)
        {
            waitsFor[node] = Operands(node).Count(here.Contains);
        }
    }

    /// <summary>The order.</summary>
    /// <param name="nodes">All equations.</param>
    /// <param name="written">Those of the section, in the order in which they were written.</param>
    public static int[] Of(List<Node> nodes, int[] written) => new SectionOrder(nodes, written).Order();

    private int[] Order()
    {
        var next = new Stack<int>();
        foreach (var node in written)
        {
            next.Push(node);
            while (next.TryPop(out var now))
            {
                if (done.Add(now))
                {
                    order.Add(now);
                    Release(now);
                    foreach (var eased in Candidates(now).Where(Eases).Reverse())
                    {
                        next.Push(eased);
                    }
                }
            }
        }

        return [.. order];
    }

    private IEnumerable<int> Operands(int node)
    {
        for (var operand = 0; operand < nodes[node].OperandCount; operand++)
        {
            var value = nodes[node].Operand(operand);
            var isRepeated = false;
            for (var before = 0; before < operand; before++)
            {
                isRepeated |= nodes[node].Operand(before) == value;
            }

            if (!isRepeated)
            {
                yield return value;
            }
        }
    }

    private void Release(int node)
    {
        foreach (var operand in Operands(node))
        {
            if (usersLeft.TryGetValue(operand, out var left))
            {
                usersLeft[operand] = (left.Count - 1, left.Sum - node);
            }
        }

        foreach (var user in users.GetValueOrDefault(node, []))
        {
            waitsFor[user]--;
        }
    }

    /// <summary>What may have come to ease things: what uses the result, and the last user of each operand.</summary>
    private IEnumerable<int> Candidates(int node) =>
        users.GetValueOrDefault(node, []).Concat(Operands(node)
            .Where(operand => usersLeft.TryGetValue(operand, out var left) && left.Count == 1).Select(operand => (int)usersLeft[operand].Sum));

    /// <summary>Whether an equation can come now and more results are done with than it leaves.</summary>
    private bool Eases(int node) =>
        !done.Contains(node)
        && waitsFor[node] == 0
        && Operands(node).Count(operand => usersLeft.TryGetValue(operand, out var left) && left.Count == 1) > (users.ContainsKey(node) ? 1 : 0);
}
