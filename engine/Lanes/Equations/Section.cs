namespace SystemSim.Lanes;

/// <summary>When an equation is worked out. A value may use those of its own and of earlier sections.</summary>
/// <remarks>Sections come in the order of their parts, and within a part in that of their phases; what is known once a draw comes before
/// all.</remarks>
/// <param name="Phase">Which phase of a year.</param>
/// <param name="Part">Which part of the run, from 0: each part has equations of its own for its years, and remembers what the part before
/// it did.</param>
public readonly record struct Section(Phase Phase, int Part = 0)
{
    private const int PhasesOfPart = 3;

    /// <summary>Once a draw.</summary>
    public static Section Draw => default;

    /// <summary>The start of a year, in the first part.</summary>
    public static Section YearStart => new(Phase.YearStart);

    /// <summary>A step, in the first part.</summary>
    public static Section Step => new(Phase.Step);

    /// <summary>The end of a year, in the first part.</summary>
    public static Section YearEnd => new(Phase.YearEnd);

    /// <summary>Its place among the sections of a program.</summary>
    internal int Row => Phase == Phase.Draw ? 0 : (Part * PhasesOfPart) + (int)Phase;

    /// <summary>The section at a place.</summary>
    internal static Section At(int row) => row == 0 ? Draw : new((Phase)(((row - 1) % PhasesOfPart) + 1), (row - 1) / PhasesOfPart);

    /// <summary>How many sections a program of some parts has.</summary>
    internal static int Count(int parts) => 1 + (PhasesOfPart * parts);
}
