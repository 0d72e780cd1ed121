namespace SystemSim.Reading;

/// <summary>Which numbers of a kind may stand bare: without the percent sign, or the <c>per 1000</c>, with which people usually write
/// it.</summary>
internal enum Bare
{
    /// <summary>All of them: the kind is not usually written in percent.</summary>
    Any,

    /// <summary>From 0 to 1, as weights of the quality of life.</summary>
    UpToOne,

    /// <summary>From 0 to below 1: 0.18 is 18%, and 1 could be 1% as well as 100%.</summary>
    BelowOne,

    /// <summary>0 alone: of growth 0.5 could be 0.5% as well as 50%.</summary>
    Zero,
}
