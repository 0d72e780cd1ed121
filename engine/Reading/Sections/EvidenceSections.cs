using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>
/// The sections <c>sources</c>, <c>grades</c> and <c>factors</c>: where numbers come from, and how uncertain they are together.
/// </summary>
internal static class EvidenceSections
{
    private static Shape<Factor> Factor { get; } = Shapes.Sourced(keys => (
        Number: Numbers.Level.Declare(keys),
        On: keys.Required("on", Shapes.NamesOf(Words.Path), "paths of the numbers it multiplies; a path stands for every number below it")))
        .Then((factor, here, context) => (Number: Numbers.Level.Make(factor.Number, here, context), factor.On))
        .Then((factor, here, _) => new Factor { Id = new FactorId(here.Key), Value = factor.Number.Quantity, On = factor.On });

    /// <summary>What <c>sources</c> holds.</summary>
    public static Shape<ImmutableArray<Source>> Sources { get; } = Shapes.Each(Words.Name, Shapes.Map(keys => new Source
    {
        Id = new SourceId(keys.Name),
        Title = keys.Required("title", Shapes.Text, "author, title, table"),
        Year = keys.Optional("year", Shapes.Whole(1000, 9999).Maybe(), null, "calendar year of publication"),
        Grade = keys.Optional("grade", Words.GradeLetter, "grade of the evidence, A to E"),
        Url = keys.Optional("url", Shapes.Text, "address"),
        Note = keys.Optional("note", Shapes.Text, "anything a reader should know about its use here"),
        Owner = keys.Optional("owner", Shapes.Text, "who answers for the numbers from it here"),
        IsAssumption = keys.Optional("assumption", Shapes.YesOrNo, false, "true when it is an assumption rather than evidence"),
        IsLocal = keys.Optional("local", Shapes.YesOrNo, false, "true when its numbers are of the place itself; a starter model asks"),
    }), "source", atLeastOne: false).Then((sources, _, context) => context.Sources = [.. sources.Select(source => source.Value)], []);

    /// <summary>What <c>grades</c> holds.</summary>
    public static Shape<ImmutableArray<Grade>> Grades { get; } = Shapes.Each(Words.GradeLetter, Shapes.Sourced(keys => new Grade
    {
        Id = keys.Name,
        Means = keys.Required("means", Shapes.Text, "what evidence of this grade looks like"),
        Shrinks = keys.Required("shrinks", Numbers.Share.Quantity, "share by which the strength of an effect with this grade is reduced"),
    }), "grade", atLeastOne: false).Then((grades, _, _) => grades.Select(grade => grade.Value).ToImmutableArray(), []);

    /// <summary>What <c>factors</c> holds.</summary>
    public static Shape<ImmutableArray<Factor>> Factors { get; } = Shapes.Each(Words.Name, Factor, "factor", atLeastOne: false)
        .Then((factors, _, context) => context.Factors = [.. factors.Select(factor => factor.Value)], []);
}
