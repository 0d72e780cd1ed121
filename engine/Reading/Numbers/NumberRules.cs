using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What the parts of a number's block must have to do with each other.</summary>
internal static class NumberRules
{
    /// <summary>Checks which keys stand together, before any of them is worked out.</summary>
    public static void CheckTogether(NumberBlock number, NumberKind kind, Field here, Problems problems)
    {
        if (number.Low is { } low && (number.Deviation is not null || number.Events is not null))
        {
            problems.Add(
                Codes.SpreadParts, low.At.At, $"{here.Path} has a range beside another statement of its spread.",
                "keep the range, or sd, or events and of.");
        }

        if (number is { Deviation: { } deviation, Events: not null })
        {
            problems.Add(
                Codes.SpreadParts, deviation.At.At, $"{here.Path} has a standard deviation beside counted events.", "keep one of them.");
        }

        if (number is { Shape: { } shape, Low: null, Deviation: null, Events: null, Values.IsEmpty: true })
        {
            problems.Add(
                Codes.SpreadParts, here.Below("shape"), $"'{shape}' is the shape of a spread, and {here.Path} has none.",
                "add low and high, or sd.");
        }

        if (number.Shape is "uniform" or "triangular" or "pert" && number.Low is null && (number.Deviation ?? number.Events) is not null)
        {
            problems.Add(Codes.SpreadParts, here.Below("shape"), $"the shape '{number.Shape}' needs low and high.");
        }

        CheckValues(number, here, problems);
        CheckUnits(number, kind, here, problems);
        CheckCounts(number, here, problems);
    }

    /// <summary>Checks that the range holds the value, and that there is some width.</summary>
    public static void CheckOrder(Quantity quantity, NumberBlock number, Problems problems)
    {
        var spread = quantity.Spread;
        if (spread?.Low > quantity.Value || spread?.High < quantity.Value)
        {
            problems.Add(
                Codes.RangeOrder, number.Centre.At.At,
                $"the value {number.Centre.At.Text} is not between its low {number.Low!.At.Text} and its high {number.High!.At.Text}.");
        }

        if (spread?.StandardDeviation <= 0.0)
        {
            problems.Add(
                Codes.OutOfRange, number.Deviation!.At.At,
                $"'{number.Deviation.At.Text}' is out of range: a standard deviation is above 0.");
        }
    }

    /// <summary>Checks that a value, where there is one, is one that its kind can have.</summary>
    public static void CheckRange(NumberKind kind, double? value, Written? number, Problems problems)
    {
        if (value is not { } stated || number is null)
        {
            return;
        }

        if (!kind.Allows(stated) || Math.Abs(stated) >= NumberKind.Largest)
        {
            var change = number.At.Changes.LastOrDefault();
            var after = change is null ? "" : $" after {change.Text}";
            problems.Add(
                Codes.OutOfRange,
                (change?.At ?? number.At).At,
                $"'{number.At.Text}'{after} is out of range: {kind.What} is {(kind.Allows(stated) ? "less than 10^15" : kind.Allowed)}."
            );
        }
    }

    /// <summary>Checks that a central value is not below what only a range may reach.</summary>
    public static void CheckCentre(NumberKind kind, double value, Written number, Problems problems)
    {
        if (value < kind.LeastCentre)
        {
            problems.Add(
                Codes.OutOfRange, number.At.At, $"'{number.At.Text}' is out of range: the central value of {kind.What} is 0 or more.",
                "state what rises under 'more', and what falls under 'less'.");
        }
    }

    private static void CheckValues(NumberBlock number, Field here, Problems problems)
    {
        var hasValues = !number.Values.IsEmpty;
        if (hasValues != number.Shape is "discrete" or "empirical")
        {
            problems.Add(
                Codes.SpreadParts,
                here.Below(hasValues ? "values" : "shape"),
                hasValues
                    ? $"{here.Path} has values, and does not say that they are discrete or empirical."
                    : $"the shape '{number.Shape}' needs values.",
                "write values: [...] with shape: discrete or shape: empirical."
            );
        }

        if (hasValues && (number.Low ?? number.Deviation ?? number.Events) is { } other)
        {
            problems.Add(
                Codes.SpreadParts,
                other.At.At,
                $"{here.Path} has values beside another statement of its spread.",
                "keep one of them."
            );
        }

        if (
            !number.Weights.IsEmpty
            && (number.Shape != "discrete" || number.Weights.Length != number.Values.Length || number.Weights.Sum() <= 0.0)
        )
        {
            problems.Add(
                Codes.SpreadParts,
                here.Below("weights"),
                $"the weights of {here.Path} are not one for each of its discrete values, with a sum above 0."
            );
        }

        if (
            number.Interval is { } interval
            && (number.Low is null || interval is <= 0.0 or >= 1.0 || number.Shape is "triangular" or "pert")
        )
        {
            problems.Add(
                Codes.SpreadParts, here.Below("interval"),
                $"the interval of {here.Path} says nothing: it is the chance, above 0% and below 100%, that low to high holds the number.",
                "low and high of shape triangular or pert are its ends.");
        }
    }

    private static void CheckUnits(NumberBlock number, NumberKind kind, Field here, Problems problems)
    {
        // A range without a unit has that of the value. Months and years can be compared; chances within them cannot, nor can costs.
        var centre = number.Centre;
        var comparable = !kind.KeepsUnit && kind.Unit != Unit.OfCost;
        foreach (var part in (Written?[])[number.Low, number.High, number.Deviation, .. number.Values])
        {
            if (part is not null && ((!comparable && part.Unit.Length > 0 && part.Unit != centre.Unit) || part.Per != centre.Per))
            {
                problems.Add(
                    Codes.UnitsDiffer, part.At.At, $"'{part.At.Text}' is not in the unit of '{centre.At.Text}'.",
                    $"write all numbers of {here.Path} in the same unit.");
            }
        }
    }

    private static void CheckCounts(NumberBlock number, Field here, Problems problems)
    {
        if (number is { Events: { } events, Of: { } of } && (of.Amount <= 0.0 || events.Amount > of.Amount))
        {
            problems.Add(
                Codes.RangeOrder, events.At.At, $"{here.Path} has {events.At.Text} events of {of.At.Text}.",
                "events are at most what they are counted of, and that is above 0.");
        }
    }
}
