using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What it costs to go on as today, in words; that it cannot be told where every option turns more people away.</summary>
/// <param name="reader">Finds numbers.</param>
/// <param name="request">What was run.</param>
internal sealed class InactionStory(AnswerReader reader, EvidenceRequest request)
{
    private int Last => reader.Years.Length - 1;

    /// <summary>The sentences; null where the baseline ran alone.</summary>
    public Prose? Sentences() => CostOfInaction.Of(request.Answers, reader.Made) switch
    {
        null => null,
        { Option: { } option } => Told(option),
        _ => Prose.Of(
            $"What it costs to go on as today cannot be told: with every option more people are turned away in some year than in {reader.Years[0]}."),
    };

    private Prose Told(OptionId option)
    {
        var cost = reader.Headlined is null
            ? new Ranged(Central(option))
            : new Ranged(Drawn(option, "mean", "mean"), Drawn(option, "p10", "p90"), Drawn(option, "p90", "p10"));
        return Prose
            .Of($"Cost of inaction: over {reader.Span}, ")
            .Then(Figures.More(cost.Middle))
            .Then($" is spent with {reader.Quoted(reader.Scenario.Baseline)} {(Amount.IsNothing(cost.Middle.Value) ? "as" : "than")} with ")
            .Then(reader.Quoted(option))
            .Then(Figures.InBrackets(cost))
            .Then($", the option that costs least of those that in no year turn away more people than in {reader.Years[0]}.");
    }

    /// <summary>A statistic: what the option spends more, with the other sign.</summary>
    private Cited Drawn(OptionId option, string statistic, string of)
    {
        var more = reader.OfDraws(option, "spend_to_date", Last, of)!;
        return Turned(
            more,
            more.Of.Replace("measure=spend_to_date", $"measure={CostOfInaction.Measure}", StringComparison.Ordinal)
                .Replace($"statistic={of}", $"statistic={statistic}", StringComparison.Ordinal));
    }

    private Cited Central(OptionId option)
    {
        var more = reader.SpendDifference(option);
        return Turned(
            more,
            $"{more.Of.Replace("measure=spend", $"measure={CostOfInaction.Measure}", StringComparison.Ordinal)};year={reader.Years[^1]}");
    }

    private static Cited Turned(Cited more, string of) => more with { Value = 0.0 - more.Value, Of = of };
}
