using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>Gives every equation that something asks for a row, and writes the instructions of each section.</summary>
internal sealed class ProgramLayout(
    List<Node> nodes,
    List<Variable> variables,
    List<History> histories,
    List<ImmutableArray<int>> yearChoices,
    List<Output> outputs,
    int inputs,
    List<double> constants,
    List<ulong> streams,
    int sectionCount,
    Passes passes)
{
    private const int NoRow = -1;

    private readonly int[] allSections = [.. Enumerable.Range(0, sectionCount)];
    private readonly int[] steps = [.. Enumerable.Range(0, sectionCount).Where(section => Section.At(section).Phase == Phase.Step)];
    private readonly bool[] needed = new bool[nodes.Count];
    private readonly bool[] kept = new bool[nodes.Count];
    private readonly int[] rows = new int[nodes.Count];
    private readonly bool[] liveVariables = new bool[variables.Count];
    private readonly bool[] liveHistories = new bool[histories.Count];
    private readonly int[] variableRows = new int[variables.Count];
    private readonly int[] historyRows = new int[histories.Count];
    private readonly int[] choiceRows = new int[yearChoices.Count];
    private readonly Stack<int> toVisit = new();
    private int nextRow;

    /// <summary>Lays out the program.</summary>
    public LaneProgram Build(ImmutableArray<ImmutableArray<double>> stepTables, ImmutableArray<ImmutableArray<double>> yearTables)
    {
        FindNeeded();
        var usesInput = UsedInputs();
        if (!passes.HasFlag(Passes.Prune))
        {
            NeedAll();
        }

        FindKept();
        Array.Fill(rows, NoRow);
        var usedConstants = PlaceConstants();
        var firstInput = nextRow;
        Take(inputs);
        var firstUniform = nextRow;
        var usedStreams = PlaceUniforms();
        PlaceLasting(firstInput);
        var firstScratch = nextRow;
        var sections = allSections.Select(section => WriteSection(section, firstScratch)).ToArray();
        return new LaneProgram
        {
            Rows = Math.Max(nextRow, firstScratch),
            Constants = usedConstants,
            FirstInput = firstInput,
            Inputs = inputs,
            UsesInput = usesInput,
            FirstUniform = firstUniform,
            Streams = usedStreams,
            StepTables = stepTables,
            YearTables = yearTables,
            Sections = [.. sections],
            Outputs = [.. outputs.Select(output => output.Variable is { } variable ? variableRows[variable.Row] : rows[output.Node])],
            FirstScratch = firstScratch,
            Passes = passes,
        };
    }

    /// <summary>Takes rows that are free.</summary>
    /// <returns>The first of them.</returns>
    /// <exception cref="InsufficientMemoryException">There are not so many.</exception>
    private int Take(int count)
    {
        var first = nextRow;
        nextRow = count <= LaneProgram.MostRows - first ? first + count : throw LaneProgram.TooLarge();
        return first;
    }

    private ImmutableArray<bool> UsedInputs()
    {
        var used = new bool[inputs];
        for (var index = 0; index < nodes.Count; index++)
        {
            if (needed[index] && nodes[index].Operation == Operation.Input)
            {
                used[nodes[index].A] = true;
            }
        }

        return [.. used];
    }

    private void FindNeeded()
    {
        foreach (var output in outputs)
        {
            if (output.Variable is { } variable)
            {
                Need(variable);
            }
            else
            {
                Need(output.Node);
            }
        }

        while (toVisit.TryPop(out var index))
        {
            var node = nodes[index];
            switch (node.Operation)
            {
                case Operation.Load:
                    Need(variables[node.A]);
                    break;
                case Operation.Recall:
                    Need(histories[node.A]);
                    break;
                case Operation.YearChoice:
                    foreach (var choice in yearChoices[node.A])
                    {
                        Need(choice);
                    }

                    break;
                default:
                    for (var operand = 0; operand < node.OperandCount; operand++)
                    {
                        Need(node.Operand(operand));
                    }

                    break;
            }
        }
    }

    private void NeedAll()
    {
        Array.Fill(needed, true);
        Array.Fill(liveVariables, true);
        foreach (var history in histories)
        {
            // What nobody recalls has no rows to be recorded in.
            liveHistories[history.Row] = history.Length > 0;
        }
    }

    private void Need(int node)
    {
        if (!needed[node])
        {
            needed[node] = true;
            toVisit.Push(node);
        }
    }

    private void Need(Variable variable)
    {
        if (liveVariables[variable.Row])
        {
            return;
        }

        liveVariables[variable.Row] = true;
        Need(variable.Initial.Node);
        foreach (var section in allSections)
        {
            if (variable.StoredIn(section) is { } stored)
            {
                Need(stored.Node);
            }
        }
    }

    private void Need(History history)
    {
        if (!liveHistories[history.Row])
        {
            liveHistories[history.Row] = true;
            Need(history.Initial.Node);
            foreach (var section in steps)
            {
                if (history.RecordedIn(section) is { } recorded)
                {
                    Need(recorded.Node);
                }
            }
        }
    }

    /// <summary>Finds the results that must outlive the section that works them out.</summary>
    private void FindKept()
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            var node = nodes[index];
            for (var operand = 0; needed[index] && operand < node.OperandCount; operand++)
            {
                KeepIfUsedIn(node.Section, node.Operand(operand));
            }
        }

        foreach (var variable in variables.Where(variable => liveVariables[variable.Row]))
        {
            foreach (var section in allSections)
            {
                if (variable.StoredIn(section) is { } stored)
                {
                    KeepIfUsedIn(section, stored.Node);
                }
            }
        }

        foreach (var history in histories.Where(history => liveHistories[history.Row]))
        {
            foreach (var section in steps)
            {
                if (history.RecordedIn(section) is { } recorded)
                {
                    KeepIfUsedIn(section, recorded.Node);
                }
            }
        }

        foreach (var output in outputs.Where(output => output.Variable is null))
        {
            kept[output.Node] = true;
        }
    }

    private void KeepIfUsedIn(int section, int node)
    {
        if (nodes[node].Section < section)
        {
            kept[node] = true;
        }
    }

    private ImmutableArray<double> PlaceConstants()
    {
        var used = ImmutableArray.CreateBuilder<double>();
        for (var index = 0; index < nodes.Count; index++)
        {
            if (needed[index] && nodes[index].Operation == Operation.Constant)
            {
                rows[index] = Take(1);
                used.Add(constants[nodes[index].A]);
            }
        }

        return used.ToImmutable();
    }

    private ImmutableArray<ulong> PlaceUniforms()
    {
        var used = ImmutableArray.CreateBuilder<ulong>();
        var rowOf = new Dictionary<int, int>();
        for (var index = 0; index < nodes.Count; index++)
        {
            if (needed[index] && nodes[index].Operation == Operation.Uniform)
            {
                if (rowOf.TryAdd(nodes[index].A, nextRow))
                {
                    used.Add(streams[nodes[index].A]);
                    Take(1);
                }

                rows[index] = rowOf[nodes[index].A];
            }
        }

        return used.ToImmutable();
    }

    private void PlaceLasting(int firstInput)
    {
        PlaceOutputs();
        foreach (var variable in variables.Where(variable => liveVariables[variable.Row] && variableRows[variable.Row] == 0))
        {
            variableRows[variable.Row] = Take(1);
        }

        foreach (var history in histories.Where(history => liveHistories[history.Row]))
        {
            historyRows[history.Row] = Take(history.Length);
        }

        for (var index = 0; index < nodes.Count; index++)
        {
            if (!needed[index])
            {
                continue;
            }

            switch (nodes[index].Operation)
            {
                case Operation.Input:
                    rows[index] = firstInput + nodes[index].A;
                    break;
                case Operation.YearChoice:
                    choiceRows[nodes[index].A] = Take(yearChoices[nodes[index].A].Length);
                    break;
                default:
                    break;
            }

            if (kept[index] && rows[index] == NoRow)
            {
                rows[index] = Take(1);
            }
        }
    }

    /// <summary>Outputs stand together, in their order, so that many can be copied at once.</summary>
    private void PlaceOutputs()
    {
        foreach (var output in outputs)
        {
            if (output.Variable is { } variable)
            {
                variableRows[variable.Row] = variableRows[variable.Row] == 0 ? Take(1) : variableRows[variable.Row];
            }
            else if (rows[output.Node] == NoRow && nodes[output.Node].Operation != Operation.Input)
            {
                rows[output.Node] = Take(1);
            }
        }
    }

    private SectionCode WriteSection(int section, int firstScratch)
    {
        var writer = new SectionWriter(
            nodes,
            rows,
            kept,
            variableRows,
            historyRows,
            choiceRows,
            histories,
            yearChoices,
            firstScratch,
            passes
        );
        var stores = StoresOf(section);
        var code = writer.Write(section, needed, [.. stores.Select(store => store.Node)], VariablesStoredIn(section));
        nextRow = Math.Max(nextRow, writer.RowsUsed);
        return new SectionCode
        {
            Instructions = code,
            Stores = [.. stores.Select(store => new Store(writer.RowOf(store.Node), store.To, store.Length))],
        };
    }

    private HashSet<int> VariablesStoredIn(int section) =>
        [
            .. variables
                .Where(variable => liveVariables[variable.Row] && variable.StoredIn(section) is not null)
                .Select(variable => variable.Row),
        ];

    private List<(int Node, int To, int Length)> StoresOf(int section)
    {
        var stores = new List<(int Node, int To, int Length)>();
        foreach (var variable in variables.Where(variable => liveVariables[variable.Row]))
        {
            if (section == Section.Draw.Row)
            {
                stores.Add((variable.Initial.Node, variableRows[variable.Row], 0));
            }

            if (variable.StoredIn(section) is { } stored && !IsLoadOf(variable, stored.Node))
            {
                stores.Add((stored.Node, variableRows[variable.Row], 0));
            }
        }

        foreach (var history in histories.Where(history => liveHistories[history.Row]))
        {
            for (var row = 0; section == Section.Draw.Row && row < history.Length; row++)
            {
                stores.Add((history.Initial.Node, historyRows[history.Row] + row, 0));
            }

            if (history.RecordedIn(section) is { } recorded)
            {
                stores.Add((recorded.Node, historyRows[history.Row], history.Length == 1 ? 0 : history.Length));
            }
        }

        for (var choice = 0; section == Section.Draw.Row && choice < yearChoices.Count; choice++)
        {
            if (choiceRows[choice] != 0)
            {
                stores.AddRange(yearChoices[choice].Select((node, year) => (node, choiceRows[choice] + year, 0)));
            }
        }

        return stores;
    }

    private bool IsLoadOf(Variable variable, int node) => nodes[node].Operation == Operation.Load && nodes[node].A == variable.Row;
}
