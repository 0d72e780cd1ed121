using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>draws</c>: how uncertain numbers are drawn, and what their draws have to do with each other.</summary>
internal static class DrawsSection
{
    // What is summed as it is drawn takes time alone: as many as tell a chance to a hundredth of a percent.
    private const int MostDraws = 100_000_000;

    private static Shape<(ImmutableArray<string> Between, double Value)> Correlation { get; } = Shapes.Map(keys => (
        keys.Required("between", Shapes.NamesOf(Words.Path, atLeast: 2), "paths of numbers that go together, each with each"),
        keys.Required("is", Numbers.Certain(NumberKinds.Correlation), "correlation of their normal scores, from -1 to 1")));

    private static Shape<(string On, double? Of)> Row { get; } =
        Shapes.Map(keys =>
            (
                keys.Required("on", Words.Path, "path of a row of shares or counts"),
                keys.Optional(
                    "of",
                    Numbers.Certain(NumberKinds.Level).Maybe(),
                    null,
                    "how many were in the sample; unless stated, what the row counts"
                )
            )
        );

    private static Shape<Scalar> File { get; } = Shapes.Text.Then((_, here, _) => (Scalar)here.Node);

    /// <summary>What the section holds.</summary>
    public static Shape<ReadDrawing> Shape { get; } =
        Shapes.Map(keys => new ReadDrawing(
            keys.Optional("number", Shapes.Whole(1, MostDraws), Drawing.UsualNumber, "how many draws there are, 1,000 unless stated"),
            keys.Optional("seed", Shapes.Whole(0, int.MaxValue), 1, "seed of all draws, 1 unless stated"),
            keys.Optional("method", Shapes.OneOf<Sampling>(), Sampling.Random, "random (unless stated), latin_hypercube or sobol"),
            keys.Optional(
                "chance",
                Shapes.ListOf(Shapes.OneOf<ByChance>()),
                [],
                "what comes about by chance in every draw: people, demand or both; nothing unless stated"
            ),
            keys.Optional("correlations", Shapes.ListOf(Correlation), [], "numbers that go together"),
            keys.Optional(
                "one",
                Shapes.ListOf(Shapes.NamesOf(Words.Path, atLeast: 2)),
                [],
                "lists of numbers, or of blocks of them, that are one quantity"
            ),
            keys.Optional(
                "apart",
                Shapes.NamesOf(Words.Path),
                [],
                "numbers, or blocks of them, that are drawn apart from those of other arrangements"
            ),
            keys.Optional("rows", Shapes.ListOf(Row), [], "rows of shares or counts that are known from a sample"),
            keys.Optional("from", File, "table of draws: a column a number, named by its path")
        ));
}
