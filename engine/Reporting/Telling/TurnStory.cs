namespace SystemSim.Reporting;

/// <summary>What single numbers would have to be for the answer to turn.</summary>
internal static class TurnStory
{
    private const int MostTold = 3;

    /// <summary>The sentences, three at most.</summary>
    public static IEnumerable<Prose> Sentences(AnswerReader reader, EvidenceRequest request)
    {
        if (request.Sensitivity is not { } known)
        {
            return [];
        }

        var told = known.Switching.Take(MostTold).Select(value => Sentence(reader, value)).ToArray();
        return told.Length > 0 ? told
            : known.Rows.IsEmpty || known.IsNothing ? []
            : [Prose.Of("No single number turns it, as far as any goes in its range.")];
    }

    private static Prose Sentence(AnswerReader reader, TurningValue value)
    {
        var beyond = value.Chance is { } chance && reader.Headlined is not null
            ? $"; it is beyond that {Figures.Chance(chance)}"
            : "";
        return Prose.Of($"{value.Quantity} is {Shorter(value.Turns, value.Central)} instead of {value.Central}{beyond}.");
    }

    /// <summary>The first of two values without its unit, where the second has the same.</summary>
    private static string Shorter(string first, string second)
    {
        var (one, other) = (first.IndexOf(' ', StringComparison.Ordinal), second.IndexOf(' ', StringComparison.Ordinal));
        return one >= 0 && other >= 0 && first[one..] == second[other..] ? first[..one] : first;
    }
}
