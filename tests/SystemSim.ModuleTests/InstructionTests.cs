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
        var executors = new IExecutor[] { new Interpreter(), ModuleProgram.Compile(program, modules) };
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
        ModuleProgram.Compile(program, modules).Run(Section.Step, memories[1]);

        Array.ForEach(outputs, output => AssertSame(memories[1], memories[0], output, $"seed {seed}"));
    }

    [Test]
    public void A_million_products_and_sums_are_rounded_once([Values] bool isFused)
    {
        using var modules = new WasmtimeModules(isFused);
        var set = new EquationSet();
        var (a, b, c) = (set.Input(0), set.Input(1), set.Input(2));
        var (added, subtracted) = (set.Output(Value.MultiplyAdd(a, b, c)), set.Output(Value.MultiplySubtract(a, b, c)));
        var memory = new LaneMemory(set.ToProgram(), Lanes);
        var executor = ModuleProgram.Compile(memory.Program, modules);
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
}
