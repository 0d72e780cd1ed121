using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>One option against the baseline: next year, what becomes of services, all years, who keeps what, who goes without.</summary>
internal sealed class OptionStory(AnswerReader reader, EvidenceRequest request, OptionLine line)
{
    private const int MostCuts = 4;

    private readonly OptionId option = line.Options.FirstOrDefault(one => one == reader.Featured, line.Options[0]);

    private string Quoted => reader.Quoted(option);

    private string Against => reader.Quoted(reader.Scenario.Baseline);

    private static string Than(Cited difference) => Amount.IsNothing(difference.Value) ? "as" : "than";

    /// <summary>The sentences, the most important first.</summary>
    public IEnumerable<Prose> Sentences()
    {
        if (line.IsBaseline || line.NextYear is not { } next)
        {
            yield return Prose.Of($"{Quoted} comes to the same as {Against} in every number of every year.");
            yield break;
        }

        yield return reader.Years.Length == 1 ? WholeWithSources() : NextYear(next);
        if (Services() is { Pieces.IsEmpty: false } services)
        {
            yield return services;
        }

        if (reader.Years.Length > 1)
        {
            yield return WholeWithSources();
        }

        yield return Keeps();
        if (People() is { Pieces.IsEmpty: false } people)
        {
            yield return people;
        }

        if (Central() is { Pieces.IsEmpty: false } central)
        {
            yield return central;
        }
    }

    /// <summary>The option in one sentence, where several are told of side by side.</summary>
    public Prose InShort()
    {
        if (line.IsBaseline || line.NextYear is null)
        {
            return Prose.Of($"{Quoted} comes to the same as {Against} in every number of every year.");
        }

        var prose = Prose.Of($"With {Quoted}, ").Then(Spent(line.Difference!)).Then($" over {reader.Span}").Then(PayersOf(null));
        return line.Losses.IsEmpty ? prose.Then(".") : prose.Then("; ").Then(string.Join("; ", Told())).Then(".");
    }

    /// <summary>The first year in which the option is in force.</summary>
    private Prose NextYear(int year) =>
        Prose
            .Of($"In {reader.Years[year]}, ")
            .Then(Spent(line.InNextYear!))
            .Then($" with {Quoted} {Than(line.InNextYear!.Middle)} with {Against}")
            .Then(PayersOf(year))
            .Then($"{(year == 0 ? "" : ". Until then nothing differs")}.");

    /// <summary>The same, with what its range comes of.</summary>
    private Prose WholeWithSources() =>
        RangeStory.Sentence(reader, request.RangeSources) is { } sources ? Whole().Then(" ").Then(sources) : Whole();

    /// <summary>All years, when they pay back, and who pays.</summary>
    public Prose Whole()
    {
        var when = reader.Years.Length == 1 ? $"In {reader.Years[0]}, " : $"Over {reader.Span}, ";
        var than = reader.Years.Length == 1 ? $" with {Quoted} {Than(line.Difference!.Middle)} with {Against}" : "";
        return Prose
            .Of(when)
            .Then(Spent(line.Difference!))
            .Then(than)
            .Then(PayersOf(null))
            .Then(reader.Years.Length == 1 ? "" : Payback())
            .Then($".{(reader.Headlined is null ? reader.WhyCentral : "")}");
    }

    private string Payback() => line.Payback switch
    {
        { IsEverMore: false } => "",
        { Year: { } year } => $". What it costs at first has come back by {reader.Years[year]}",
        _ => $". What it costs does not come back by {reader.Years[^1]}",
    };

    /// <summary>What is spent more or less, with its range, and of what kind the number is.</summary>
    private Prose Spent(Ranged of) =>
        Figures
            .More(of.Middle)
            .Then(" is spent on services")
            .Then(reader.Headlined is null ? AtCentral : " on average")
            .Then(Figures.InBrackets(of));

    private string AtCentral => reader.Made is not null || reader.Scenario.HasRanges ? " at central values" : "";

