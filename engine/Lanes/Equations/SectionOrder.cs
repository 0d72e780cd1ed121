namespace SystemSim.Lanes;

/// <summary>Puts the equations of a section into the order in which they are worked out.</summary>
/// <remarks>
/// They stay in the order in which they were written, which is the model's own, with one exception: an equation after which fewer passing
/// results have to be held than before it comes as soon as it can. So a sum takes up what it adds while that is still at hand. No order
/// changes a bit.
/// </remarks>
internal sealed class SectionOrder
{
    private readonly int[] written;
    private readonly int[][] operands;
    private readonly int[][] users;
    private readonly int[] waitsFor;
    private readonly int[] usersLeft;
    private readonly long[] sumOfUsersLeft;
    private readonly bool[] isDone;
    private readonly Stack<int> next = new();

    private SectionOrder(List<Node> nodes, int[] written)
    {
        this.written = written;
        var placeOf = new int[nodes.Count];
        Array.Fill(placeOf, -1);
        for (var place = 0; place < written.Length; place++)
        {
            placeOf[written[place]] = place;
        }

        operands = [.. written.Select(node => OperandsOf(nodes[node], placeOf))];
        waitsFor = [.. operands.Select(own => own.Length)];
        usersLeft = new int[written.Length];
        sumOfUsersLeft = new long[written.Length];
        for (var place = 0; place < written.Length; place++)
        {
            foreach (var operand in operands[place])
            {
                usersLeft[operand]++;
                sumOfUsersLeft[operand] += place;
            }
        }

        users = UsersOf(operands, usersLeft);
        isDone = new bool[written.Length];
    }

    /// <summary>The order.</summary>
    /// <param name="nodes">All equations.</param>
    /// <param name="written">Those of the section, in the order in which they were written.</param>
    public static int[] Of(List<Node> nodes, int[] written) => new SectionOrder(nodes, written).Order();

    private static int[] OperandsOf(Node node, int[] placeOf)
    {
        Span<int> own = stackalloc int[4];
        var count = 0;
        for (var operand = 0; operand < node.OperandCount; operand++)
        {
            var place = placeOf[node.Operand(operand)];
            if (place >= 0 && !own[..count].Contains(place))
            {
                own[count++] = place;
            }
        }

        return own[..count].ToArray();
    }

    private static int[][] UsersOf(int[][] operands, int[] counts)
    {
        int[][] users = [.. counts.Select(count => new int[count])];
        var filled = new int[counts.Length];
        for (var place = 0; place < operands.Length; place++)
        {
            foreach (var operand in operands[place])
            {
                users[operand][filled[operand]++] = place;
            }
        }

        return users;
    }

    private int[] Order()
    {
        var order = new List<int>(written.Length);
        for (var place = 0; place < written.Length; place++)
        {
            next.Push(place);
            while (next.TryPop(out var now))
            {
                if (!isDone[now])
                {
                    isDone[now] = true;
                    order.Add(written[now]);
                    Release(now);
                    PushEased(now);
                }
            }
        }

        return [.. order];
    }

    private void Release(int place)
    {
        foreach (var operand in operands[place])
        {
            usersLeft[operand]--;
            sumOfUsersLeft[operand] -= place;
        }

        foreach (var user in users[place])
        {
            waitsFor[user]--;
        }
    }

    /// <summary>What may have come to ease things: what uses the result, and the last user of each operand; the first of them is to come
    /// first.</summary>
    private void PushEased(int place)
    {
        for (var row = operands[place].Length - 1; row >= 0; row--)
        {
            var operand = operands[place][row];
            PushIfEased(usersLeft[operand] == 1 ? (int)sumOfUsersLeft[operand] : place);
        }

        for (var row = users[place].Length - 1; row >= 0; row--)
        {
            PushIfEased(users[place][row]);
        }
    }

    /// <summary>An equation eases things when it can come now and more results are done with than it leaves.</summary>
    private void PushIfEased(int place)
    {
        if (isDone[place] || waitsFor[place] > 0)
        {
            return;
        }

        var doneWith = 0;
        foreach (var operand in operands[place])
        {
            doneWith += usersLeft[operand] == 1 ? 1 : 0;
        }

        if (doneWith > (users[place].Length > 0 ? 1 : 0))
        {
            next.Push(place);
        }
    }
}
