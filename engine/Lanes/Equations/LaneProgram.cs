using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>Equations turned into instructions on rows of lane memory, ready to run.</summary>
/// <remarks>
/// <para><b>Shape.</b> A row holds one double for each lane. Rows: constants, then inputs, uniform numbers, variables, histories and year
/// choices, then results that outlive their section, then scratch.</para>
/// </remarks>
public sealed record LaneProgram
{
    /// <summary>The most rows: those whose bytes a block of the fewest lanes can count.</summary>
    internal const int MostRows = int.MaxValue / (LaneMemory.LaneUnit * sizeof(double));

    /// <summary>Number of rows of lane memory.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that hold a constant, from row 0.</summary>
    public required ImmutableArray<double> Constants { get; init; }

    /// <summary>First row of the inputs.</summary>
    public required int FirstInput { get; init; }

    /// <summary>Number of inputs.</summary>
    public required int Inputs { get; init; }

    /// <summary>[input] whether anything reads it.</summary>
    public required ImmutableArray<bool> UsesInput { get; init; }

    /// <summary>First row of the uniform numbers, which are filled before every step.</summary>
    public required int FirstUniform { get; init; }

    /// <summary>[uniform number] the stream that it is taken from.</summary>
    public required ImmutableArray<ulong> Streams { get; init; }

    /// <summary>[table][step] numbers that depend on the step.</summary>
    public required ImmutableArray<ImmutableArray<double>> StepTables { get; init; }

    /// <summary>[table][year] numbers that depend on the year.</summary>
    public required ImmutableArray<ImmutableArray<double>> YearTables { get; init; }

    /// <summary>[section] what each section does, by its place. Initial values of variables and histories are stores of the draw's
    /// section.</summary>
    public required ImmutableArray<SectionCode> Sections { get; init; }

    /// <summary>[output] row of each output, in the order in which they were asked for.</summary>
    public required ImmutableArray<int> Outputs { get; init; }

    /// <summary>First scratch row: from here on nothing outlives the section that wrote it.</summary>
    public required int FirstScratch { get; init; }

    /// <summary>What is done to make it run faster.</summary>
    public Passes Passes { get; init; } = Passes.All;

    /// <summary>What a section does.</summary>
    /// <exception cref="IndexOutOfRangeException">The program has no such part.</exception>
    public SectionCode Code(Section section) => Sections[section.Row];

    /// <summary>What to throw where a program would have more rows than there can be.</summary>
    internal static InsufficientMemoryException TooLarge() => new("A program cannot have so many rows.");
}
