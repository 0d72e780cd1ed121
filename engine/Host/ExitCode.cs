namespace SystemSim.Host;

/// <summary>How a command ended; the numbers are a contract.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The program is at fault.</summary>
    Fault = 1,

    /// <summary>The command line is wrong.</summary>
    WrongUsage = 2,

    /// <summary>The scenario is wrong, whatever is wrong with it.</summary>
    WrongScenario = 3,

    /// <summary>An invariant or an expectation failed.</summary>
    Failed = 4,

    /// <summary>A file is not there or cannot be opened, a folder cannot be written, a disk is full, memory is short.</summary>
    Disk = 5,

    /// <summary>A difference was found, by who asked for that.</summary>
    Difference = 6,

    /// <summary>Interrupted.</summary>
    Interrupted = 130,
}