    /// <summary>Who pays more and who less: in a year, or over all.</summary>
    private Prose PayersOf(int? year)
    {
        var payers = (
            from payer in Paid(year)
            where !Amount.IsNothing(payer.More.Value)
            orderby -Math.Abs(payer.More.Value)
            select Prose.Of($"{payer.Title} ").Then(Figures.More(payer.More))
        ).ToArray();
        return payers.Length == 0 ? new Prose([]) : Prose.Of(". Who pays: ").Then(Figures.Listed(payers));
    }

    private ImmutableArray<(string Title, Cited More)> Paid(int? year) =>
        year is not { } row
            ? [.. line.Payers.Select(payer => (payer.Title, payer.More.Middle))]
            :
            [
                .. from account in reader.Headline.Baseline.Accounts
                where account.Role != AccountRole.Pool
                select (
                    reader.TitleOf(account.Name),
                    reader.Range(option, "spend", row, account.Name)?.Middle
                        ?? reader.Sum(option, "spend", true, ("year", reader.Years[row]), ("organisation", account.Name))
                ),
            ];

    /// <summary>Services that end or are cut, when and why; nothing where none is.</summary>
    public Prose Services()
    {
        var told = Told().ToArray();
        return told.Length == 0 ? new Prose([]) : Prose.Of(string.Join(" ", told.Select(one => $"{AnswerReader.Capital(one)}.")));
    }

    /// <summary>A sentence for all that end or are cut for one reason; those that end first, and each of them by name. Draws keep no
    /// service apart: beside their averages it is said that what is not simply set is of the run with central values.</summary>
    private IEnumerable<string> Told()
    {
        var isSaid = reader.Headlined is null;
        var cuts = line.Losses.Where(loss => !loss.Ends).ToArray();
        var told = line.Losses.Where(loss => loss.Ends).Concat(cuts.Take(MostCuts));
        foreach (var alike in told.GroupBy(loss => (loss.Ends, Why: LossReason.Of(reader, option, loss))))
        {
            var what = alike.Key.Ends ? "no more" : "less of";
            var services = alike
                .GroupBy(loss => loss.Year)
                .Select(
                    (year, place) =>
                        $"from {reader.Years[year.Key]} {(place == 0 ? "there is " : "")}{what} {Figures.Listed([.. year.Select(loss => loss.Title)])}"
                );
            var run = isSaid || alike.Key.Why == LossReason.Set ? "" : "at central values, ";
            isSaid |= run.Length > 0;
            yield return $"{run}{string.Join(", ", services)}{alike.Key.Why}";
        }

        if (cuts.Length > MostCuts)
        {
            yield return $"{Figures.Counted(cuts.Length - MostCuts, "more service is", "more services are")} cut";
        }
    }

    /// <summary>Who is better or worse off by the end, and what is handed back.</summary>
    public Prose Keeps()
    {
        var last = reader.Years.Length - 1;
        var told = Gained(last)
            .Where(gain => !Amount.IsNothing(gain.Of.Middle.Value))
            .OrderByDescending(gain => gain.Of.Middle.Value)
            .ToArray();
        var back = HandedBack();
        if (told.Length == 0)
        {
            return line.Payers.IsEmpty && Amount.IsNothing(back.Value)
                ? Prose.Of($"By {reader.Years[^1]} nobody has gained or lost.")
                : Prose.Of($"Nobody's reserves differ by {reader.Years[^1]}").Then(Returned(back, ". ")).Then(".");
        }

        var (better, worse) = (
            Named(told.Where(gain => gain.Of.Middle.Value > 0.0)),
            Named(told.Where(gain => gain.Of.Middle.Value < 0.0))
        );
        var prose = better.Pieces.IsEmpty
            ? Prose.Of($"Nobody is better off by {reader.Years[^1]}")
            : Prose.Of($"Better off by {reader.Years[^1]}: ").Then(better);
        return prose
            .Then(worse.Pieces.IsEmpty ? ". Nobody is worse off" : ". Worse off: ")
            .Then(worse)
            .Then(Returned(back, ". "))
            .Then(".")
            .Then(Succession());
    }

