using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>A sheet for every service: who asks, who is helped, who waits, what it costs, under each option.</summary>
internal static class ServiceSheets
{
    private static readonly ImmutableArray<string> Activity =
    [
        "asked",
        "delivered",
        "unmet",
        "left",
        "waiting",
        "in_places",
        "ended",
        "volume",
        "capacity",
    ];

    private static readonly ImmutableArray<string> Money = ["budget", "payment", "charges", "provider_cost"];

    /// <summary>The sheets.</summary>
    public static IEnumerable<XlsxSheet> Make(SheetSource source)
    {
        var rows = source.Answers.Options.SelectMany(option => Activity.Concat(Money).SelectMany(measure => Rows(source, option, measure)))
            .ToLookup(row => row.Service, row => row.Cells);
        return source
            .Scenario.BaselineOption.Place.Services.Select(service => Make(source, service, [.. rows[service.Id.Name]]))
            .Where(sheet => !sheet.Rows.IsEmpty);
    }

    private static XlsxSheet Make(SheetSource source, Service service, ImmutableArray<ImmutableArray<SheetCell>> rows) =>
        new()
        {
            Name = source.Names.Take(service.Title),
            Title = $"{PlainText.Of(service.Title)}: activity and money under each option",
            Lines =
            [
                SheetCell.Of(
                    "Central run. Money is in £, nominal, to the penny; payments are those of the ledger. Activity is in the unit of each row."
                ),
                SheetCell.Of(
                    "Waiting, places and capacity are what there is at the end of the year; the rest is of the year as a whole. Who waits is asked again in each step."
                ),
            ],
            Table = "service",
            Holds = "A service: asked, delivered, waiting, left unmet, budget, payment and cost",
            Columns = [new("Option"), new("Measure"), new("Unit"), .. source.YearColumns],
            FrozenColumns = 3,
            Rows = rows,
        };

    private static IEnumerable<(string Service, ImmutableArray<SheetCell> Cells)> Rows(SheetSource source, Option option, string measure)
    {
        foreach (var service in source.Series(option.Id.Name, "", measure).GroupBy(series => series.About.Service))
        {
            var unit = service.First().About.Unit;
            var values = Enumerable.Range(0, source.Years.Length).Select(year => service.Sum(series => series.Values[year]));
            var cells = measure == "payment" ? Paid(source, option, service.Key)
                : unit == MeasureEntry.Money ? values.Select(value => SheetCell.Money(Pennies.Of(value)))
                : values.Select(value => SheetCell.Of(value, CellStyle.OnePlace));
            yield return (
                service.Key,
                [
                    SheetCell.Of(option.Title),
                    SheetCell.Of(LineText.Of(measure)),
                    SheetCell.Of(unit == MeasureEntry.Money ? "£" : unit),
                    .. cells,
                ]
            );
        }
    }

    private static IEnumerable<SheetCell> Paid(SheetSource source, Option option, string service)
    {
        var books = source.Books.Where(book => book.Ledger.Option == option.Id.Name).ToArray();
        return Enumerable
            .Range(0, source.Years.Length)
            .Select(year =>
                SheetCell.Money(-books.Sum(book => book.Sum(year, line => line.Measure == "payment" && line.Service == service)))
            );
    }
}
