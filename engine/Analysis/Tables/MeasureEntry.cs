namespace SystemSim.Analysis;

/// <summary>One measure of the catalogue.</summary>
/// <param name="Name">Name in the tidy files.</param>
/// <param name="Table">Tidy file that holds it.</param>
/// <param name="Unit">Unit; empty where it is the service's own.</param>
/// <param name="Meaning">What it is; one line.</param>
public sealed record MeasureEntry(string Name, string Table, string Unit, string Meaning)
{
    /// <summary>Unit of money.</summary>
    public const string Money = "GBP";

    /// <summary>Unit of probabilities.</summary>
    public const string Probability = "probability";

    /// <summary>Whether it is money, which is given nominal and real.</summary>
    public bool IsMoney => Unit == Money;
}
