using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What the sheets of a workbook read: the answers, the books in pennies, names and years.</summary>
internal sealed class SheetSource
{
    /// <summary>Prepares what sheets share.</summary>
    public SheetSource(WorkbookContents contents)
    {
        Contents = contents;
        Answers = contents.Answers;
        Headline = Headline.From(Answers);
        Years = [.. Enumerable.Range(0, Scenario.Horizon.Years).Select(year => Scenario.Horizon.YearAt(year).ToString())];
        YearRows = Years.Index().ToDictionary(year => year.Item, year => year.Index);
        Books = [.. AccountReader.Read(Answers).GroupBy(ledger => ledger.Option).SelectMany(option => PennyBook.Of(option))];
        Plans = contents.Plans ?? Plans.Of(Answers);
        Shown = (Record.Featured ?? Answers.Options.LastOrDefault(option => option.Id != Scenario.Baseline)?.Id ?? Scenario.Baseline).Name;
        titles = Answers.Options.ToDictionary(option => option.Id.Name, option => option.Title);
        services = Scenario.BaselineOption.Place.Services.ToDictionary(service => service.Id.Name, service => service.Title);
    }

    private readonly Dictionary<string, string> titles;
    private readonly Dictionary<string, string> services;

    /// <summary>Names of the sheets of organisations, pools and services.</summary>
    public SheetNames Names { get; } = new();

    /// <summary>What the workbook is made of.</summary>
    public WorkbookContents Contents { get; }

    /// <summary>The answers.</summary>
    public Answers Answers { get; }

    /// <summary>What is asked first of them.</summary>
    public Headline Headline { get; }

    /// <summary>What is written down of the scenario.</summary>
    public ScenarioRecord Record => Contents.Run.Scenarios[0];

    /// <summary>The scenario.</summary>
    public Scenario Scenario => Answers.Scenario;

    /// <summary>Names of the years.</summary>
    public ImmutableArray<string> Years { get; }

    /// <summary>Row of each year.</summary>
    public IReadOnlyDictionary<string, int> YearRows { get; }

    /// <summary>The books of every account of every option, in pennies; the number of an account is its place here, from 1.</summary>
    public ImmutableArray<PennyBook> Books { get; }

    /// <summary>Plans of organisations and accounts of pools, in whole units.</summary>
    public Plans Plans { get; }

    /// <summary>The option that sheets show until a reader chooses another.</summary>
    public string Shown { get; }

    /// <summary>Columns for all years.</summary>
    public IEnumerable<SheetColumn> YearColumns => Years.Select(year => new SheetColumn(year));

    /// <summary>Which years are no forecast; none where all are.</summary>
    public IEnumerable<SheetCell> Warnings => ForecastText.Of(Headline).Select(line => SheetCell.Of(line));

    /// <summary>The title of an option.</summary>
    public string OptionTitle(string option) => titles[option];

    /// <summary>The title of a service.</summary>
    public string ServiceTitle(string service) => services[service];

    /// <summary>The number of an account; null where the option has none of that name.</summary>
    public int? NumberOf(string option, string account)
    {
        var row = Enumerable
            .Range(0, Books.Length)
            .FirstOrDefault(row => Books[row].Ledger.Option == option && Books[row].Ledger.Name == account, -1);
        return row < 0 ? null : row + 1;
    }

    /// <summary>Values of one series of a measure by year, one for each subject; nominal where it is money.</summary>
    public IEnumerable<(Subject About, double[] Values)> Series(string option, string against, string measure)
    {
        var found = new Dictionary<Subject, double[]>(ReferenceEqualityComparer.Instance);
        foreach (var row in Answers.Rows(option, against, measure))
        {
            if (row.Step is null && row.About.PriceBase is "" or Headline.Nominal && YearRows.TryGetValue(row.Year, out var year))
            {
                if (!found.TryGetValue(row.About, out var values))
                {
                    found[row.About] = values = new double[Years.Length];
                }

                values[year] = row.Value;
            }
        }

        return found.Select(entry => (entry.Key, entry.Value));
    }
}
