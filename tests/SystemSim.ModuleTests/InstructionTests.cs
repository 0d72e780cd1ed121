using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.ModuleTests;

/// <summary>Every instruction of a module gives the bits that it gives elsewhere, on numbers that tell.</summary>
public sealed class InstructionTests
{
    private const int Lanes = LaneMemory.LaneUnit;

    private static readonly double[] Hostile =
    [
        0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.0 / 3.0, 1.0 + double.BitIncrement(1.0), double.BitIncrement(1.0), double.BitDecrement(1.0),
        double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.2250738585072009e-308, 1e-300, 1e300, double.MaxValue, double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN, 4503599627370497.5, -4503599627370497.5, 709.0, 709.8, 710.0,
        -744.0, -745.2, -708.5, 1e-17, 37.2, -37.2, 0.34657359027997264, Math.PI,
    ];

    private static readonly Func<Value, Value, Value, Value, Value>[] Operations =
    [
        (a, b, _, _) => a + b, (a, b, _, _) => a - b, (a, b, _, _) => a * b, (a, b, _, _) => a / b,
        (a, b, c, _) => Value.MultiplyAdd(a, b, c), (a, b, c, _) => Value.MultiplySubtract(a, b, c),
        (a, b, _, _) => Value.Min(a, b), (a, b, _, _) => Value.Max(a, b), (a, b, c, d) => Value.IfAtMost(a, b, c, d),
        (a, _, _, _) => Value.Exp(a), (a, _, _, _) => Value.OneMinusExp(a), (a, _, _, _) => Value.OneMinusPower(a, 1.0 / 12.0),
        (a, _, _, _) => Value.Floor(a),
    ];

    [Test]
    public void Every_operation_on_hostile_numbers_gives_the_bits_of_the_interpreter([Values] bool isFused)
    {
        using var modules = new WasmtimeModules(isFused);
        var set = new EquationSet();
        var inputs = Enumerable.Range(0, 4).Select(set.Input).ToArray();
        var outputs = Operations.Select(operation => set.Output(operation(inputs[0], inputs[1], inputs[2], inputs[3]))).ToArray();
        var program = set.ToProgram();
        var executors = new IExecutor[] { new Interpreter(), ModuleProgram.Compile(program, Lanes, modules) };
        var memories = executors.Select(_ => new LaneMemory(program, Lanes)).ToArray();

        // Every three of them, and one beside.
        var all = Hostile.Length * Hostile.Length * Hostile.Length;
        for (var first = 0; first < all; first += Lanes)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                var (number, left) = (first + lane, 0);
                for (var input = 0; input < inputs.Length; input++)
                {
                    (number, left) = input == inputs.Length - 1 ? (number, first + input) : Math.DivRem(number, Hostile.Length);
                    Array.ForEach(memories, memory => memory.Input(input)[lane] = Hostile[left % Hostile.Length]);
                }
            }

            for (var executor = 0; executor < executors.Length; executor++)
            {
                executors[executor].Run(Section.Draw, memories[executor]);
            }

