namespace SystemSim.Reading;

/// <summary>Where the files of a scenario come from: a disk, or whoever has them at hand.</summary>
internal interface ITextSource
{
    /// <summary>Reads the scenario that the caller names.</summary>
    /// <param name="name">Name of its file.</param>
    /// <param name="isInFolder">Whether the caller names its folder alone.</param>
    /// <exception cref="UnreadableException">It may not be read, or is not plain text.</exception>
    /// <exception cref="IOException">It is not there or cannot be opened.</exception>
    (string Text, InputFile Input) OpenScenario(string name, bool isInFolder);

    /// <summary>Reads a file that another one names.</summary>
    /// <param name="name">Its name as seen by the caller.</param>
    /// <param name="named">Where it is named.</param>
    /// <param name="endings">How its name may end.</param>
    /// <exception cref="UnreadableException">It may not be read, or is not plain text.</exception>
    /// <exception cref="IOException">It is not there or cannot be opened.</exception>
    (string Text, InputFile Input) Open(string name, Scalar named, params ReadOnlySpan<string> endings);

    /// <summary>Reads the bytes of a table of people that another file names.</summary>
    /// <param name="name">Its name as seen by the caller.</param>
    /// <param name="named">Where it is named.</param>
    /// <param name="endings">How its name may end.</param>
    /// <exception cref="UnreadableException">It may not be read, or is too large.</exception>
    /// <exception cref="IOException">It is not there or cannot be opened.</exception>
    InputFile OpenTable(string name, Scalar named, params ReadOnlySpan<string> endings);

    /// <summary>Whether there is a file of a name.</summary>
    bool Has(string name);
}
