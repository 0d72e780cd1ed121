namespace SystemSim.Lanes;

/// <summary>A WebAssembly module that somebody has instantiated. It exports a function for each section that does anything.</summary>
public interface IModule
{
    /// <summary>Calls the function of a section, with two places in the module's memory and the time.</summary>
    /// <param name="section">Number of the section: in figures, the name of its function.</param>
    /// <param name="rows">Rows of lane memory, which the function changes; their place is its first argument.</param>
    /// <param name="numbers">Numbers of the step or year; their place is its second argument.</param>
    /// <param name="time">Its third argument.</param>
    void Run(int section, Span<double> rows, ReadOnlySpan<double> numbers, int time);
}
