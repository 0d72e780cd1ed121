namespace SystemSim.Reporting;

/// <summary>How much of a headline is printed, so that it stays on one screen.</summary>
/// <param name="Sentences">Whether every option has its sentences.</param>
/// <param name="MostSpenders">The most organisations whose spending has lines of its own; the rest are added up, and with 0 all
/// are.</param>
/// <param name="MostAccounts">The most accounts that have a line of their own at the end; the rest are added up.</param>
internal sealed record HeadlineDetail(bool Sentences, int MostSpenders, int MostAccounts)
{
    /// <summary>From all to little.</summary>
    public static ImmutableArray<HeadlineDetail> Levels { get; } =
    [
        new(Sentences: true, MostSpenders: 12, MostAccounts: 12),
        new(Sentences: true, MostSpenders: 4, MostAccounts: 6),
        new(Sentences: false, MostSpenders: 4, MostAccounts: 6),
        new(Sentences: false, MostSpenders: 3, MostAccounts: 4),
        new(Sentences: false, MostSpenders: 2, MostAccounts: 4),
        new(Sentences: false, MostSpenders: 0, MostAccounts: 4),
    ];
}
