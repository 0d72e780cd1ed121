namespace SystemSim.Reporting;

/// <summary>How much of a headline is printed, so that it stays on one screen.</summary>
/// <param name="Sentences">Whether every option has its sentences.</param>
/// <param name="OrganisationsByYear">Whether spending by year is also by organisation, rather than over all years only.</param>
/// <param name="MostAccounts">The most accounts that have a line of their own; the rest are added up.</param>
internal sealed record HeadlineDetail(bool Sentences, bool OrganisationsByYear, int MostAccounts)
{
    /// <summary>From all to little.</summary>
    public static ImmutableArray<HeadlineDetail> Levels { get; } =
    [
        new(Sentences: true, OrganisationsByYear: true, MostAccounts: 12),
        new(Sentences: true, OrganisationsByYear: true, MostAccounts: 6),
        new(Sentences: true, OrganisationsByYear: false, MostAccounts: 6),
        new(Sentences: false, OrganisationsByYear: false, MostAccounts: 4),
    ];
}
