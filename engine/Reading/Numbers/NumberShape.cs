using System.Text.Json.Nodes;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A number: written alone, or as a block that says where it comes from and how uncertain it is.</summary>
internal sealed class NumberShape : Shape<Stated>
{
    private static readonly Shape<string> Distribution = Shapes.OneOf(
        "normal", "lognormal", "logitnormal", "uniform", "triangular", "pert", "beta", "gamma", "discrete", "empirical");

    private static readonly Shape<double> Chance = Numbers.Certain(NumberKinds.Share);
    private static readonly Shape<double> Weight = Numbers.Certain(NumberKinds.Number with { Percent = true });

    private readonly NumberKind kind;
    private readonly WrittenShape written;
    private readonly Shape<Stated> block;
    private readonly PathShape path;

    /// <summary>Declares a number.</summary>
    /// <param name="kind">Its kind.</param>
    public NumberShape(NumberKind kind)
    {
        this.kind = kind;
        written = new WrittenShape(kind);
        block = Shapes.Sourced(Declare).Then(Make);
        Quantity = Then((stated, _, _) => stated.Quantity);
        Timed = Then((stated, _, context) => new TimedQuantity(stated.Quantity, stated.Over(context.StepsPerYear)));
        path = new PathShape(this, kind.KeepsUnit);
        TimedPath = path.Named($"{kind.Name}_path");
        Path = TimedPath.Then((timed, _, _) => timed.Path);
        Years = path.Years.Then((timed, _, _) => timed.Path);
    }

    /// <summary>The number without the unit it was written in.</summary>
    public Shape<Quantity> Quantity { get; }

    /// <summary>The number with the time within which it holds.</summary>
    public Shape<TimedQuantity> Timed { get; }

    /// <summary>The number, or a path of such numbers over years.</summary>
    public Shape<YearlyPath> Path { get; }

    /// <summary>A path of such numbers over years, and never one number alone.</summary>
    public Shape<YearlyPath> Years { get; }

    /// <summary>The same, with the time within which the numbers hold.</summary>
    public Shape<StatedPath> TimedPath { get; }

    /// <summary>Whether a block of keys is a number rather than something that holds numbers.</summary>
    public static bool IsBlock(Mapping mapping) =>
        mapping.Entries.Any(entry => entry.Key.Text is "value" or "mean" or "events")
        || (mapping.Find("shape") is not null && (mapping.Find("low") ?? mapping.Find("values")) is not null);

    /// <summary>The same, where nothing but numbers can stand: a block that states a range and no value is meant as a number too.</summary>
    public static bool IsMeantAsBlock(Mapping mapping) =>
        IsBlock(mapping) || mapping.Entries.Any(entry => entry.Key.Text is "low" or "high" or "sd" or "of" or "values");

    /// <summary>Whether a key of a number's block holds an amount in the unit of the number.</summary>
    public static bool IsAmount(string key) => key is "value" or "mean" or "low" or "high" or "sd" or "values";

    /// <summary>Makes values by year into a path.</summary>
    public StatedPath FromYears(YearsBlock years, Field here, Context context) => path.FromYears(years, here, context);

    /// <inheritdoc/>
    public override Stated Read(Field here, Context context)
    {
        if (here.Node is Mapping)
        {
            return block.Read(here, context);
        }

        var before = context.Problems.Errors;
        var number = written.Read(here, context);
        if (context.Problems.Errors > before)
        {
            return Blank;
        }

        var value = number.Value(kind, "", context.StepsPerYear);
        NumberRules.CheckRange(kind, value, number, context.Problems);
        NumberRules.CheckCentre(kind, value, number, context.Problems);
        return Keep(
            new Quantity
            {
                Value = value,
                Name = here.Path,
                Limits = kind.Limits,
                IsAssumption = here.From.IsAssumption,
            },
            number.Unit,
            here.From,
            here,
            context
        );
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaBook book) => book.Define(
        kind.Name,
        () => new JsonObject
        {
            ["anyOf"] = new JsonArray(written.Describe(book), block.Describe(book)),
            ["description"] = $"{kind.What}, such as {kind.Example}",
        });