            for (var operation = 0; operation < outputs.Length; operation++)
            {
                AssertSame(memories[1], memories[0], outputs[operation], $"operation {operation}");
            }
        }
    }

    [Test]
    public void Counts_by_chance_are_those_of_the_interpreter([Range(1, 20)] int seed)
    {
        using var modules = new WasmtimeModules(isFused: true);
        var random = new Random(seed);
        var set = new EquationSet { Section = Section.Step };
        var inputs = Enumerable.Range(0, 3).Select(set.Input).ToArray();
        var outputs = new[]
        {
            set.Output(Value.Binomial(inputs[0], inputs[1], set.Uniform(1))), set.Output(Value.Poisson(inputs[2], set.Uniform(2))),
        };
        var program = set.ToProgram();
        var memories = new[] { new LaneMemory(program, Lanes), new LaneMemory(program, Lanes) };
        for (var lane = 0; lane < Lanes; lane++)
        {
            var (trials, share, mean) = (Math.Floor(random.NextDouble() * 1000), random.NextDouble(), random.NextDouble() * 60);
            foreach (var memory in memories)
            {
                (memory.Input(0)[lane], memory.Input(1)[lane], memory.Input(2)[lane]) = (trials, share, mean);
                memory.Draw(new LaneDraws(1, seed));
            }
        }

        new Interpreter().Run(Section.Step, memories[0]);
        ModuleProgram.Compile(program, Lanes, modules).Run(Section.Step, memories[1]);

        Array.ForEach(outputs, output => AssertSame(memories[1], memories[0], output, $"seed {seed}"));
    }

    [Test]
    public void What_a_program_remembers_and_looks_up_is_what_the_interpreter_does([Range(1, 20)] int seed, [Values] bool isFused)
    {
        const int Steps = 12;
        using var modules = new WasmtimeModules(isFused);
        var random = new Random(seed);
        var set = new EquationSet();
        var histories = Enumerable.Range(0, 6).Select(_ => set.History(set.Input(0))).ToArray();
        var variables = Enumerable.Range(0, 6).Select(_ => set.Variable(set.Input(1))).ToArray();
        set.Section = Section.Step;
        var pool = new List<Value> { set.Input(0), set.Input(1), set.ByYear([set.Input(0), set.Input(1) * 2.0, set.Constant(0.3)]) };
        pool.Add(set.ByStep([.. Enumerable.Range(0, Steps).Select(_ => random.NextDouble())]));
        pool.AddRange(histories.Select(history => history.Ago(random.Next(1, 6))));
        pool.AddRange(variables.Select(variable => variable.Now));

        // More than one piece of code, so that what crosses from one to the next is met too.
        for (var equation = 0; equation < 700; equation++)
        {
            var operation = Operations[random.Next(Operations.Length)];
            pool.Add(Value.Max(Value.Min(operation(Any(), Any(), Any(), Any()), 2.0), -2.0));
        }

        Array.ForEach(histories, history => history.Record(Any()));
        Array.ForEach(variables, variable => variable.Set(Any()));
        var outputs = pool.TakeLast(40).Concat(variables.Select(variable => variable.Now)).Select(value => set.Output(value)).ToArray();
        var program = set.ToProgram();
        var memories = new[] { new LaneMemory(program, Lanes), new LaneMemory(program, Lanes) };
        var executors = new IExecutor[] { new Interpreter(), ModuleProgram.Compile(program, Lanes, modules) };
        for (var executor = 0; executor < executors.Length; executor++)
        {
            Run(executors[executor], memories[executor], Steps);
        }

        Array.ForEach(outputs, output => AssertSame(memories[1], memories[0], output, $"seed {seed}, output {output}"));

        Value Any() => pool[random.Next(pool.Count)];
    }

    [Test]
    public void Neither_a_time_that_is_not_there_is_read_nor_memory_of_another_program()
    {
        using var modules = new WasmtimeModules(isFused: true);
        var set = new EquationSet { Section = Section.YearStart };
        set.Output(set.ByYear([set.Input(0), set.Input(1)]));
        var program = set.ToProgram();
        var executor = ModuleProgram.Compile(program, Lanes, modules);
        var other = set.ToProgram();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                () => executor.Run(Section.YearStart, new LaneMemory(program, Lanes) { Year = 2 }),
                Throws.InstanceOf<ArgumentOutOfRangeException>()
            );
            Assert.That(() => executor.Run(Section.YearStart, new LaneMemory(other, Lanes)), Throws.ArgumentException);
            Assert.That(() => executor.Run(Section.YearStart, new LaneMemory(program, 2 * Lanes)), Throws.ArgumentException);
        }
    }

    [Test]
    public void A_processor_that_rounds_once_is_told_from_one_that_rounds_twice()
    {
        using var modules = new WasmtimeModules(isFused: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ModuleProgram.IsFused(modules.Instantiate));
            Assert.That(ModuleProgram.IsFused(_ => new RoundsTwice()), Is.False);
        }
    }

    [Test]
    public void A_million_products_and_sums_are_rounded_once([Values] bool isFused)
    {
        using var modules = new WasmtimeModules(isFused);
        var set = new EquationSet();
        var (a, b, c) = (set.Input(0), set.Input(1), set.Input(2));
        var (added, subtracted) = (set.Output(Value.MultiplyAdd(a, b, c)), set.Output(Value.MultiplySubtract(a, b, c)));
        var memory = new LaneMemory(set.ToProgram(), Lanes);
        var executor = ModuleProgram.Compile(memory.Program, Lanes, modules);
        var triples = new HostileTriples(seed: 1);
        for (var run = 0; run < 1_000_000 / Lanes; run++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                (memory.Input(0)[lane], memory.Input(1)[lane], memory.Input(2)[lane]) = triples.Next();
            }

            executor.Run(Section.Draw, memory);
            for (var lane = 0; lane < Lanes; lane++)
            {
                var (x, y, z) = (memory.Input(0)[lane], memory.Input(1)[lane], memory.Input(2)[lane]);
                if (
                    BitsOf(memory.Output(added)[lane]) != BitsOf(Math.FusedMultiplyAdd(x, y, z))
                    || BitsOf(memory.Output(subtracted)[lane]) != BitsOf(Math.FusedMultiplyAdd(-x, y, z))
                )
                {
                    Assert.Fail($"{x:R} {y:R} {z:R}: {memory.Output(added)[lane]:R}, {memory.Output(subtracted)[lane]:R}");
                }
            }
        }
    }

    private static void Run(IExecutor executor, LaneMemory memory, int steps)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            (memory.Input(0)[lane], memory.Input(1)[lane]) = (0.25 + (0.1 * lane), 1.5 - (0.3 * lane));
        }

        executor.Run(Section.Draw, memory);
        for (memory.Step = 0; memory.Step < steps; memory.Step++)
        {
            memory.Year = memory.Step / 4;
            executor.Run(Section.YearStart, memory);
            executor.Run(Section.Step, memory);
        }
    }

    private static void AssertSame(LaneMemory memory, LaneMemory expected, int output, string what)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (BitsOf(memory.Output(output)[lane]) != BitsOf(expected.Output(output)[lane]))
            {
                var inputs = Enumerable.Range(0, memory.Program.Inputs).Select(input => memory.Input(input)[lane]);
                Assert.Fail(
                    $"{what} of {string.Join(", ", inputs)}: {memory.Output(output)[lane]:R}, and not {expected.Output(output)[lane]:R}"
                );
            }
        }
    }

    /// <summary>What is not a number has no bits of its own.</summary>
    private static long BitsOf(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    /// <summary>What a product and a sum come to where they are two instructions: nothing.</summary>
    private sealed class RoundsTwice : IModule
    {
        public void Run(int section, Span<double> rows, ReadOnlySpan<double> numbers, int time)
        {
        }
    }
}
