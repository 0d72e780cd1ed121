namespace SystemSim.Reading;

/// <summary>What a diagnostic is about.</summary>
public enum CodeKind
{
    /// <summary>A file that cannot be read at all.</summary>
    File,

    /// <summary>A key, a word or a number that has not the form it must have; the JSON Schema refuses the same.</summary>
    Form,

    /// <summary>Parts of a scenario that do not go together.</summary>
    Rule,

    /// <summary>Something that the author should know, and that does not stop a run.</summary>
    Finding,
}
