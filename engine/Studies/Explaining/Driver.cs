using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>One kind of thing in which options differ.</summary>
/// <param name="Name">Name to print.</param>
/// <param name="Meaning">What is switched with it; a few words.</param>
/// <param name="Switch">Gives the first place this driver's part of the second, and leaves all else.</param>
internal sealed record Driver(string Name, string Meaning, Func<Place, Place, Place> Switch)
{
    /// <summary>Whether the year in which an arrangement takes over goes with it.</summary>
    public bool IsArrangement { get; init; }
}
