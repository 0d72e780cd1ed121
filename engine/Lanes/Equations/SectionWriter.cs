using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>Writes the instructions of one section, giving passing results scratch rows that are used again as soon as they are
/// free.</summary>
internal sealed class SectionWriter(
    List<Node> nodes,
    int[] rows,
    bool[] kept,
    int[] variableRows,
    int[] historyRows,
    int[] choiceRows,
    List<History> histories,
    List<ImmutableArray<int>> yearChoices,
    int firstScratch,
    Passes passes)
{
    private const int NoRow = -1;
    private readonly Dictionary<int, int> scratch = [];
    private readonly SortedSet<int> free = [];
    private readonly Dictionary<int, int> lastUse = [];
    private HashSet<int> storedVariables = [];
    private HashSet<int> storeSources = [];
    private int nextScratch = firstScratch;

    /// <summary>Rows used so far, those of other sections included.</summary>
    public int RowsUsed => nextScratch;

    /// <summary>Writes the section.</summary>
    /// <param name="section">Which, by its place.</param>
    /// <param name="needed">[node] whether anything asks for it.</param>
    /// <param name="stored">Nodes that are stored when the section ends.</param>
    /// <param name="variablesStored">Variables that change when the section ends.</param>
    public ImmutableArray<Instruction> Write(int section, bool[] needed, HashSet<int> stored, HashSet<int> variablesStored)
    {
        storedVariables = variablesStored;
        storeSources = stored;
        int[] written = [.. Enumerable.Range(0, nodes.Count).Where(index => needed[index] && IsWorkedOutIn(section, index))];
        var order = passes.HasFlag(Passes.Order) ? SectionOrder.Of(nodes, written) : written;
        FindLastUses(order);
        var code = ImmutableArray.CreateBuilder<Instruction>(order.Length);
        for (var position = 0; position < order.Length; position++)
        {
            code.Add(Write(order[position], position));
        }

        return code.ToImmutable();
    }

    /// <summary>The row in which a result stands when the section ends.</summary>
    public int RowOf(int node) =>
        rows[node] != NoRow ? rows[node]
        : scratch.TryGetValue(node, out var row) ? row
        : variableRows[nodes[node].A];

    /// <summary>Constants and inputs stand where they are; a variable is read in place unless it must be seen as it was.</summary>
    private bool IsWorkedOutIn(int section, int index) => nodes[index].Section == section && nodes[index].Operation switch
    {
        Operation.Constant or Operation.Input or Operation.Uniform => false,
        Operation.Load => kept[index] || (storeSources.Contains(index) && storedVariables.Contains(nodes[index].A)),
        _ => true,
    };

    private void FindLastUses(int[] order)
    {
        for (var position = 0; position < order.Length; position++)
        {
            var node = nodes[order[position]];
            for (var operand = 0; operand < node.OperandCount; operand++)
            {
                lastUse[node.Operand(operand)] = position;
            }
        }

        foreach (var node in storeSources)
        {
            lastUse[node] = int.MaxValue;
        }
    }

    private Instruction Write(int index, int position)
    {
        var node = nodes[index];
        var (a, b, c, d) = (ReadRow(node, 0), ReadRow(node, 1), ReadRow(node, 2), ReadRow(node, 3));
        for (var operand = 0; operand < node.OperandCount; operand++)
        {
            Release(node.Operand(operand), position);
        }

        var result = rows[index] != NoRow ? rows[index] : Take(index);
        return node.Operation switch
        {
            Operation.Load => new Instruction(node.Operation, result, variableRows[node.A], 0, 0, 0),
            Operation.Recall when histories[node.A].Length == 1 => new Instruction(Operation.Load, result, historyRows[node.A], 0, 0, 0),
            Operation.Recall => new Instruction(node.Operation, result, historyRows[node.A], histories[node.A].Length, node.B, 0),
            Operation.YearChoice => new Instruction(node.Operation, result, choiceRows[node.A], yearChoices[node.A].Length, 0, 0),
            Operation.StepTable or Operation.YearTable => new Instruction(node.Operation, result, node.A, 0, 0, 0),
            _ => new Instruction(node.Operation, result, a, b, c, d),
        };
    }

    private int ReadRow(Node node, int operand) => operand < node.OperandCount ? RowOf(node.Operand(operand)) : 0;

    private int Take(int node)
    {
        int row;
        if (free.Count > 0)
        {
            row = free.Min;
            free.Remove(row);
        }
        else
        {
            row = nextScratch < LaneProgram.MostRows ? nextScratch++ : throw LaneProgram.TooLarge();
        }

        scratch[node] = row;
        return row;
    }

    private void Release(int node, int position)
    {
        if (passes.HasFlag(Passes.Reuse) && lastUse[node] == position && scratch.TryGetValue(node, out var row))
        {
            free.Add(row);
        }
    }
}
