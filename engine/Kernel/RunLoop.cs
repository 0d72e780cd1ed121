namespace SystemSim.Kernel;

/// <summary>Runs all options of a scenario on a block of lanes.</summary>
/// <remarks>Nothing is allocated between one block and the next but the ledgers that the caller keeps.</remarks>
public sealed class RunLoop
{
    private readonly ScenarioPrograms programs;
    private readonly double[] openingValues;
    private readonly int lanes;
    private readonly (LaneMemory Memory, IExecutor Executor) today;
    private readonly (LaneMemory Memory, IExecutor Executor)? firstYear;
    private readonly (LaneMemory Memory, IExecutor Executor)[] options;
    private readonly double[][] broken;

    /// <summary>Sets memory aside for a block.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="lanes">Lanes of a block; a multiple of <see cref="LaneMemory.LaneUnit"/>.</param>
    /// <param name="executor">How to run a program.</param>
    public RunLoop(ScenarioPrograms programs, int lanes, Func<LaneProgram, IExecutor> executor)
    {
        this.programs = programs;
        this.lanes = lanes;
        openingValues = Numbers.Of(programs.OpeningValues, 1, lanes);
        today = Prepare(programs.Opening.Program);
        firstYear = programs.FirstYearStart is { } start ? Prepare(start.Program) : null;
        options = [.. programs.Options.Select(option => Prepare(option.Program))];
        broken = [.. programs.Options.Select(_ => new double[lanes])];

        (LaneMemory, IExecutor) Prepare(LaneProgram program) => (new LaneMemory(program, lanes), executor(program));
    }

    /// <summary>Which draws the lanes are; without meaning where nothing in a run is by chance.</summary>
    public LaneDraws Draws { get; set; }

    /// <summary>Works out today's opening state, from which every option starts.</summary>
    /// <param name="quantities"><c>[quantity * lanes + lane]</c> the uncertain quantities of each draw; may be empty when programs use
    /// central values.</param>
    /// <returns>What broke; null when all is sound.</returns>
    public Breach? Open(ReadOnlySpan<double> quantities)
    {
        if (!Settle(quantities))
        {
            return BreachOf(Invariant.ReturnsSettle, 0, today.Memory.Output(programs.Opening.Moving));
        }

        KeepOpening(quantities);
        return NegativeNeed(today.Memory, 0);
    }

    /// <summary>Works out today's opening state of each lane by itself, whatever the others do.</summary>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <returns>[lane] whether it is sound; what a lane that is not opens with has no meaning.</returns>
    public bool[] OpenEach(ReadOnlySpan<double> quantities)
    {
        _ = Settle(quantities);
        var sound = new bool[lanes];
        for (var lane = 0; lane < lanes; lane++)
        {
            sound[lane] = programs.Opening.Moving < 0 || today.Memory.Output(programs.Opening.Moving)[lane] == 0.0;
        }

        KeepOpening(quantities);
        for (var found = NegativeNeed(today.Memory, 0); found is { Lane: var lane }; found = NegativeNeed(today.Memory, lane + 1))
        {
            sound[lane] = false;
        }

        return sound;
    }

    /// <summary>Settles the opening state.</summary>
    /// <returns>Whether it has settled in every lane.</returns>
    private bool Settle(ReadOnlySpan<double> quantities)
    {
        var (memory, executor) = today;
        Fill(memory, quantities);
        memory.Step = 0;
        memory.Year = 0;
        executor.Run(Section.Draw, memory);
        executor.Run(Section.YearStart, memory);
        for (var round = 0; IsMoving(memory); round++)
        {
            if (round == OpeningState.MostRounds)
            {
                return false;
            }

            executor.Run(Section.Step, memory);
        }

        return true;
    }

    private void KeepOpening(ReadOnlySpan<double> quantities)
    {
        var (memory, executor) = today;
        executor.Run(Section.YearEnd, memory);
        for (var value = 0; value < programs.Opening.Values.Length; value++)
        {
            memory.Output(programs.Opening.Values[value]).CopyTo(Opening(value));
        }

        OpenFunds(quantities);
    }

    /// <summary>Runs one option from the opening state.</summary>
    /// <param name="option">Row of the option.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <param name="ledger">Receives what the run leaves.</param>
    /// <returns>Whether every invariant held.</returns>
    public bool Run(int option, Plan plan, ReadOnlySpan<double> quantities, Ledger ledger)
    {
        var (memory, executor) = options[option];
        Fill(memory, quantities);
        Run(plan, memory, executor, ledger, broken[option], check: null);
        var counted = memory.Output(programs.Options[option].Invariants.Broken);
        for (var lane = 0; lane < lanes; lane++)
        {
            broken[option][lane] += counted[lane];
        }

        return broken[option].AsSpan().IndexOfAnyExcept(0.0) < 0;
    }

    /// <summary>[lane] 0 where the latest run of an option kept every invariant and left nothing but finite numbers.</summary>
    public ReadOnlySpan<double> Broken(int option) => broken[option];

    /// <summary>Finds the first invariant that a run breaks; the programs must keep their checks apart.</summary>
    public Breach? FindBreach(int option, Plan plan, ReadOnlySpan<double> quantities, Ledger ledger)
    {
        Breach? first = null;
        var (memory, executor) = options[option];
        Fill(memory, quantities);
        Run(plan, memory, executor, ledger, broken[option], section =>
            first ??= BreachIn(programs.Options[option].Invariants, section, memory)
        );
        return first ?? ledger.NotFinite();
    }

