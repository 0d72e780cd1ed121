using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Lanes;

namespace SystemSim.Tests;

/// <summary>Equations become programs: what is known is folded, what is alike is worked out once, what nobody asks for not at
/// all.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EquationSetTests
{
    private readonly EquationSet set = new();

    [Test]
    public void What_is_known_is_worked_out_on_the_spot()
    {
        var value = (set.Constant(3.0) * 4.0) + 1.0;

        Assert.That(value.Is(13.0));
    }

    [Test]
    public void What_changes_no_bit_writes_no_equation()
    {
        var input = set.Input(0);
        set.Output((input + set.Zero) * set.One);
        set.Output(Value.MultiplyAdd(set.Zero, input, input));

        Assert.That(set.ToProgram().Sections.Sum(section => section.Instructions.Length), Is.Zero);
    }

    [Test]
    public void Equal_equations_are_worked_out_once_and_unwanted_ones_never()
    {
        var (a, b) = (set.Input(0), set.Input(1));
        set.Output(a * b);
        set.Output(a * b);
        _ = a / b;

        Assert.That(set.ToProgram().Code(Section.Draw).Instructions.Length, Is.EqualTo(1));
    }

    [Test]
    public void An_equation_is_worked_out_in_the_earliest_section_that_knows_enough()
    {
        set.Section = Section.Step;
        var aYear = set.ByYear([1.0, 2.0]);
        var aDraw = set.Input(0) * 2.0;
        set.Output(aDraw + aYear);

        var program = set.ToProgram();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.Code(Section.Draw).Instructions.Length, Is.EqualTo(1));
            Assert.That(program.Code(Section.YearStart).Instructions.Length, Is.EqualTo(2));
            Assert.That(program.Code(Section.Step).Instructions.Length, Is.Zero);
        }
    }

    [Test]
    public void Variables_change_together_when_a_section_ends()
    {
        var (first, second) = (set.Variable(set.One), set.Variable(set.Constant(10.0)));
        set.Section = Section.Step;
        first.Set(second.Now);
        second.Set(first.Now + second.Now);
        var outputs = (set.Output(first), set.Output(second));

        var memory = Run(set.ToProgram(), steps: 3);

        // (1, 10), (10, 20), (20, 40), (40, 80): the second reads what the first has become within the section.
        Assert.That((memory.Output(outputs.Item1)[0], memory.Output(outputs.Item2)[0]), Is.EqualTo((40.0, 80.0)));
    }

    [Test]
    public void A_swap_is_a_swap([Values] bool isCompiled)
    {
        var (first, second) = (set.Variable(set.One), set.Variable(set.Constant(2.0)));
        set.Section = Section.Step;
        var (a, b) = (first.Now, second.Now);
        first.Set(b);
        second.Set(a);
        var outputs = (set.Output(first), set.Output(second));

        var memory = Run(set.ToProgram(), steps: 3, isCompiled);

        Assert.That((memory.Output(outputs.Item1)[0], memory.Output(outputs.Item2)[0]), Is.EqualTo((2.0, 1.0)));
    }

    [Test]
    public void A_history_gives_back_what_was_so_many_steps_ago([Values(1, 2, 5)] int ago, [Values] bool isCompiled)
    {
        var clock = set.ByStep([.. Enumerable.Range(0, 10).Select(step => (double)step)]);
        var history = set.History(set.Constant(-1.0));
        set.Section = Section.Step;
        var recalled = history.Ago(ago);
        history.Record(clock);
        var longer = history.Ago(3);
        var outputs = (set.Output(recalled), set.Output(longer));

        var memory = Run(set.ToProgram(), steps: 4, isCompiled);

        // The last step was 3.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(memory.Output(outputs.Item1)[0], Is.EqualTo(ago > 3 ? -1.0 : 3.0 - ago));
            Assert.That(memory.Output(outputs.Item2)[0], Is.EqualTo(0.0));
        }
    }

    [Test]
    public void A_value_by_year_may_be_drawn([Values] bool isCompiled)
    {
        var values = new[] { set.Input(0), set.Input(0) * 2.0, set.Constant(7.0) };
        set.Section = Section.Step;
        var output = set.Output(set.ByYear(values) + set.ByStep([0.5, 1.5, 2.5]));
        var program = set.ToProgram();
        var memory = new LaneMemory(program, LaneMemory.LaneUnit);
        memory.Input(0).Fill(3.0);
        var executor = Executor(program, isCompiled);
        executor.Run(Section.Draw, memory);
        var seen = new List<double>();
        for (memory.Year = 0; memory.Year < 3; memory.Year++)
        {
            memory.Step = memory.Year;
            executor.Run(Section.YearStart, memory);
            executor.Run(Section.Step, memory);
            seen.Add(memory.Output(output)[0]);
        }

        Assert.That(seen, Is.EqualTo([3.5, 7.5, 9.5]));
    }

    [Test]
    public void Every_operation_means_the_same_to_every_executor([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var pool = Enumerable.Range(0, 4).Select(set.Input).ToList();
        set.Section = Section.Step;
        var remembered = Enumerable.Range(0, 5).Select(_ => set.Variable(set.Input(0))).ToArray();
        for (var equation = 0; equation < 500; equation++)
        {
            pool.Add(Any(random, pool, remembered));
        }

        foreach (var variable in remembered)
        {
            variable.Set(pool[random.Next(pool.Count)]);
        }

        var outputs = pool.TakeLast(40).Select(value => set.Output(value)).Concat(remembered.Select(set.Output)).ToArray();
        var program = set.ToProgram();
        var interpreted = Run(program, steps: 3, isCompiled: false, seed);
        var compiled = Run(program, steps: 3, isCompiled: true, seed);

        foreach (var output in outputs)
        {
            Assert.That(Bits(compiled.Output(output)), Is.EqualTo(Bits(interpreted.Output(output))), $"seed {seed}");
        }
    }

    [Test]
    public void What_lies_further_back_than_the_run_takes_no_row([Values(1, 7, 24)] int run)
    {
        var bounded = new EquationSet { Steps = run, Section = Section.Step };
        var history = bounded.History(bounded.Input(0));
        history.Record(bounded.Uniform(0));
        bounded.Output(history.Ago(run));
        bounded.Output(history.Ago(int.MaxValue));

        Assert.That(bounded.ToProgram().Code(Section.Step).Stores, Is.Empty);
    }

    [Test]
    public void A_history_longer_than_memory_is_refused_with_a_sentence()
    {
        set.Section = Section.Step;
        var history = set.History(set.Input(0));
        history.Record(set.Uniform(0));
        set.Output(history.Ago(1 << 30));

        Assert.That(set.ToProgram, Throws.InstanceOf<InsufficientMemoryException>().With.Message.Contains("so many rows"));
    }

    [Test]
    public void The_highest_of_the_last_steps_is_that_of_each([Range(1, 20)] int steps, [Values] bool isCompiled)
    {
        const int Run = 20;
        var bounded = new EquationSet { Steps = Run };
        var recent = new RecentPeak(bounded, bounded.Constant(0.5));
        bounded.Section = Section.Step;
        var value = bounded.ByStep([.. Enumerable.Range(0, Run).Select(At)]);
        recent.Record(value);
        var output = bounded.Output(recent.Of(steps)!.Value);
        var program = bounded.ToProgram();
        var memory = new LaneMemory(program, LaneMemory.LaneUnit);
        var executor = Executor(program, isCompiled);
        executor.Run(Section.Draw, memory);
        for (memory.Step = 0; memory.Step < Run; memory.Step++)
        {
            executor.Run(Section.Step, memory);

            Assert.That(memory.Output(output)[0], Is.EqualTo(Enumerable.Range(memory.Step - steps, steps).Max(At)), $"step {memory.Step}");
        }

        static double At(int step) => step < 0 ? 0.5 : Math.Abs(Math.Sin(step * 2.1));
    }

    [TestCase(Operation.Add, 3, 0, 0, 99)]
    [TestCase(Operation.Add, 99, 0, 0, 0)]
    [TestCase(Operation.Choose, 0, 0, -1, 1)]
    [TestCase(Operation.Recall, 1, 4, 1, 0)]
    [TestCase(Operation.Recall, 0, 3, 1, 0)]
    [TestCase(Operation.Recall, 0, 2, 3, 0)]
    [TestCase(Operation.YearChoice, 2, 2, 0, 0)]
    [TestCase(Operation.StepTable, 0, 0, 0, 0)]
    public void A_program_that_leaves_its_own_rows_gets_no_memory(Operation operation, int a, int b, int c, int d)
    {
        const int Rows = 3;
        var instruction = new Instruction(operation, 2, a, b, c, d);
        var program = set.ToProgram() with
        {
            Rows = Rows,
            Sections =
            [
                .. Enumerable.Range(0, Section.Count(parts: 1)).Select(_ => new SectionCode { Instructions = [instruction], Stores = [] }),
            ],
        };

        Assert.That(() => new LaneMemory(program, LaneMemory.LaneUnit), Throws.InvalidOperationException);
    }

    [TestCase(3, 0, 0)]
    [TestCase(0, -1, 0)]
    [TestCase(0, 2, 2)]
    public void A_store_that_leaves_its_own_rows_gets_no_memory(int from, int to, int length)
    {
        var program = set.ToProgram() with
        {
            Rows = 3,
            Sections =
            [
                .. Enumerable
                    .Range(0, Section.Count(parts: 1))
                    .Select(_ => new SectionCode { Instructions = [], Stores = [new Store(from, to, length)] }),
            ],
        };

        Assert.That(() => new LaneMemory(program, LaneMemory.LaneUnit), Throws.InvalidOperationException);
    }

    [Test]
    public void Neither_a_row_nor_a_time_that_is_not_there_is_read([Values] bool isCompiled)
    {
        set.Section = Section.YearStart;
        set.Output(set.ByYear([set.Input(0), set.Input(1)]));
        var program = set.ToProgram();
        var memory = new LaneMemory(program, LaneMemory.LaneUnit) { Year = 2 };
        var executor = Executor(program, isCompiled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => executor.Run(Section.YearStart, memory), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => memory.Row(program.Rows).Length, Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => memory.Consecutive(program.Rows - 1, 2).Length, Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
    }

    [Test]
    public void Machine_code_runs_on_memory_of_its_own_program_alone()
    {
        Assume.That(CompiledProgram.IsSupported, "a machine without vectors has the interpreter alone");
        set.Output(set.Input(0) + set.One);
        var other = new EquationSet();
        other.Output(other.Input(0));
        var (program, memory) = (set.ToProgram(), new LaneMemory(other.ToProgram(), LaneMemory.LaneUnit));

        Assert.That(() => CompiledProgram.Compile(program).Run(Section.Draw, memory), Throws.ArgumentException);
    }

    private Value Any(Random random, List<Value> pool, Variable[] remembered)
    {
        Value Pick() => random.Next(8) == 0 ? remembered[random.Next(remembered.Length)].Now
            : random.Next(8) == 0 ? set.Constant(random.NextDouble() - 0.5)
            : pool[random.Next(pool.Count)];
        return random.Next(10) switch
        {
            0 => Pick() - Pick(),
            1 => Pick() * Pick(),
            2 => Pick() / Value.Max(Pick(), 0.5),
            3 => Value.MultiplyAdd(Pick(), Pick(), Pick()),
            4 => Value.MultiplySubtract(Pick(), Pick(), Pick()),
            5 => Value.Min(Pick(), Pick()),
            6 => Value.Max(Pick(), Pick()),
            7 => Value.IfAtMost(Pick(), Pick(), Pick(), Pick()),
            8 => Value.Exp(Value.Min(Pick(), 1.0)),
            _ => Pick() + Pick(),
        };
    }

    private static LaneMemory Run(LaneProgram program, int steps, bool isCompiled = false, int seed = 0)
    {
        var memory = new LaneMemory(program, LaneMemory.LaneUnit);
        var random = new Random(seed);
        for (var input = 0; input < program.Inputs; input++)
        {
            foreach (ref var value in memory.Input(input))
            {
                value = random.NextDouble();
            }
        }

        var executor = Executor(program, isCompiled);
        executor.Run(Section.Draw, memory);
        executor.Run(Section.YearStart, memory);
        for (memory.Step = 0; memory.Step < steps; memory.Step++)
        {
            executor.Run(Section.Step, memory);
        }

        return memory;
    }

    private static IExecutor Executor(LaneProgram program, bool isCompiled) =>
        isCompiled && CompiledProgram.IsSupported ? CompiledProgram.Compile(program) : new Interpreter();

    private static long[] Bits(ReadOnlySpan<double> values)
    {
        var bits = new long[values.Length];
        for (var lane = 0; lane < bits.Length; lane++)
        {
            bits[lane] = BitConverter.DoubleToInt64Bits(values[lane]);
        }

        return bits;
    }
}
