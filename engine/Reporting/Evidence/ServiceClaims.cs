using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Charts of one option as it is: what is spent on what and by whom, who lives here, what is asked and given.</summary>
internal sealed class ServiceClaims(AnswerReader reader, Titles titles, ClaimFrame frame, OptionId option)
{
    private static readonly string[] Early = [Tier.Prevention, Tier.VoluntarySector];

    /// <summary>The charts.</summary>
    public IEnumerable<Claim> All()
    {
        var names = AnswerReader.Named(Tiers());
        var tiers = Tiers()
            .Select(tier => new Series(
                AnswerReader.Capital(names[tier]),
                reader.ByYear(option, "payment", false, about => about.Tier == tier)
            ))
            .ToImmutableArray();
        var tiersBefore = Tiers()
            .ToDictionary(
                tier => AnswerReader.Capital(names[tier]),
                tier => reader.ByYear(reader.Scenario.Baseline, "payment", false, about => about.Tier == tier)[^1]
            );
        yield return Parts(
            "tiers",
            tiers,
            tiersBefore,
            $"Payments for services by tier, {Title}, net of charges, {reader.Pricing}, central values"
        );
        var payers = reader
            .Headline.Options.First(known => known.Option == option)
            .Accounts.Where(account => account.SpendInAll != 0.0)
            .Select(account => new Series(reader.TitleOf(account.Name), account.Spend))
            .ToImmutableArray();
        var payersBefore = reader.Headline.Baseline.Accounts.ToDictionary(
            account => reader.TitleOf(account.Name),
            account => account.Spend[^1]
        );
        yield return Parts("payers", payers, payersBefore, $"Spending on services by who pays, {Title}, {reader.Pricing}, central values");
        if (reader.Years.Length > 1 && Shares() is { } shares)
        {
            yield return shares;
        }

        yield return People();
        yield return Demand();
        if (reader.Scenario.BaselineOption.Place.People.Areas.Length > 1)
        {
            yield return Places();
        }
    }

    private string Title => reader.TitleOf(option);

    /// <summary>Tiers that are paid for, the known ones in their order.</summary>
    private IEnumerable<string> Tiers()
    {
        var paid = reader.Rows(option, "payment").Where(row => row.Value != 0.0).Select(row => row.About.Tier).Distinct().ToArray();
        return Tier.Known.Where(paid.Contains).Concat(paid.Except(Tier.Known));
    }

    private Claim Parts(string name, ImmutableArray<Series> parts, Dictionary<string, double> baseline, string subtitle)
    {
        var title = titles.Largest(parts, baseline);
        return frame.Central(
            new ColumnChart(frame.Around(name, title, subtitle), reader.Years, parts, ChartUnit.Money).Draw(),
            Prose.Of($"{reader.Quoted(option)}: {title}.")
        );
    }

    private Claim? Shares()
    {
        (string Name, string[] Tiers)[] kinds = [("Prevention and voluntary sector", Early), ("Acute", [Tier.Acute])];
        var panels = kinds
            .Select(kind => new SlopePanel(
                kind.Name,
                [
                    .. reader.Options.Select(known => new SlopeLine(
                        reader.TitleOf(known.Id),
                        Of(known.Id, kind.Tiers, 0),
                        Of(known.Id, kind.Tiers, reader.Years.Length - 1)
                    )),
                ]
            ))
            .Where(panel => panel.Lines.Any(line => line.From != 0.0 || line.To != 0.0))
            .ToImmutableArray();
        if (panels.IsEmpty || panels.All(panel => panel.Lines.All(line => IsStill(line, panel))))
        {
            return null;
        }

        var (name, tiers) = panels[0].Title == kinds[0].Name ? ("Early help", Early) : ("Acute care", kinds[1].Tiers);
        var last = reader.Years.Length - 1;
        var title = titles.Share(name, Of(option, tiers, last), Of(reader.Scenario.Baseline, tiers, last));
        var about = frame.Around(
            "shares",
            title,
            $"Share of payments for services; the title tells of {Title}. Each panel has its own scale, central values"
        );
        return frame.Central(
            new SlopeChart(about, reader.Years[0], reader.Years[^1], panels, ChartUnit.Share).Draw(),
            Prose.Of($"{reader.Quoted(option)}: {title}.")
        );
    }

