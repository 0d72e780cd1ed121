using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>The three to five claims that a run supports, each with the question that it answers, what an opponent will say and the
/// answer to that; what comes back of each pound first, whichever way it falls.</summary>
internal sealed class Claims(AnswerReader reader, EvidenceRequest request, OptionsTable options, IReadOnlyList<Claim> charts)
{
    /// <summary>The claims; none where no option is told of.</summary>
    public IEnumerable<Claim> All()
    {
        if (
            reader.Featured is not { } option
            || options.Lines.FirstOrDefault(known => known.Options.Contains(option)) is not { IsBaseline: false } line
        )
        {
            return [];
        }

        var story = new OptionStory(reader, request, line);
        Claim?[] all =
        [
            Of("break-even", "What comes back for each £1, and who is helped?", ForOnePound(line), AgainstPound(line), ReplyPound(line)),
            Of("difference", "Who pays more and who pays less?", story.Whole(), AgainstSpending(line), ReplySpending(option)),
            Of("gains", "Who is better off and who is worse off?", story.Keeps(), AgainstGains(option), Losers(option)),
            Of("tiers", "What happens to services, and to people?", Services(story), AgainstServices(line), ReplyServices(line)),
            Of(
                "tornado",
                "Which numbers decide?",
                Decide(),
                Prose.Of("These numbers are guesses."),
                Prose.Of(TrustStory.Sources(reader.Scenario))
            ),
        ];
        return all.OfType<Claim>();
    }

    private Claim? Of(string chart, string question, Prose? sentence, Prose opponent, Prose reply) =>
        sentence is { } said && charts.FirstOrDefault(known => known.Picture.Name == chart) is { } found
            ? found with { Question = question, Sentence = said, Opponent = opponent, Reply = reply }
            : null;

    private Prose ForOnePound(OptionLine line)
    {
        var people = Helped(line);
        return line.ForOnePound is { Tells: true } pound
            ? Prose
                .Of("For each £1 that it costs, ")
                .Then(pound.Ratio, pound.Pounds)
                .Then($" comes back in benefits{(pound.LittleCost is null ? ", with central values" : " on average")}: ")
                .Then(pound.Net, Amount.Of(pound.Net.Value))
                .Then(Amount.IsBelow(pound.Net.Value) ? " less than it costs" : " more than it costs")
                .Then(pound.Little is { } little ? Prose.Of(" (").Then(little).Then(")") : new Prose([]))
                .Then("; ")
                .Then(people)
                .Then(".")
            : line.ForOnePound is { LittleCost: { } often } without
                ? Prose
                    .Of("What comes back for each £1 cannot be told, because the cost is next to nothing ")
                    .Then(Figures.Chance(often))
                    .Then("; benefits less costs are ")
                    .Then(without.Net, Amount.Of(without.Net.Value))
                    .Then(Amount.IsBelow(without.Net.Value) ? " worse on average; " : " better on average; ")
                    .Then(people)
                    .Then(".")
            : Prose.Of("What comes back for each £1 cannot be told: no benefit is set against a cost here; ").Then(people).Then(".");
    }

    private Prose Helped(OptionLine line)
    {
        var baseline = options.Lines.First(known => known.IsBaseline);
        if (line.Helped is not { } helped || baseline.Helped is not { } before)
        {
            return Prose.Of("").Then(line.TurnedAway, Amount.Count(line.TurnedAway.Value)).Then(" contacts are turned away");
        }

        return Prose
            .Of("services that may be cut help with ")
            .Then(helped, Amount.Count(helped.Value))
            .Then(" contacts instead of ")
            .Then(before, Amount.Count(before.Value))
            .Then(", and ")
            .Then(line.TurnedAway, Amount.Count(line.TurnedAway.Value))
            .Then(" are turned away instead of ")
            .Then(baseline.TurnedAway, Amount.Count(baseline.TurnedAway.Value));
    }

    private static Prose AgainstPound(OptionLine line) => Prose.Of(line.ForOnePound switch
    {
        null or { Tells: false } => "Nobody knows what comes back of the money.",
        { Ratio.Value: < 1.0 } => "Less comes back than is put in.",
        _ => "Benefits on paper are no money in the bank.",
    });

    private Prose ReplyPound(OptionLine line)
    {
        var cash = reader.Sum(line.Options[0], "cash", isDifference: true);
        return line.ForOnePound switch
        {
            { Tells: false } => Prose.Of("True: hardly anything is put in that it could be held against. What is left over is told instead."),
            null => Prose.Of("True: the scenario states no worth of what is achieved. The table says who is helped and who pays."),
            { Ratio.Value: < 1.0 } => Prose.Of("True of what is counted here. Worths that the scenario does not state are not in it."),
            _ => Prose
                .Of("Of what is avoided, ")
                .Then(cash, Amount.Of(cash.Value))
                .Then(cash.Value < 0.0 ? " less" : "")
                .Then(" is cash that providers can release, with central values."),
        };
    }

    private static Prose AgainstSpending(OptionLine line) => Prose.Of(line.Difference switch
    {
        { Low: null } => "These are single numbers, and nobody knows how sure they are.",
        { Low.Value: < 0.0, High.Value: > 0.0 } => "It may as well go the other way.",
        { Middle.Value: > 0.0 } => "It only costs more.",
        _ => "Less is spent because less is done.",
    });

    private Prose ReplySpending(OptionId option) =>
        reader.Headlined is not null && reader.OfDraws(option, "never_breaks_even", reader.Years.Length - 1, "mean") is { } never
            ? Prose.Of("More is spent ").Then(Figures.Chance(never)).Then(", less or as much in the others.")
            : Prose.Of(reader.TooNarrow ?? (reader.Made is null ? "True: nothing was drawn in this run." : reader.LeftOut.Trim()));

    private Prose AgainstGains(OptionId option)
    {
        var gains = Gains(option).ToArray();
        return Prose.Of(
            gains.Any(gain => gain > 0.0) && gains.Any(gain => gain < 0.0) ? "What one gains another loses."
            : gains.Any(gain => gain < 0.0) ? "Nobody gains by it."
            : "Somebody must pay for that."
        );
    }

    private IEnumerable<double> Gains(OptionId option) =>
        reader
            .Headline.Options.First(known => known.Option == option)
            .Accounts.Select(account => account.Gain ?? 0.0)
            .Where(gain => !Amount.IsNothing(gain));

    private Prose Losers(OptionId option) => new Answer(reader, request).OnTheWayOrNobody(option);

    private static Prose Services(OptionStory story)
    {
        var (services, people) = (story.Services(), story.People());
        return services.Pieces.IsEmpty && people.Pieces.IsEmpty
            ? Prose.Of("No service ends or is cut, and nobody more is turned away.")
            : services.Then(services.Pieces.IsEmpty || people.Pieces.IsEmpty ? "" : " ").Then(people);
    }

    private static Prose AgainstServices(OptionLine line) =>
        Prose.Of(line.Losses.IsEmpty ? "Nothing changes for people." : "People pay for it by going without.");

    private static Prose ReplyServices(OptionLine line) => Prose.Of(
        line.Harm is { } harm ? $"This option {harm}: it is set apart from those that do no harm."
        : "No more people are turned away, and no life is lost by it, as far as this scenario counts."
    );

    private Prose? Decide() =>
        request.Sensitivity is { Rows.IsEmpty: false } known
            ? Prose.Of(
                $"What moves the answer most: {string.Join("; ", known.Rows.Take(3).Select(row => $"{row.Quantity}, from {row.Low} to {row.High}"))}."
            )
            : null;
}
