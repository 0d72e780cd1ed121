namespace SystemSim.Reading;

/// <summary>Whether a scenario can be run in spite of a diagnostic.</summary>
public enum Severity
{
    /// <summary>The scenario is wrong and cannot be run.</summary>
    Error,

    /// <summary>The scenario can be run, but its author should know.</summary>
    Finding,
}
