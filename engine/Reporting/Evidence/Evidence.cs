using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What a run shows, ready to be told: the answer in words, charts with what they support, tables, checks.</summary>
public sealed record Evidence
{
    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>The question; null where the scenario asks none.</summary>
    public required string? Question { get; init; }

    /// <summary>What stands on all that is told of a starter model; null for other scenarios.</summary>
    public string? Stamp { get; init; }

    /// <summary>Years, prices and kind of run, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>Which years are no forecast; none where all are.</summary>
    public required ImmutableArray<string> NoForecast { get; init; }

    /// <summary>The answer in three sentences.</summary>
    public required ImmutableArray<Prose> Sentences { get; init; }

    /// <summary>Charts with what they support, the most important first.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>Who loses.</summary>
    public required Prose Losers { get; init; }

    /// <summary>What would have to be true for it to fail.</summary>
    public required ImmutableArray<Prose> Fails { get; init; }

    /// <summary>What it leans on.</summary>
    public required string LeansOn { get; init; }

    /// <summary>The options side by side.</summary>
    public required OptionsTable Options { get; init; }

    /// <summary>Tables that answer first.</summary>
    public required ImmutableArray<PageTable> Tables { get; init; }

    /// <summary>Tables of detail.</summary>
    public required ImmutableArray<PageTable> Details { get; init; }

    /// <summary>What was checked.</summary>
    public required PageTable Checks { get; init; }

    /// <summary>What the run shows of the scenario: options that are the same, settings from which nothing follows, draws that are left
    /// out.</summary>
    public required ImmutableArray<RunFinding> Findings { get; init; }

    /// <summary>The command that makes all of this again.</summary>
    public required string Command { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>All charts.</summary>
    public IEnumerable<Picture> Pictures => Claims.Select(claim => claim.Picture);

    /// <summary>Works it out.</summary>
    public static Evidence Of(EvidenceRequest request)
    {
        var reader = new AnswerReader(request);
        var titles = new Titles(reader, request.Waterfall);
        var answer = new Answer(reader, request);
        var frame = new ClaimFrame(reader, request, answer);
        var shown = reader.Featured ?? reader.Scenario.Baseline;
        var options = OptionsTable.Of(reader, request);
        var tables = new EvidenceTables(reader, request, answer, frame);
        var whole = new Evidence
        {
            Title = Harmless.Text(reader.Scenario.Title),
            Question = reader.Scenario.Question is { } question ? Harmless.Text(question) : null,
            About = AboutOf(reader),
            NoForecast = [.. ForecastText.Of(reader.Headline).Select(Harmless.Text)],
            Sentences = answer.Sentences(),
            Claims =
            [
                .. reader.Featured is { } featured ? new MoneyClaims(reader, request, titles, answer, frame, featured).All() : [],
                .. new ServiceClaims(reader, titles, frame, shown).All(),
            ],
            Losers = reader.Featured is { } option ? answer.Losers(option) : Prose.Of("Nobody: there is one option alone."),
            Fails = [.. Failing(reader, request)],
            LeansOn = answer.LeansOn(),
            Options = options,
            Tables = [.. options.Lines.Length > 1 ? [OptionsPage.Make(options)] : Array.Empty<PageTable>(), .. tables.First()],
            Details = [.. tables.Details()],
            Checks = tables.Checks(),
            Findings = [.. request.Record.Findings.Select(finding => finding with { Sentence = Titled(reader, finding.Sentence) })],
            Command = CommandOf(reader, request.Record),
            Version = request.Version,
        };
        return reader.Scenario.Starter is { IsWhole: false } starter ? whole.Stamped(request, starter) : whole;
    }

    /// <summary>What a starter model may tell: not what an option saves, only what that would have to be made of.</summary>
    private Evidence Stamped(EvidenceRequest request, Starter starter) =>
        this with
        {
            Stamp = starter.Stamp,
            Sentences =
            [
                Prose.Of(starter.Stamp),
                Prose.Of($"Put the place's own numbers, with a source that is local, at: {string.Join(", ", starter.Missing)}."),
            ],
            Losers = Prose.Of("cannot be told from a starter model."),
            Claims = [],
            Tables = [],
            Details = [],
            Fails = [.. Turning(request)],
            Findings = [.. Findings.Where(finding => finding.Code == RunFinding.DrawsLeftOut)],
        };

    private static string AboutOf(AnswerReader reader)
    {
        var draws = reader.Made is null
            ? "Uncertain numbers at central values."
            : $"Every uncertain number drawn, beside the run with central values: {reader.Counted}.{reader.LeftOut}";
        var money = reader.Headline.IsReal
            ? $"Money in {reader.Headline.PriceBase} prices."
            : "Money as it is paid, not adjusted for prices.";
        var chance = reader is { Draws: not null, Scenario.Drawing.Chance.IsEmpty: false }
            ? $" {ChanceText.Sentence(reader.Scenario.Drawing)}"
            : "";
        return $"{(reader.Years.Length == 1 ? reader.Years[0] : $"{reader.Years[0]} to {reader.Years[^1]}")}. {money} {draws}{chance}";
    }

    /// <summary>A sentence with the titles of options in the place of their names.</summary>
    private static string Titled(AnswerReader reader, string sentence) =>
        reader.Options.Aggregate(Harmless.Text(sentence), (told, option) =>
            told.Replace($"'{option.Id}'", reader.Quoted(option.Id), StringComparison.Ordinal)
        );

    /// <summary>What numbers would have to be for the answer to turn.</summary>
    private static IEnumerable<Prose> Turning(EvidenceRequest request)
    {
        foreach (var value in request.Sensitivity?.Switching ?? [])
        {
            var chance = value.Chance is { } beyond ? $"; a draw goes beyond it with a chance of {Amount.Percent(beyond, "0.#")}" : "";
            yield return Prose.Of($"{value.Quantity} at {value.Turns} instead of {value.Central} turns the answer{chance}.");
        }
    }

    private static IEnumerable<Prose> Failing(AnswerReader reader, EvidenceRequest request)
    {
        foreach (var way in Turning(request))
        {
            yield return way;
        }

        if (reader.Featured is { } featured && reader.DrawnSpendDifference(featured) is { } drawn)
        {
            yield return Prose.Of(
                $"With everything uncertain drawn: {char.ToLowerInvariant(Titles.Chance(drawn)[0])}{Titles.Chance(drawn)[1..]}. The mean is {Titles.Against(drawn.Mean)}.{reader.LeftOut}"
            );
        }
    }

    private static string CommandOf(AnswerReader reader, ScenarioRecord record)
    {
        var words = new List<string> { "systemsim report", Quoted(record.Name) };
        if (reader.Made is { } draws)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"--draws {draws.Draws} --seed {draws.Seed}"));
        }

        words.AddRange(record.Overrides.Select(change => $"--set {Quoted(change)}"));
        if (record.Options.Length < record.Scenario.Options.Length)
        {
            words.Add(
                $"--options {string.Join(',', record.Options.Where(option => option.Id != record.Scenario.Baseline).Select(option => option.Id.Name))}"
            );
        }

        return Harmless.Text(string.Join(' ', words));
    }

    private static string Quoted(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '=' or '/')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
