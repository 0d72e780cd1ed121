namespace SystemSim.Analysis;

/// <summary>What a number of the answers is about, apart from its time: one for a whole series of numbers.</summary>
/// <remarks>What does not apply is empty, never a guess.</remarks>
public sealed record Subject
{
    /// <summary>Option.</summary>
    public required string Option { get; init; }

    /// <summary>Baseline from which this is the difference; empty for the option's own value.</summary>
    public string Against { get; init; } = "";

    /// <summary>Measure, as listed in the catalogue.</summary>
    public required string Measure { get; init; }

    /// <summary>Who pays, or whose position it is.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Fund.</summary>
    public string Fund { get; init; } = "";

    /// <summary>Who provides.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Service.</summary>
    public string Service { get; init; } = "";

    /// <summary>Tier of the service.</summary>
    public string Tier { get; init; } = "";

    /// <summary>Area.</summary>
    public string Area { get; init; } = "";

    /// <summary>Age band.</summary>
    public string AgeBand { get; init; } = "";

    /// <summary>Need state.</summary>
    public string NeedState { get; init; } = "";

    /// <summary><c>nominal</c>, or the year whose prices the value is in; empty for what is not money.</summary>
    public string PriceBase { get; init; } = "";

    /// <summary>Unit.</summary>
    public required string Unit { get; init; }

    /// <summary>What the value is of its distribution; <c>central</c> for the run with central values.</summary>
    public string Statistic { get; init; } = "central";

    /// <summary>Draw; null unless the row belongs to one.</summary>
    public int? Draw { get; init; }

    /// <summary>The value of a named column of text other than the year; null for a column that does not.</summary>
    public string? Text(string column) => column switch
    {
        "option" => Option,
        "against" => Against,
        "measure" => Measure,
        "organisation" => Organisation,
        "fund" => Fund,
        "provider" => Provider,
        "service" => Service,
        "tier" => Tier,
        "area" => Area,
        "age_band" => AgeBand,
        "need_state" => NeedState,
        "price_base" => PriceBase,
        "unit" => Unit,
        "statistic" => Statistic,
        _ => null,
    };
}