    /// <summary>What successors of bodies that end are held against.</summary>
    private Prose Succession()
    {
        var parts = reader.Scenario.Options.First(known => known.Id == option).Place.Governance.Succession;
        string[] ended = [.. parts.Select(part => reader.TitleOf(part.Ended.Name)).Distinct()];
        string[] successors = [.. parts.Select(part => reader.TitleOf(part.Body.Name)).Distinct()];
        return ended.Length == 0
            ? new Prose([])
            : Prose.Of(
                $" {Figures.Listed(successors)} {(successors.Length == 1 ? "is" : "are")} held against {(parts.Length == ended.Length ? "what" : "shares of what")} {Figures.Listed(ended)} would have had."
            );
    }

    private static Prose Named(IEnumerable<(string Title, Ranged Of)> gains) => Figures.Listed([
        .. gains.Select(gain =>
            Prose
                .Of($"{gain.Title} by ")
                .Then(gain.Of.Middle, Amount.Of(gain.Of.Middle.Value))
                .Then(Figures.InBrackets(gain.Of, " better", " worse"))
        ),
    ]);

    private IEnumerable<(string Title, Ranged Of)> Gained(int last) =>
        from account in reader.Headline.Options.First(known => known.Option == option).Accounts
        where account.Gain is not null
        let isPool = account.Role == AccountRole.Pool
        select (reader.TitleOf(account.Name), reader.Gain(option, account.Name, isPool, last));

    private Cited HandedBack() =>
        reader.Amount(option, "returned", isDifference: true);

    private static Prose Returned(Cited back, string before) =>
        Amount.IsNothing(back.Value) ? new Prose([]) : Prose.Of(before).Then(Figures.More(back)).Then(" is handed back to national bodies");

    /// <summary>Who is turned away, and what years of life come of it.</summary>
    public Prose People()
    {
        var left = reader.Amount(option, "left", isDifference: true);
        var parts = new List<Prose>();
        if (!Nothing.IsNumber(left.Value))
        {
            parts.Add(Prose.Of("").Then(left, Answer.MoreOrFewer(left.Value)).Then(" contacts are turned away"));
        }

        if (line.LifeYears is { } life && !Nothing.IsNumber(life.Value))
        {
            parts.Add(Prose.Of("people live ").Then(life, Answer.MoreOrFewer(life.Value)).Then(" quality-adjusted years"));
        }

        return parts.Count == 0 ? new Prose([]) : Capital(Figures.Listed(parts)).Then(".");
    }

    private static Prose Capital(Prose prose)
    {
        var first = prose.Pieces.IndexOf(prose.Pieces.First(piece => piece.Text.Length > 0));
        var piece = prose.Pieces[first];
        return new Prose(prose.Pieces.SetItem(first, piece with { Text = AnswerReader.Capital(piece.Text) }));
    }

    /// <summary>That the run with central values says something else than the draws, and what that comes of.</summary>
    private Prose Central()
    {
        if (reader.Headlined is null || line.Difference is not { Low: { } low, High: { } high, Middle: var mean })
        {
            return new Prose([]);
        }

        var central = reader.SpendDifference(option);
        var isOutside = central.Value < low.Value - Nothing.Money || central.Value > high.Value + Nothing.Money;
        var turns = Side(central.Value) * Side(mean.Value) < 0;
        return !isOutside && !turns
            ? new Prose([])
            : Prose
                .Of("With every number at its central value it would be ")
                .Then(Figures.More(central))
                .Then(isOutside ? ", outside the likely range. " : ", the other way round. ")
                .Then(Drivers())
                .Then(".");

        static int Side(double value) => Amount.IsNothing(value) ? 0 : Math.Sign(value);
    }

    private string Drivers() => request.Sensitivity is { Rows.IsEmpty: false } known
        ? $"Chances are not even on both sides of it, above all for {Figures.Listed([.. known.Rows.Take(2).Select(row => row.Quantity)])}"
        : "Chances are not even on both sides of it";
}
