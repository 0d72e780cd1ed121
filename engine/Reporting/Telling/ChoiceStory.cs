
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Which option is told of, which options are one, and which is the cheapest of those that do no harm.</summary>
internal sealed class ChoiceStory(AnswerReader reader, EvidenceRequest request, OptionsTable options, OptionLine? told)
{
    private const int MostNamed = 3;

    /// <summary>The sentences.</summary>
    public IEnumerable<Prose> Sentences()
    {
        var others = options.Lines.Where(line => !line.IsBaseline).ToArray();
        if (others.Length > 1)
        {
            yield return Prose.Of(
                told is not null
                    ? $"Told of first is {reader.Quoted(reader.Featured!.Value)}; {Figures.Counted(others.Length, "option is", "options are")} held against {reader.Quoted(reader.Scenario.Baseline)}."
                    : $"{Figures.Counted(others.Length, "option is", "options are")} held against {reader.Quoted(reader.Scenario.Baseline)}, and none is told of first: name one with headline in the scenario, or with --option."
            );
        }

        foreach (var line in options.Lines.Where(line => line.Options.Length > 1))
        {
            yield return Prose.Of(
                $"{Figures.Listed([.. line.Options.Select(reader.Quoted)])} are the same in every number{(reader.Draws is null ? "" : " of every simulation")}, and are told of as one."
            );
        }

        foreach (var idle in (told is null ? others : [told]).SelectMany(Idle))
        {
            yield return idle;
        }

        if (others.Length > 0 && reader.Headlined is not null && Cheapest() is { } cheapest)
        {
            yield return cheapest;
        }

        if (others.Length > 1 && new InactionStory(reader, request).Sentences() is { } inaction)
        {
            yield return inaction;
        }
    }

    /// <summary>What an option sets and nothing comes of, and money that nobody can spend.</summary>
    private IEnumerable<Prose> Idle(OptionLine line)
    {
        if (!line.WithoutEffect.IsEmpty)
        {
            var more = line.WithoutEffect.Length - MostNamed;
            yield return Prose.Of(
                $"{Quoted(line)} sets {string.Join("; ", line.WithoutEffect.Take(MostNamed))}{(more > 0 ? $"; and {more} more" : "")}. Nothing comes of that."
            );
        }

        foreach (var finding in request.Record.Findings.Where(finding => finding.Code == RunFinding.CannotBeSpent))
        {
            if (line.Options.Any(option => finding.Sentence.Contains($"'{option}'", StringComparison.Ordinal)))
            {
                yield return Prose.Of(AnswerReader.Capital(reader.Titled(finding.Sentence)));
            }
        }
    }

    /// <summary>The cheapest of those that turn nobody more away and lose no life; that it cannot be told where its lead is within twice
    /// the error of the draws.</summary>
    private Prose? Cheapest()
    {
        const double Errors = 2.0;
        var ranked = options.Lines.Where(line => line.Cheapest is not null && line.Harm is null)
            .OrderByDescending(line => line.Cheapest!.Value)
            .ToArray();
        if (ranked.Length < 2)
        {
            return null;
        }

        var (first, second) = (ranked[0], ranked[1]);
        var error = Math.Sqrt((ErrorOf(first) * ErrorOf(first)) + (ErrorOf(second) * ErrorOf(second)));
        var lead = first.Cheapest!.Value - second.Cheapest!.Value;
        var harmful = options.Lines.Where(line => line.Harm is not null).Select(line => reader.Quoted(line.Options[0])).ToArray();
        var apart = harmful.Length == 0 ? "." : $". Set apart, because people lose by it: {Figures.Listed(harmful)}.";
        return lead <= Errors * error
            ? Prose.Of($"Which option is cheapest cannot be told: {Quoted(first)} and {Quoted(second)} are too close{apart}")
            : Prose
                .Of($"{Quoted(first)} is the cheapest ")
                .Then(Figures.Chance(first.Cheapest))
                .Then(Next(second))
                .Then(apart);
    }

    private Prose Next(OptionLine second) =>
        second.Cheapest!.Value <= 0.0 ? new Prose([]) : Prose.Of($", the next, {Quoted(second)}, ").Then(Figures.Chance(second.Cheapest));

    private string Quoted(OptionLine line) => reader.Quoted(line.Options[0]);

    private double ErrorOf(OptionLine line) =>
        line.Options.Length
        * reader.OfDraws(line.Options[0], "cheapest", reader.Years.Length - 1, "standard_error", isDifference: false)!.Value;
}
