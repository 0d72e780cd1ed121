using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What answers say of chance, where a scenario's draws have it in them.</summary>
public static class ChanceText
{
    /// <summary>What is by chance in the draws, as a line of its own; none where nothing is.</summary>
    public static ImmutableArray<TextLine> InDraws(Drawing drawing) => drawing.Chance.IsEmpty ? [] : [new TextLine(Sentence(drawing))];

    /// <summary>That a study leaves chance out; nothing where there is none.</summary>
    public static ImmutableArray<TextLine> LeftOut(Drawing drawing) =>
        drawing.Chance.IsEmpty
            ? []
            :
            [
                new TextLine(
                    "Chance (draws.chance) is left out: every run is as expected, and spreads are those of uncertain numbers alone."
                ),
            ];

    /// <summary>What is by chance in the draws, as a sentence; empty where nothing is.</summary>
    internal static string Sentence(Drawing drawing) =>
        drawing.Chance.IsEmpty ? "" : $"By chance in every draw: {string.Join("; ", drawing.Chance.Select(Told))}.";

    private static string Told(ByChance chance) => chance switch
    {
        ByChance.People => "who dies, moves, grows older and is born",
        ByChance.Demand => "how much need asks for",
    };
}
