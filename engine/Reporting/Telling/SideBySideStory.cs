namespace SystemSim.Reporting;

/// <summary>Several options of which none is told of first: each in a sentence, and which is the cheapest.</summary>
internal sealed class SideBySideStory(AnswerReader reader, EvidenceRequest request, OptionsTable options)
{
    private const int MostTold = 6;

    /// <summary>The sentences.</summary>
    public IEnumerable<Prose> Sentences()
    {
        var others = options.Lines.Where(line => !line.IsBaseline).ToArray();
        if (others.Length == 0)
        {
            yield return Alone();
            yield return Prose.Of(
                options.Lines[0].Options.Length > 1
                    ? "No option changes any number."
                    : "There is no other option to hold it against."
            );
            yield break;
        }

        foreach (var line in others.Take(MostTold))
        {
            yield return new OptionStory(reader, request, line).InShort();
        }

        if (others.Length > MostTold)
        {
            yield return Prose.Of($"{Figures.Counted(others.Length - MostTold, "more option stands", "more options stand")} in the table.");
        }
    }

    private Prose Alone()
    {
        var spend = options.Lines[0].Spent;
        return Prose
            .Of($"With {reader.Quoted(reader.Scenario.Baseline)} ")
            .Then(spend, Amount.Of(spend.Value))
            .Then($" is spent over {reader.Span}{(reader.Headlined is null ? "" : " on average")}.");
    }
}
