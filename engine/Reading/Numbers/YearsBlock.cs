using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Values by year, as written.</summary>
internal sealed record YearsBlock
{
    /// <summary>The values, in the order of the file.</summary>
    public required ImmutableArray<KeyValuePair<FinancialYear, Stated>> Points { get; init; }

    /// <summary>Growth after the last; null for none.</summary>
    public Quantity? Growth { get; init; }

    /// <summary>Index followed after the last; null for none.</summary>
    public IndexId? Index { get; init; }

    /// <summary>Asks for the keys of a path.</summary>
    public static YearsBlock Declare(Keys keys, NumberShape number)
    {
        var block = new YearsBlock
        {
            Points = keys.Each(Words.Year, number, "financial year", atLeastOne: true),
            Growth = keys.Optional("growth", Numbers.Growth.Quantity, "growth a year after the last year"),
            Index = keys.Optional("index", Words.Index.Maybe(), null, "price index followed after the last year"),
        };
        keys.NotBoth("growth", "index");
        return block;
    }
}