    /// <summary>Asks for the keys of a number's block.</summary>
    public NumberBlock Declare(Keys keys)
    {
        var plain = new WrittenShape(NumberKinds.Number);
        var number = new NumberBlock
        {
            From = keys.From,
            Value = keys.Optional("value", written, "central value"),
            Low = keys.Optional("low", written, "lower end of the range"),
            High = keys.Optional("high", written, "upper end of the range"),
            Mean = keys.Optional("mean", written, "mean, in place of a value"),
            Deviation = keys.Optional("sd", written, "standard deviation"),
            Events = kind.Counted ? keys.Optional("events", plain, "events counted, in place of a value") : null,
            Of = kind.Counted ? keys.Optional("of", plain, "out of how many they were counted") : null,
            Interval = keys.Optional("interval", Chance.Maybe(), null, "chance that low to high holds the number, 80% unless stated"),
            Values = keys.Optional(
                "values",
                Shapes.ListOf(written, atLeast: 1),
                [],
                "values that it may have (discrete), or that were seen (empirical)"
            ),
            Weights = keys.Optional("weights", Shapes.ListOf(Weight, atLeast: 1), [], "weights of discrete values, in their order"),
            Shape = keys.Optional("shape", Distribution, "shape of the distribution"),
            Grade = keys.Optional("grade", Words.GradeLetter, "grade of the evidence, A to E"),
            IsAssumption = keys.Optional("assumption", Shapes.YesOrNo, false, "true for a number that nobody could find"),
            Note = keys.Optional("note", Shapes.Text, "anything a reader should know"),
        };
        keys.AtLeastOne(kind.Counted ? ["value", "mean", "events", "low", "values"] : ["value", "mean", "low", "values"]);
        keys.NotBoth("value", "mean");
        if (kind.Counted)
        {
            keys.NotBoth("value", "events");
            keys.NotBoth("mean", "events");
        }

        keys.Needs("mean", "sd");
        keys.Needs("low", "high");
        keys.Needs("high", "low");
        if (kind.Counted)
        {
            keys.Needs("events", "of");
            keys.Needs("of", "events");
        }

        return number;
    }

    /// <summary>Makes a block into a number.</summary>
    public Stated Make(NumberBlock number, Field here, Context context)
    {
        var before = context.Problems.Errors;
        NumberRules.CheckTogether(number, kind, here, context.Problems);
        if (context.Problems.Errors > before)
        {
            return Blank;
        }

        var unit = number.Centre.Unit;
        var spread = new Spread
        {
            Shape = number.Shape,
            Low = Value(number.Low),
            High = Value(number.High),
            Interval = number.Interval,
            StandardDeviation = number.Deviation?.Width(kind, unit, context.StepsPerYear),
            Events = number.Events?.Amount,
            Of = number.Of?.Amount,
            Values = number.Values.IsEmpty ? [] : [.. number.Values.Select(seen => Value(seen)!.Value)],
            Weights = number.Weights.IsEmpty ? [] : number.Weights,
        };
        var quantity = new Quantity
        {
            Value = Value(number.Value ?? number.Mean) ?? SpreadCentre.Of(spread, kind.Limits),
            Name = here.Path,
            Limits = kind.Limits,
            Spread = spread == new Spread() ? null : spread,
            Grade = number.Grade,
            Note = number.Note,
            IsAssumption = number.IsAssumption || number.From.IsAssumption,
        };
        NumberRules.CheckRange(kind, quantity.Value, number.Centre, context.Problems);
        NumberRules.CheckCentre(kind, quantity.Value, number.Centre, context.Problems);
        NumberRules.CheckRange(kind, spread.Low, number.Low, context.Problems);
        NumberRules.CheckRange(kind, spread.High, number.High, context.Problems);
        foreach (var (value, seen) in spread.Values.Zip(number.Values))
        {
            NumberRules.CheckRange(kind, value, seen, context.Problems);
        }

        NumberRules.CheckOrder(quantity, number, context.Problems);
        if (context.Problems.Errors == before)
        {
            SpreadRules.Check(quantity, number, here, context.Problems);
        }

        var from = number.IsAssumption ? number.From with { SaidAt = here.At } : number.From;
        return Keep(quantity, unit, from, here, context);

        double? Value(Written? amount) => amount?.Value(kind, unit, context.StepsPerYear);
    }

    private Stated Keep(Quantity quantity, string unit, Provenance from, Field here, Context context) =>
        new(context.Keep(quantity with { Source = from.Source, Unit = kind.UnitOf(unit) }, here, from), unit);
}