    /// <summary>Whether a share is the same at both ends, and the same as the others, as it is written.</summary>
    private static bool IsStill(SlopeLine line, SlopePanel panel) =>
        Amount.Percent(line.From) == Amount.Percent(line.To) && Amount.Percent(line.To) == Amount.Percent(panel.Lines[0].To);

    private double Of(OptionId of, string[] tiers, int year)
    {
        var all = reader.ByYear(of, "payment", false, _ => true)[year];
        return all > 0.0 ? reader.ByYear(of, "payment", false, about => tiers.Contains(about.Tier))[year] / all : 0.0;
    }

    private Claim People()
    {
        string[] all = [.. reader.Scenario.BaselineOption.Place.People.Need.Select(need => need.Id.Name)];
        var names = TitlesApart.Of(
            reader.Scenario.BaselineOption.Place.People.Need.Select(need => (need.Id.Name, Harmless.Text(need.Title)))
        );
        var states = all.Select(need => new Series(names[need], reader.ByYear(option, "people", false, about => about.NeedState == need)))
            .ToImmutableArray();
        var title = titles.People(states);
        var about = frame.Around("people", title, $"People by need state at the end of each year, {Title}, central values");
        return frame.Central(
            new ColumnChart(about, reader.Years, states, ChartUnit.Count).Draw(),
            Prose.Of($"{reader.Quoted(option)}: {title}.")
        );
    }

    private Claim Places()
    {
        string[] all = [.. reader.Scenario.BaselineOption.Place.People.Areas.Select(area => area.Name)];
        var names = AnswerReader.Named(all);
        var areas = all.Select(area => new Series(names[area], reader.ByYear(option, "people", false, about => about.Area == area)))
            .ToImmutableArray();
        var title = $"{areas.Length} areas, {Amount.Count(areas.Sum(area => area.Values[^1]))} people by {reader.Years[^1]}";
        var about = frame.Around("places", title, $"People by area at the end of each year, {Title}, central values");
        return frame.Central(
            new PanelChart(about, reader.Years, areas, ChartUnit.Count).Draw(),
            Prose.Of($"{reader.Quoted(option)}: {title}.")
        );
    }

    private Claim Demand()
    {
        (string Name, string Measure, Ink Ink)[] sources =
        [
            ("Asked by need", "need_led", Palette.Part(0)),
            ("Referred", "referred", Palette.Part(1)),
            ("Diverted", "diverted", Palette.Part(2)),
            ("Failure demand", "failure_demand", Palette.Part(3)),
        ];
        const string Given = "Given";
        const string Left = "Left unmet";
        var tiers = reader.Rows(option, "asked").Select(row => row.About.Tier).Distinct().ToArray();
        string[] ordered = [.. Tier.Known.Where(tiers.Contains), .. tiers.Except(Tier.Known)];
        var names = AnswerReader.Named(ordered, [.. sources.Select(source => source.Name), Given, Left]);
        var nodes = sources
            .Select(source => new FlowNode(source.Name, 0, source.Ink))
            .Concat(ordered.Select(tier => new FlowNode(Named(tier), 1, new Ink(Palette.Quiet))))
            .Concat([new FlowNode(Given, 2, Palette.Part(0)), new FlowNode(Left, 2, Palette.Part(2))]);
        var links = ordered.SelectMany(tier =>
            sources
                .Select(source => new FlowLink(source.Name, Named(tier), Sum(source.Measure, tier), source.Ink))
                .Append(new FlowLink(Named(tier), Given, Sum("delivered", tier), Palette.Part(0)))
                .Append(new FlowLink(Named(tier), Left, Sum("left", tier), Palette.Part(2)))
        );
        var (failure, all) = (reader.Sum(option, "failure_demand"), sources.Sum(source => reader.Sum(option, source.Measure).Value));
        var title = Titles.Failure(failure.Value, all);
        var about = frame.Around(
            "demand",
            title,
            $"Contacts that ask for services over {reader.Span}, {Title}, all units added up; who waits is counted once, central values"
        );
        var sentence = Prose
            .Of($"{reader.Quoted(option)}: ")
            .Then(failure, Amount.Count(failure.Value))
            .Then($" contacts in {reader.Span} come back because something was not done, or not done right.");
        return frame.Central(new FlowChart(about, [.. nodes], [.. links], ChartUnit.Count).Draw(), sentence);

        string Named(string tier) => AnswerReader.Capital(names[tier]);
    }

    private double Sum(string measure, string tier) => reader.Sum(option, measure, false, ("tier", tier)).Value;
}
