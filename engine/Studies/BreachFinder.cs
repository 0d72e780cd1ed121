using SystemSim.Analysis;
using SystemSim.Lanes;

namespace SystemSim.Studies;

/// <summary>Says which invariant a run breaks, by running it again with every check apart.</summary>
/// <param name="programs">The programs of the runs.</param>
internal sealed class BreachFinder(PreparedPrograms programs)
{
    private readonly BlockRunner block = programs
        .For(programs.Purpose with { ChecksApart = true, BySteps = false, Wants = _ => true })
        .Block();

    /// <summary>What the first option to break anything breaks, told alike whenever and by however much it does.</summary>
    /// <param name="quantities">[quantity] the uncertain quantities.</param>
    /// <param name="draw">Whose chance the runs have; without meaning where they have none.</param>
    public string Find(ReadOnlySpan<double> quantities, LaneDraws draw = default)
    {
        var all = new double[quantities.Length * block.Lanes];
        for (var lane = 0; lane < block.Lanes; lane++)
        {
            block.Put(all, lane, quantities);
        }

        block.Draws = draw;
        return block.FirstBreach(all) is var (option, breach)
            ? BrokenInvariant.Kind(programs.Prepared.Scenario, option, breach)
            : "a run broke an invariant that it keeps when it is looked into";
    }
}
