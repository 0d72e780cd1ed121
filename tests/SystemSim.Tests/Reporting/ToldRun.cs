using System.Text;
using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Tests.Reporting;

/// <summary>A run with all that is told of it, in every medium.</summary>
internal sealed record ToldRun(Answers Answers, DrawAnswers? Draws)
{
    /// <summary>Runs a scenario; null for the few whose run an invariant stops.</summary>
    public static ToldRun? Of(Scenario scenario, int draws = 0)
    {
        var study = CentralStudy.Run(Prepared.Of(scenario));
        return study.Broken is null
            ? new ToldRun(
                SystemSim.Analysis.Answers.Of(scenario, study.Runs),
                draws == 0 ? null : DrawStudy.Run(Prepared.Of(scenario), new DrawRequest { Draws = draws, KeepsDraws = true })
            )
            : null;
    }

    /// <summary>The run with so many more draws, all of which broke a rule.</summary>
    public ToldRun LeavingOut(long more) =>
        this with
        {
            Draws = Draws! with
            {
                Draws = Draws.Draws + more,
                Stopped = [.. Draws.Stopped, new StoppedDraws("services.help.cost.unit would not be above 0", more, Draws.Draws + 1)],
            },
        };

    public ScenarioRecord Record => new()
    {
        Name = "town",
        Scenario = Answers.Scenario,
        Inputs = [],
        Overrides = [],
        Options = Answers.Options,
        Expectations = [],
        Draws = Draws,
    };

    public Evidence Evidence => Evidence.Of(new EvidenceRequest { Version = "1.0", Record = Record, Answers = Answers });

    public RunRecord Run => new() { Version = "1.0", Scenarios = [Record], BySteps = false };

    /// <summary>What each medium says, by its name.</summary>
    public Dictionary<string, string> Media()
    {
        var evidence = Evidence;
        var log = AssumptionsLog.Of(Answers.Scenario, null);
        using var book = new MemoryStream();
        WorkbookXlsx.Write(new WorkbookContents(Run, Answers, log, evidence.Options), book);
        var headline = Headline.From(Answers);
        var media = new Dictionary<string, string>
        {
            ["page"] = Text(Rendering.Summary(evidence)),
            ["claims sheet"] = Text(Rendering.Claims(evidence)),
            ["answer"] = Lines(AnswerText.Write(evidence)),
            ["claims"] = Lines(ClaimsText.Write(evidence)),
            ["headline"] = Lines(HeadlineText.Write(headline, int.MaxValue)),
            ["comparison"] = Lines(
                ComparisonText.Write(
                    Comparison.Of([.. Answers.Options.Select(option => new ComparedSide(option.Id.Name, option.Title, Answers, option.Id))])
                )
            ),
            ["overview"] = Lines(OverviewText.Write([Overview.Of("town", headline, Draws, coverage: null)])),
            ["assurance"] = Text(AssuranceMarkdown.Write(Run, [log])),
            ["workbook"] = string.Join(' ', new OpenedBook(book.ToArray()).Sheets.SelectMany(sheet => sheet.Cells.Values)),
            ["evidence json"] = Text(EvidenceJson.Write(evidence, "out")),
            ["run json"] = Text(HeadlineJson.Write(headline, Draws, "out", 0, [])),
            ["overview json"] = Text(OverviewJson.Write([Overview.Of("town", headline, Draws, coverage: null)])),
            ["metadata"] = Text(TableMetadata.Write("positions", "Town", [], Draws?.Count)),
            ["run.json"] = Text(Run.Write([], [])),
        };
        foreach (var picture in evidence.Pictures)
        {
            media.Add(
                $"chart {picture.Name}",
                $"{picture.Title}\n{picture.Description}\n{string.Join(' ', picture.Labels.Select(label => label.Text))}"
            );
        }

        if (Draws is not null)
        {
            media.Add("draws", Lines(DrawsText.Write(Draws, Answers.Scenario)));
        }

        return media;
    }

    /// <summary>The tidy rows, with those of the draws.</summary>
    public IEnumerable<Observation> Tidy =>
        (Draws?.AddTo(Answers) ?? Answers.Tables).SelectMany(table => table.Rows);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static string Lines(IEnumerable<TextLine> lines) => string.Join('\n', lines.Select(line => line.Text));
}
