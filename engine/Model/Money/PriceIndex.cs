namespace SystemSim.Model;

/// <summary>A price index: levels by financial year.</summary>
public sealed record PriceIndex
{
    /// <summary>Name used in the scenario.</summary>
    public required IndexId Id { get; init; }

    /// <summary>Name to print.</summary>
    public string Title
    {
        get => field.Length > 0 ? field : Id.Name.Replace('_', ' ');
        init;
    } = "";

    /// <summary>Levels, above zero; only their ratios matter. Years between two points take the earlier one.</summary>
    public required YearlyPath Levels { get; init; }
}
