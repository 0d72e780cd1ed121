using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What a position consists of, in words: debt and assets sold are named where somebody may have them.</summary>
public static class PositionWords
{
    /// <summary>Of what the position of an organisation of a scenario consists, such as <c>reserves less deficits</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string Of(Scenario scenario) =>
        Of(scenario.Options.SelectMany(option => option.Places).SelectMany(place => place.Organisations));

    /// <summary>Of what the position of some organisations consists.</summary>
    /// <param name="organisations">The organisations.</param>
    public static string Of(params IEnumerable<Organisation> organisations) =>
        organisations.Any(organisation => organisation.Capitalisation is not null)
            ? "reserves less deficits, debt and assets sold"
            : "reserves less deficits";
}
