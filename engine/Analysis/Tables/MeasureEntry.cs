using SystemSim.Model;

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

    /// <summary>Unit of ratios.</summary>
    public const string Ratio = "ratio";

    /// <summary>Unit of shares of a whole.</summary>
    public const string Share = "share";

    /// <summary>Table of present values, which are real money by definition.</summary>
    public const string AppraisalTable = "appraisal";

    /// <summary>Whether it is there only as a difference from the baseline.</summary>
    public bool IsDifference { get; init; }

    /// <summary>Whether the year of its row is what it tells, so that no difference can be taken of it.</summary>
    public bool TellsWhen { get; init; }

    /// <summary>Whether it is a limit: where it is not there, nothing limits.</summary>
    public bool IsLimit { get; init; }

    /// <summary>Whether it is told of one option alone, which is chosen among all; the others do not have it.</summary>
    public bool IsOfChoice { get; init; }

    /// <summary>Whether it is not known where it is not there, rather than 0: a ratio to nothing, a limit that nobody set. No difference is
    /// taken from such a one.</summary>
    public bool IsUnknownWhereAbsent => IsLimit || IsOfChoice || Unit is Ratio or Share;

    /// <summary>Whether it is what there is at the end of a year.</summary>
    public bool IsStock { get; init; }

    /// <summary>The measure whose years up to its own it adds up, so that its real value is the sum of these years' real values; empty for
    /// none.</summary>
    public string SumOf { get; init; } = "";

    /// <summary>Whether it is counted up from the start of the run.</summary>
    public bool CountsFromStart { get; init; }

    /// <summary>Whether it is counted or discounted from the start of the run, so that it is something else where another year is the
    /// first.</summary>
    public bool DependsOnStart => CountsFromStart || Table == AppraisalTable;

    /// <summary>Whether it is a ratio or a share of what happened in a year; the ratios of an appraisal are of no year.</summary>
    public bool IsRatioOfYear => Unit is Ratio or Share && Table != AppraisalTable;

    /// <summary>Whether years add up: of what there is at the end of a year, and of ratios of a year, they do not.</summary>
    public bool YearsAddUp => !IsStock && !IsRatioOfYear;

    /// <summary>Whether it is money as it is paid, and never real: a step from the prices of one year to those of the next.</summary>
    public bool IsNominalOnly { get; init; }

    /// <summary>Whether it is there with draws alone, its central value among what is told of its distribution.</summary>
    public bool IsOfDraws { get; init; }

    /// <summary>Whether it is money in the prices of the base year alone.</summary>
    public bool IsPresentValue => Table == AppraisalTable && IsMoney;

    /// <summary>Whether it is money, which is given nominal and real unless it is a present value.</summary>
    public bool IsMoney => Unit == Money;

    /// <summary>The price base in which a scenario leads with it; empty for what is not money.</summary>
    public string LeadingPrices(Scenario scenario) => this switch
    {
        { IsMoney: false } => "",
        { IsNominalOnly: true } => Headline.Nominal,
        { IsPresentValue: true } => new Deflator(scenario).PriceBase,
        _ => Deflator.LeadingBase(scenario),
    };
}
