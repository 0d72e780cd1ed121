using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A number, or a path of such numbers over years.</summary>
internal sealed class PathShape : Shape<StatedPath>
{
    private readonly NumberShape number;
    private readonly bool keepsUnit;

    /// <summary>Declares a path.</summary>
    /// <param name="number">Its numbers.</param>
    /// <param name="keepsUnit">Whether the numbers hold for a time that the path must keep, one for all.</param>
    public PathShape(NumberShape number, bool keepsUnit)
    {
        this.number = number;
        this.keepsUnit = keepsUnit;
        Years = Shapes.Sourced(keys => YearsBlock.Declare(keys, number)).Then(FromYears);
    }

    /// <summary>Values by year, and never one value alone.</summary>
    public Shape<StatedPath> Years { get; }

    /// <summary>Whether a node is a value or a path, rather than values by something else.</summary>
    public static bool IsOne(Node node) =>
        node is not Mapping mapping || NumberShape.IsBlock(mapping) || mapping.Entries.Any(entry => IsYear(entry.Key.Text));

    // A year that is not written as one is meant as one all the same.
    private static bool IsYear(string key) => Words.Year.Fits(key) || (!Words.AgeBandName.Fits(key) && YearMistakes.Hint(key) is not null);

    /// <inheritdoc/>
    public override StatedPath Read(Field here, Context context)
    {
        if (here.Node is Mapping mapping && !NumberShape.IsMeantAsBlock(mapping))
        {
            return Years.Read(here, context);
        }

        var before = context.Problems.Errors;
        var one = number.Read(here, context);
        return context.Problems.Errors == before
            ? new StatedPath(YearlyPath.Constant(context.FirstYear, one.Quantity), Over(one, context))
            : Blank;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) =>
        new() { ["anyOf"] = new JsonArray(number.Describe(book), Years.Describe(book)) };

    /// <summary>A path read from years.</summary>
    public StatedPath FromYears(YearsBlock block, Field here, Context context)
    {
        var points = block.Points.OrderBy(point => point.Key.Start).ToImmutableArray();
        CheckYears(points, here, context);
        if (block.Index is { } index)
        {
            context.NeedLevel(index, points[^1].Key, here.Below("index"));
        }

        var over = Over(points[0].Value, context);
        if (keepsUnit && points.FirstOrDefault(point => Over(point.Value, context) != over) is { Value: not null } other)
        {
            context.Problems.Add(
                Codes.TimesDiffer, here.Below(other.Key.ToString()), $"{here.Path} states chances within different times.",
                "state all of them for the same time.");
        }

        var path = new YearlyPath
        {
            Points = [.. points.Select(point => new PathPoint(point.Key, point.Value.Quantity))],
            Growth = block.Growth,
            Index = block.Index,
        };
        return new StatedPath(path, over);
    }

    private static double Over(Stated stated, Context context) => stated.Over(context.StepsPerYear);

    private static void CheckYears(ImmutableArray<KeyValuePair<FinancialYear, Stated>> points, Field here, Context context)
    {
        if (context.Horizon is not { } horizon)
        {
            return;
        }

        if (points[0].Key > horizon.Start)
        {
            context.Problems.Add(
                Codes.PathStartsLate, here.Below(points[0].Key.ToString()),
                $"{here.Path} starts in {points[0].Key}, after the first year of the run.",
                $"add a value for {horizon.Start} or earlier.");
        }

        foreach (var (year, _) in points)
        {
            if (year > horizon.YearAt(horizon.Years - 1))
            {
                context.Problems.Add(
                    Codes.BeyondHorizon, here.Below(year.ToString()),
                    $"{here.Path} has a value for {year}, and the run ends with {horizon.YearAt(horizon.Years - 1)}.");
            }
        }
    }
}
