namespace SystemSim.Reading;

/// <summary>Collects what there is to say about a scenario while it is read.</summary>
internal sealed class Problems
{
    /// <summary>The most problems that are listed: who has more is not helped by more.</summary>
    public const int MostListed = 1_000;

    private readonly List<Diagnostic> all = [];
    private readonly HashSet<Diagnostic> said = [];
    private int listed;

    /// <summary>Everything said so far, errors and findings, each once however often a part was read.</summary>
    public IReadOnlyList<Diagnostic> All => all;

    /// <summary>Number of errors so far: whoever reads a part compares it before and after, to know whether the part is whole.</summary>
    public int Errors { get; private set; }

    /// <summary>Adds one problem or finding.</summary>
    /// <param name="code">What kind it is.</param>
    /// <param name="at">First character of the text in question.</param>
    /// <param name="problem">One sentence that quotes what was written.</param>
    /// <param name="hint">What to try next.</param>
    public void Add(Code code, Spot at, string problem, string? hint = null)
    {
        var isError = code.Severity == Severity.Error;
        Errors += isError ? 1 : 0;
        if (listed > MostListed || !said.Add(new Diagnostic(code.Id, code.Severity, at, problem, hint)))
        {
            return;
        }

        listed += isError ? 1 : 0;
        all.Add(listed <= MostListed
            ? new Diagnostic(code.Id, code.Severity, at, problem, hint)
            : new Diagnostic(
                Codes.TooMuch.Id, Severity.Error, at, $"there are more than {MostListed} problems: the others are not listed."));
    }

    /// <summary>Notes that a part is broken by what is said elsewhere, where the name that it mentions is declared.</summary>
    public void CountSaid() => Errors++;

    /// <summary>Adds why a file could not be read.</summary>
    public void Add(UnreadableException reason) => Add(reason.Code, reason.At, reason.Message, reason.Hint);
}
