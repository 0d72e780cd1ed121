using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A kind of number: how it is written, what base unit it is read into, and what it may be.</summary>
internal sealed record NumberKind
{
    /// <summary>No number of a place, whatever its kind, is as large in size. It is no limit of what is drawn.</summary>
    public const double Largest = 1e15;

    /// <summary>Name of its definition in the JSON Schema.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, with its article: <c>a share</c>.</summary>
    public required string What { get; init; }

    /// <summary>How to write it.</summary>
    public required string Example { get; init; }

    /// <summary>Which signs it may have.</summary>
    public Sign Sign { get; init; }

    /// <summary>Whether it has a pound sign.</summary>
    public Pound Pound { get; init; }

    /// <summary>Whether it may be written in percent.</summary>
    public bool Percent { get; init; }

    /// <summary>Which numbers may stand without a percent sign or <c>per 1000</c>.</summary>
    public Bare Bare { get; init; }

    /// <summary>Whether it may be written <c>per 1000</c> (or any power of ten from 100 to 100,000).</summary>
    public bool Per { get; init; }

    /// <summary>Whether it may have an exponent, as tolerances do.</summary>
    public bool Exponent { get; init; }

    /// <summary>The words that follow it.</summary>
    public Unit Unit { get; init; } = Unit.None;

    /// <summary>Whether those words must be there.</summary>
    public bool NeedsUnit { get; init; }

    /// <summary>Whether the words are kept with the number instead of being turned into the base unit, as for chances.</summary>
    public bool KeepsUnit { get; init; }

    /// <summary>The base unit that it is read into, in words.</summary>
    public string BaseUnit { get; init; } = "number";

    /// <summary>Whether it may be given by counts (<c>events</c> and <c>of</c>).</summary>
    public bool Counted { get; init; }

    /// <summary>Smallest value, in the base unit.</summary>
    public double Least { get; init; }

    /// <summary>Whether <see cref="Least"/> itself is too small.</summary>
    public bool AboveLeast { get; init; }

    /// <summary>Largest value, in the base unit.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>Smallest central value, where a range may reach below it.</summary>
    public double LeastCentre { get; init; } = double.NegativeInfinity;

    /// <summary>What <see cref="Least"/> and <see cref="Most"/> allow, in words.</summary>
    public string Allowed { get; init; } = "0 or more";

    /// <summary>The unit of a number that was read, in words: the base unit, or what is kept of the one it was written in.</summary>
    /// <param name="written">The word that follows the number; empty when none does.</param>
    public string UnitOf(string written) => this switch
    {
        { KeepsUnit: true } => $"{BaseUnit} a {(written.Length > 0 ? written : "year")}",
        { Name: "cost_of_unit" } => written switch { "" => "GBP a unit", "bed-day" => "GBP a bed-day", _ => "GBP a year" },
        _ => BaseUnit,
    };

    /// <summary>What it can be.</summary>
    public Limits Limits => new(Least, AboveLeast, Most);

    /// <summary>Regular expression of all ways to write it.</summary>
    public string Pattern => NumberText.PatternOf(this);

    /// <summary>Whether a value in the base unit is one that it may have.</summary>
    public bool Allows(double value) => double.IsFinite(value) && value <= Most && (AboveLeast ? value > Least : value >= Least);
}
