using System.Globalization;
using SystemSim.Model;
using SystemSim.OnsTables;

namespace SystemSim.Reading;

/// <summary>Puts the people of tables as the ONS publishes them in the place of the blocks that name these: numbers with a source each, as
/// if somebody had written them there. So all that reads or sets numbers meets them as any others.</summary>
internal sealed class PeopleTables
{
    // What stands for people of a table that could not be read, so that no more is said of them.
    private const double Unread = 1.0;

    // 1 April is three quarters of the way from one 30 June to the next.
    private const double WayToStart = 0.75;

    private readonly ScenarioFiles files;
    private readonly Problems problems;
    private readonly Context context;
    private readonly Horizon? horizon;
    private readonly Dictionary<(string File, string Code), (OnsTable Table, InputFile Input)?> read = [];
    private Mapping root;

    private PeopleTables(Mapping root, ScenarioFiles files, Problems problems)
    {
        (this.root, this.files, this.problems) = (root, files, problems);
        context = new Context(root, problems);

        // What is wrong with the horizon is said when it is read.
        horizon = root.Find("horizon") is { } entry
            ? HorizonSection.Shape.Read(Field.Whole(root).Child(entry), new Context(root, new Problems()))
            : null;
    }

    /// <summary>Puts people into a scenario.</summary>
    /// <param name="root">The merged tree.</param>
    /// <param name="files">Opens the tables.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The tree with them; the same where it names no table.</returns>
    public static Mapping PutIn(Mapping root, ScenarioFiles files, Problems problems) =>
        root.Find("people")?.Value is Mapping people && (IsNamed(people, "start") || IsNamed(people, "control_totals"))
            ? new PeopleTables(root, files, problems).PutIn(people)
            : root;

    private static bool IsNamed(Mapping people, string key) =>
        people.Find(key)?.Value is Mapping block
        && (PeopleTableSection.IsIn(block) || block.Entries.Any(area => PeopleTableSection.IsIn(area.Value)));

    private Mapping PutIn(Mapping people)
    {
        var stated = people.Find("start")?.Value as Mapping;
        var filled = Filled(people, "start", Start);
        filled = Filled(filled, "control_totals", (block, area, here) => Totals(block, here, area, stated));
        return root.With(root.Find("people")!.Key, filled);
    }

    /// <summary>A section of people with the tables in it, of everyone or by area.</summary>
    private static Mapping Filled(Mapping people, string key, Func<Mapping, string?, Field, Mapping> fill)
    {
        if (people.Find(key) is not { Value: Mapping block } entry)
        {
            return people;
        }

        var here = new Field(block, $"people.{key}", key, entry.Key.At, default);
        return people.With(entry.Key, PeopleTableSection.IsIn(block) ? fill(block, null, here) : block.Entries
            .Where(area => PeopleTableSection.IsIn(area.Value))
            .Aggregate(block, (all, area) => all.With(area.Key, fill((Mapping)area.Value, area.Key.Text, here.Child(area)))));
    }

    private Mapping Start(Mapping block, string? area, Field here)
    {
        var from = block.Find(PeopleTableSection.Key)!;
        var named = Named(PeopleTableSection.Start, here.Child(from));
        foreach (var band in block.Entries.Where(IsBand))
        {
            if (band.Value is Mapping of && !IsBeside(of.Find("people"), from))
            {
                var people = Number(from.Key.At, named, area, band.Key.Text, table => AtStart(table, named!, band.Key.Text), named?.Range);
                block = block.With(band.Key, of.With(new Scalar(from.Key.At, "people", isPlain: true), people));
            }
        }

        return Without(block, from);
    }

    private Mapping Totals(Mapping block, Field here, string? area, Mapping? start)
    {
        var from = block.Find(PeopleTableSection.Key)!;
        var named = Named(PeopleTableSection.Totals, here.Child(from));
        var (years, isThere) = YearsOf(named);
        var bands = (area is null ? start : start?.Find(area)?.Value as Mapping)?.Entries.Where(IsBand) ?? [];
        foreach (var band in bands.Where(band => !IsBeside(block.Find(band.Key.Text), from)))
        {
            var at = from.Key.At;
            var totals = years.Select(year => new Entry(
                new Scalar(at, new FinancialYear(year).ToString(), isPlain: true),
                Number(at, isThere ? named : null, area, band.Key.Text, table => Of(table, year, band.Key.Text))));
            block = block.With(new Scalar(at, band.Key.Text, isPlain: true), new Mapping(at, [.. totals]));
        }

        return Without(block, from);
    }

    /// <summary>Whether something is stated that the table states too: nobody can say which of them counts.</summary>
    private bool IsBeside(Entry? stated, Entry from)
    {
        if (stated is not null)
        {
            problems.Add(
                Codes.KeysExclude, stated.Key.At, $"'{stated.Key.Text}' cannot stand beside '{from.Key.Text}', which names a table of people.",
                "keep one of them; what override: sets counts in the place of the table's.");
        }

        return stated is not null;
    }

    private static bool IsBand(Entry entry) => Words.AgeBandName.Fits(entry.Key.Text);

