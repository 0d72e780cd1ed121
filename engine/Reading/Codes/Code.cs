namespace SystemSim.Reading;

/// <summary>A stable code for one kind of diagnostic.</summary>
/// <param name="Id">The code, such as <c>SIM014</c>; never reused for anything else.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Meaning">What it means, in one line.</param>
public sealed record Code(string Id, CodeKind Kind, string Meaning)
{
    /// <summary>Whether a scenario can be run in spite of it.</summary>
    public Severity Severity => Kind == CodeKind.Finding ? Severity.Finding : Severity.Error;
}
