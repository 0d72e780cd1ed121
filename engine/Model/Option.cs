using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>One side of a comparison.</summary>
public sealed record Option
{
    /// <summary>Name used in the scenario.</summary>
    public required OptionId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>The place as it is under this option; from a later year on, where its arrangement takes over then.</summary>
    public required Place Place { get; init; }

    /// <summary>When its arrangement takes over; null where it is in force from the start.</summary>
    public ChangeOfArrangement? Change { get; init; }

    /// <summary>What the option sets, as <c>path = value</c>, in declaration order.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];

    /// <summary>The place as it is under this option in a year.</summary>
    public Place PlaceIn(FinancialYear year) => Change is { } change && year < change.From ? change.Before : Place;

    /// <summary>The organisations that are there in some year, in declaration order.</summary>
    public IEnumerable<Organisation> Bodies => Place.Organisations.Where(body => Places.Any(place => place.Has(body.Id)));

    /// <summary>The place under each arrangement that comes into force, the earlier one first.</summary>
    public IEnumerable<Place> Places => Change is { } change ? [change.Before, Place] : [Place];
}
