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
            : known.Rows.IsEmpty ? []
            : [Prose.Of("No single number turns it, as far as any goes in its range.")];
    }

    private static Prose Sentence(AnswerReader reader, TurningValue value)
    {
        var beyond = value.Chance is { } chance && reader.Headlined is not null
            ? $"; it is beyond that {Figures.Chance(chance)}"
            : "";
        return Prose.Of($"{value.Quantity} is {value.Turns} instead of {value.Central}{beyond}.");
    }
}
