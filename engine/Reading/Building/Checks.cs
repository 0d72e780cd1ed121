using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>
/// What the author of a scenario says will come out: in the scenario, in the checks beside it, and in the tables these name.
/// </summary>
internal static class Checks
{
    private static readonly Shape<ImmutableArray<ReadExpectation>> Shape = new MapShape<ImmutableArray<ReadExpectation>>(
        keys => keys.Required("expect", ExpectSection.Shape, "what is expected to come out"), holdsNumbers: false, blank: [],
        keepsRest: true);

    /// <summary>Reads all expectations.</summary>
    /// <param name="draft">The scenario, whose names and years they use.</param>
    /// <param name="file">Name of its file.</param>
    /// <param name="files">Opens the other files.</param>
    public static ImmutableArray<Expectation> Read(Draft draft, string file, ScenarioFiles files)
    {
        var expectations = ImmutableArray.CreateBuilder<Expectation>();
        Add(draft.Expect, file);
        var checks = FilePaths.Beside(file, ScenarioReader.ChecksBeside);
        var named = new Scalar(new Spot(file, 1, 1), ScenarioReader.ChecksBeside, isPlain: true);
        if (files.Has(checks) && files.Read(checks, named) is { } tree)
        {
            Add(Shape.Read(Field.Whole(tree), draft.Context), checks);
        }

        return expectations.ToImmutable();

        void Add(ImmutableArray<ReadExpectation> read, string from)
        {
            foreach (var expectation in read)
            {
                if ((expectation.Expectation ?? ExpectedTable.Read(expectation, from, draft.Context, files)) is { } one)
                {
                    expectations.Add(one);
                }
            }
        }
    }
}