    private static Mapping Without(Mapping block, Entry entry) => new(block.At, block.Entries.Remove(entry));

    private PeopleTableSection.Named? Named(Shape<PeopleTableSection.Named> shape, Field here)
    {
        var before = problems.Errors;
        var named = shape.Read(here, context);
        return problems.Errors == before && horizon is not null ? named : null;
    }

    /// <summary>The years whose totals the run follows, up to the first after it, and whether the table has them.</summary>
    private (int[] Years, bool IsThere) YearsOf(PeopleTableSection.Named? named)
    {
        if (horizon is null)
        {
            return ([], false);
        }

        var (first, last) = (horizon.Start.Start, horizon.YearAt(horizon.Years).Start);
        if (named is null || Table(named) is not { } known)
        {
            return ([first, last], false);
        }

        int[] years = [.. known.Table.Years.Where(year => year >= first && year <= last)];
        if (years.Length == 0)
        {
            Report(
                named.File!,
                new OnsTableException($"it has no people from {first} to {last}: its years are {string.Join(", ", known.Table.Years)}.")
            );
            return ([first, last], false);
        }

        return (years, true);
    }

    /// <summary>People of a band when the run starts.</summary>
    private double AtStart(OnsTable table, PeopleTableSection.Named named, string band)
    {
        if (named.Year is { } year)
        {
            return Of(table, year, band);
        }

        var first = horizon!.Start.Start;
        return Of(table, first - 1, band) + (WayToStart * (Of(table, first, band) - Of(table, first - 1, band)));
    }

    private static double Of(OnsTable table, int year, string band) =>
        table.Years.Contains(year)
            ? table.People(year, AgeBands.From(band), AgeBands.To(band))
            : throw new OnsTableException(
                $"it has no people for {year}: its years are {string.Join(", ", table.Years)}.",
                "people at the start are between the middles of two years, or those of the middle of one that year: names.");

    /// <summary>A number that a table gives, as a block with its source.</summary>
    private Mapping Number(
        Spot at, PeopleTableSection.Named? named, string? area, string band, Func<OnsTable, double> people, double? range = null)
    {
        try
        {
            if (named is not null && Table(named) is { } known)
            {
                var value = people(known.Table);
                var source = Source(at, known, area, band);
                return range is { } share
                    ? Block(at, ("value", Written(value)), ("low", Written(value * (1.0 - share))), ("high", Written(value * (1.0 + share))), source)
                    : Block(at, ("value", Written(value)), source);
            }
        }
        catch (OnsTableException wrong)
        {
            Report(named!.File!, wrong);
        }

        return Block(at, ("value", Written(Unread)), ("assumption", "true"));
    }

    private (OnsTable Table, InputFile Input)? Table(PeopleTableSection.Named named)
    {
        var (file, code) = (named.File!, named.Code!.Text);
        var name = FilePaths.Beside(file.At.File, file.Text);
        if (read.TryGetValue((name, code), out var known))
        {
            return known;
        }

        try
        {
            read[(name, code)] = null;
            if (files.People(name, file) is { } input)
            {
                read[(name, code)] = (OnsTable.Read([.. input.Bytes], [code], $"'{code}'"), input);
            }
        }
        catch (OnsTableException wrong)
        {
            Report(file, wrong);
        }

        return read[(name, code)];
    }

    /// <summary>Declares where a band's people were read; the same once.</summary>
    private (string Key, string Value) Source(Spot at, (OnsTable Table, InputFile Input) from, string? area, string band)
    {
        var (file, where) = (from.Input.Name, from.Table.Where(AgeBands.From(band), AgeBands.To(band)));
        var title = $"{from.Table.Layout}: {file[(file.LastIndexOf('/') + 1)..]}, {where} (SHA-256 {from.Input.Sha256})";
        var sources = root.Find("sources")?.Value as Mapping ?? new Mapping(at, []);
        var name = $"people{(area is null ? "" : $"_{area}")}_{band.Replace('-', '_').Replace("+", "_up", StringComparison.Ordinal)}";
        for (; sources.Find(name)?.Value is { } other; name += "_")
        {
            if (other is Mapping known && (known.Find("title")?.Value as Scalar)?.Text == title)
            {
                return ("source", name);
            }
        }

        var source = Block(at, ("title", title), ("grade", "A"), ("local", "true"));
        sources = sources.With(new Scalar(at, name, isPlain: true), source);
        root = root.With(root.Find("sources")?.Key ?? new Scalar(at, "sources", isPlain: true), sources);
        return ("source", name);
    }

    private static Mapping Block(Spot at, params ReadOnlySpan<(string Key, string Value)> entries) =>
        new(at, [.. entries.ToArray().Select(entry =>
            new Entry(new Scalar(at, entry.Key, isPlain: true), new Scalar(at, entry.Value, isPlain: true)))]);

    private static string Written(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private void Report(Scalar file, OnsTableException wrong) =>
        problems.Add(Codes.PeopleTable, file.At, $"the table '{file.Text}' is of no use here: {wrong.Message}", wrong.Hint);
}