    /// <param name="plan">The plan.</param>
    /// <param name="memory">Memory of its program.</param>
    /// <param name="executor">What runs it.</param>
    /// <param name="ledger">Receives what the run leaves.</param>
    /// <param name="marks">[lane] left 0 where all that the ledger received is finite.</param>
    /// <param name="check">Told of every section that has ended.</param>
    private void Run(Plan plan, LaneMemory memory, IExecutor executor, Ledger ledger, double[] marks, Action<Section>? check)
    {
        Array.Clear(marks);
        memory.Step = 0;
        executor.Run(Section.Draw, memory);
        for (var row = 0; row < ledger.Layout.Openings.Length; row++)
        {
            memory.Output(ledger.Layout.Openings[row].Output).CopyTo(ledger.OpeningPlace(row));
        }

        for (memory.Year = 0; memory.Year < plan.Years; memory.Year++)
        {
            var part = plan.Before is not null && memory.Year >= plan.TakesOver ? 1 : 0;
            Run(new Section(Phase.YearStart, part));
            for (var step = 0; step < plan.StepsPerYear; step++)
            {
                memory.Step = (memory.Year * plan.StepsPerYear) + step;
                memory.Draw(Draws);
                Run(new Section(Phase.Step, part));
                if (ledger.StepCount > 0)
                {
                    KeepStep(memory, ledger, marks);
                }
            }

            Run(new Section(Phase.YearEnd, part));
            KeepYear(memory, ledger, marks);
        }

        void Run(Section section)
        {
            executor.Run(section, memory);
            check?.Invoke(section);
        }
    }

    private static void KeepStep(LaneMemory memory, Ledger ledger, double[] marks)
    {
        for (var row = 0; row < ledger.Layout.Rows.Length; row++)
        {
            if (ledger.Layout.StepOutputs[row] >= 0)
            {
                var kept = memory.Output(ledger.Layout.StepOutputs[row]);
                Finite.Mark(kept, marks);
                kept.CopyTo(ledger.Step(row, memory.Step));
            }
        }
    }

    private static void KeepYear(LaneMemory memory, Ledger ledger, double[] marks)
    {
        foreach (var copy in ledger.Layout.YearCopies)
        {
            var kept = memory.Consecutive(copy.From, copy.Length);
            Finite.Mark(kept, marks);
            kept.CopyTo(ledger.Places(copy.To, memory.Year, copy.Length));
        }
    }

    private static Breach? BreachIn(InvariantLayout invariants, Section section, LaneMemory memory)
    {
        foreach (var check in invariants.Checks.Where(check => check.Section == section))
        {
            var excess = memory.Output(check.Excess);
            var tolerance = memory.Output(check.Tolerance);
            for (var lane = 0; lane < memory.Lanes; lane++)
            {
                if (!(excess[lane] <= tolerance[lane]))
                {
                    var step = section.Phase == Phase.Step ? memory.Step : -1;
                    return new Breach(
                        check.Invariant,
                        check.Row,
                        memory.Year,
                        step,
                        lane,
                        double.IsFinite(tolerance[lane]) ? excess[lane] : double.NaN
                    );
                }
            }
        }

        return null;
    }

    private static Breach? BreachOf(Invariant invariant, int row, ReadOnlySpan<double> amounts)
    {
        var lane = amounts.IndexOfAnyExcept(0.0);
        return lane < 0 ? null : new Breach(invariant, row, -1, -1, lane, amounts[lane]);
    }

    /// <summary>The first lane, from one on, in which observed rates of a service are smaller than the failure demand inside
    /// them.</summary>
    private Breach? NegativeNeed(LaneMemory memory, int from)
    {
        var services = Enumerable
            .Range(0, programs.Opening.NeedScales.Length)
            .Where(service => programs.Opening.NeedScales[service] >= 0)
            .ToArray();
        for (var lane = from; lane < lanes; lane++)
        {
            foreach (var service in services)
            {
                var scale = memory.Output(programs.Opening.NeedScales[service])[lane];
                if (!(scale >= 0.0))
                {
                    return new Breach(Invariant.NeedNotNegative, service, -1, -1, lane, scale);
                }
            }
        }

        return null;
    }

    private bool IsMoving(LaneMemory memory) =>
        programs.Opening.Moving >= 0 && memory.Output(programs.Opening.Moving).IndexOfAnyExcept(0.0) >= 0;

    /// <summary>What the baseline's funds open with: its start of the first year, run by itself.</summary>
    private void OpenFunds(ReadOnlySpan<double> quantities)
    {
        if (firstYear is not var (memory, executor))
        {
            return;
        }

        Fill(memory, quantities);
        memory.Step = 0;
        memory.Year = 0;
        executor.Run(Section.Draw, memory);
        executor.Run(Section.YearStart, memory);
        var layout = programs.FirstYearStart!.Ledger;
        for (var value = 0; value < programs.OpeningValues; value++)
        {
            if (programs.OpenedServices[value] >= 0)
            {
                var row = layout.Rows.IndexOf(new LedgerRow(Measure.Budget, programs.OpenedServices[value], 0));
                memory.Output(layout.YearOutputs[row]).CopyTo(Opening(value));
            }
        }
    }

    private Span<double> Opening(int value) => openingValues.AsSpan(value * lanes, lanes);

    private void Fill(LaneMemory memory, ReadOnlySpan<double> quantities)
    {
        for (var input = 0; input < memory.Program.Inputs; input++)
        {
            if (input >= programs.Quantities)
            {
                Opening(input - programs.Quantities).CopyTo(memory.Input(input));
            }
            else if (!quantities.IsEmpty)
            {
                quantities.Slice(input * lanes, lanes).CopyTo(memory.Input(input));
            }
        }
    }
}
