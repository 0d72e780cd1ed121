using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What a ledger says in one year: its rows, and what follows from them, in the names of the arrangement then in force.</summary>
internal sealed class LedgerReading
{
    private readonly Option option;
    private readonly Horizon horizon;
    private readonly Arranged[] arranged;

    /// <summary>Prepares to read an option's ledger.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option.</param>
    /// <param name="layout">What the ledger holds.</param>
    public LedgerReading(Scenario scenario, Option option, LedgerLayout layout)
    {
        (this.option, horizon) = (option, scenario.Horizon);
        // One subject stands for a whole series, whichever arrangement names it.
        var known = new Dictionary<Subject, Subject>();
        arranged =
        [
            .. option.Places.Select(place =>
            {
                var reader = new RowReader(option, place, scenario.BaselineOption.Place);
                ImmutableArray<Subject?> subjects = [.. layout.Rows.Select(row => reader.Describe(row) is { } about ? One(about) : null)];
                return new Arranged(
                    place,
                    subjects,
                    [.. DerivedSeries.Of(option, place, subjects).Select(series => series with { About = One(series.About) })]
                );
            }),
        ];

        Subject One(Subject about) => known.TryAdd(about, about) ? about : known[about];
    }

    /// <summary>[ledger row] what it is about in a year; null for what the arrangement does not have.</summary>
    public ImmutableArray<Subject?> Subjects(int year) => In(year).Subjects;

    /// <summary>What follows from the rows of a year.</summary>
    public ImmutableArray<DerivedSeries> Derived(int year) => In(year).Derived;

    private Arranged In(int year)
    {
        var place = option.PlaceIn(horizon.YearAt(year));
        return arranged.First(part => ReferenceEquals(part.Place, place));
    }

    private sealed record Arranged(Place Place, ImmutableArray<Subject?> Subjects, ImmutableArray<DerivedSeries> Derived);
}
