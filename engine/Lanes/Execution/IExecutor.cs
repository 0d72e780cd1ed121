namespace SystemSim.Lanes;

/// <summary>A way of running the sections of a program. All ways give the same bits.</summary>
public interface IExecutor
{
    /// <summary>Runs one section on a block of lanes.</summary>
    void Run(Section section, LaneMemory memory);
}
