using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What numbers of a scenario are called where people read: their paths stay in the log of assumptions.</summary>
/// <remarks>A label says by its title what the number is of, and what it is: <c>Community hubs: effect on demand for A&amp;E</c>.</remarks>
internal sealed class NumberLabels
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["unit"] = "unit cost",
        ["per_person"] = "demand a person",
        ["stay"] = "length of stay",
        ["lasts"] = "how long the effect lasts",
        ["people_per_unit"] = "people helped by each contact",
        ["ceiling"] = "most it may reach",
        ["floor"] = "least that is spent",
        ["grows_at_most"] = "fastest growth",
        ["shrinks_at_most"] = "fastest fall",
        ["bed_days"] = "bed-days",
        ["reneges"] = "who gives up waiting",
        ["waits"] = "who waits",
        ["shrinks"] = "how far its evidence is discounted",
        ["per_pound"] = "claimed saving for each £1",
        ["within"] = "time in which the saving comes",
        ["set_up"] = "cost of setting up",
        ["running"] = "running cost",
        ["failure"] = "what comes back",
        ["refers"] = "referred on to",
        ["amounts"] = "planned for",
        ["other_spending"] = "other spending",
        ["scale_to"] = "deaths in the first year",
    };

    // What says no more than the words around it.
    private static readonly HashSet<string> Silent =
    [
        "cost",
        "demand",
        "capacity",
        "income",
        "places",
        "expected_saving",
        "start",
        "value",
    ];

    private static readonly string[] Strengths = ["less", "more", "relative_risk"];

    private readonly Scenario scenario;
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    /// <summary>Gathers what has a title.</summary>
    public NumberLabels(Scenario scenario)
    {
        this.scenario = scenario;
        foreach (var place in scenario.Options.SelectMany(option => option.Places))
        {
            Add(place.Services.Select(service => (service.Id.Name, service.Title)));
            Add(place.Organisations.Select(body => (body.Id.Name, body.Title)));
            Add([(place.Governance.Id.Name, place.Governance.Title)]);
            Add(place.People.Need.Select(need => (need.Id.Name, need.Title)));
        }

        Add(scenario.Prices.Indices.Select(index => (index.Id.Name, index.Title)));
    }

    /// <summary>The label of a number.</summary>
    /// <param name="path">Its path, or what it is drawn as.</param>
    public string Of(string path)
    {
        var parts = Parts(path);
        if (EffectOf(path) is { Title: { } own })
        {
            return Harmless.Text(own);
        }

        var (head, rest) = parts switch
        {
            ["services" or "organisations", var name, .. var tail] => (TitleOf(name), tail),
            ["governance", "*", "pools", _, .. var tail] => ("Pool", tail),
            ["governance", "*", .. var tail] => ("All arrangements", tail),
            ["governance", var name, "pools", var pool, .. var tail] => ($"{TitleOf(name)}, {Spaced(pool)}", tail),
            ["governance", var name, .. var tail] => (TitleOf(name), tail),
            ["prices", "indices", var name, .. var tail] => (TitleOf(name), tail),
            ["grades", var name, .. var tail] => ($"Grade {name}", tail),
            ["factors", var name, .. var tail] => (TitleOf(name), tail),
            ["effects", .. var tail] => ("", ["effects", .. tail]),
            ["people", .. var tail] => ("People", tail),
            ["appraisal", .. var tail] => ("Appraisal", tail),
            _ => ("", parts),
        };
        string[] words = [.. Told(rest).Where(word => word.Length > 0)];
        var says = words is [.. var of, "growth"] && of.Length > 0 ? $"growth of {string.Join(", ", of)}" : string.Join(", ", words);
        var label = head.Length == 0 ? says : says.Length == 0 ? head : $"{head}: {says}";
        return Harmless.Text(AnswerReader.Capital(label));
    }

    /// <summary>The title of an organisation, a service or an arrangement.</summary>
    /// <param name="name">Its name.</param>
    public string Title(string name) => Harmless.Text(TitleOf(name));

    /// <summary>The label of numbers that are moved together: what they are of is said once.</summary>
    /// <param name="paths">Their paths; of one, its own label.</param>
    public string Of(ImmutableArray<string> paths)
    {
        const string Before = ": effect on demand for ";
        string[] labels = [.. paths.Select(Of)];
        var end = labels[0].IndexOf(Before, StringComparison.Ordinal) is >= 0 and var at ? at + Before.Length : 0;
        end = labels.All(label => label.StartsWith(labels[0][..end], StringComparison.Ordinal)) ? end : 0;
        return labels is [var only]
            ? only
            : $"{labels[0][..end]}{string.Join(", ", labels[..^1].Select(label => label[end..]))} and {labels[^1][end..]}";
    }

    /// <summary>A path cut at its dots; targets of effects have none.</summary>
    private static string[] Parts(string path) => path.Split('.', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string> Told(string[] parts)
    {
        for (var at = 0; at < parts.Length; at++)
        {
            var part = parts[at];
            if (part is "effects" or "harms" && at + 1 < parts.Length)
            {
                yield return $"{(part == "harms" ? "what going without does to" : "effect on")} {Target(parts[++at])}";
                at += at + 1 < parts.Length && Strengths.Contains(parts[at + 1]) ? 1 : 0;
            }
            else if (part == "failure" && at + 1 < parts.Length && titles.ContainsKey(parts[at + 1]))
            {
                yield return $"what comes back to {TitleOf(parts[++at])}";
                at += at + 1 < parts.Length && parts[at + 1] == "share" ? 1 : 0;
            }
            else if (part == "refers" && at + 1 < parts.Length && titles.ContainsKey(parts[at + 1]))
            {
                yield return $"share referred on to {TitleOf(parts[++at])}";
                at += at + 1 < parts.Length && parts[at + 1] == "share" ? 1 : 0;
            }
            else if (part == "moves" && at + 1 < parts.Length)
            {
                yield return $"moves {Target($"move {parts[++at]}")["moves ".Length..]}";
            }
            else if (!Silent.Contains(part) || parts.Length == 1)
            {
                yield return Words.GetValueOrDefault(part) ?? (titles.ContainsKey(part) ? TitleOf(part) : Spaced(part));
            }
        }
    }

    /// <summary>What an effect is on, in words.</summary>
    private string Target(string on)
    {
        var words = on.Split(' ');
        return words switch
        {
            ["demand", var service, ..] => $"demand for {TitleOf(service)}",
            ["failure", var service, ..] => $"failure demand of {TitleOf(service)}",
            ["stay", var service, ..] => $"length of stay in {TitleOf(service)}",
            ["move", var from, "->", var to, ..] => $"moves from {TitleOf(from)} to {TitleOf(to)}",
            ["quality", ..] => "quality of life",
            _ => Spaced(on),
        };
    }

    private Effect? EffectOf(string path) =>
        scenario
            .Options.SelectMany(option => option.Places)
            .SelectMany(place => place.Effects)
            .FirstOrDefault(effect => effect.Strength.Name.Length > 0 && (effect.Strength.Name == path || effect.Strength.DrawnAs == path));

    private string TitleOf(string name) =>
        titles.GetValueOrDefault(name) is { } title && title != name.Replace('_', ' ') ? title : AnswerReader.Capital(Spaced(name));

    /// <summary>A name of the format as words, with the capitals that some have.</summary>
    public static string Spaced(string name) =>
        string.Join(' ', name.Replace('_', ' ').Replace(" -> ", " to ", StringComparison.Ordinal).Split(' ').Select(Written));

    /// <summary>A word as it is written: names of the format have no capitals.</summary>
    private static string Written(string word) => word is "nhs" or "gp" or "gdp" or "icb" ? word.ToUpperInvariant() : word;

    private void Add(IEnumerable<(string Name, string Title)> named)
    {
        foreach (var (name, title) in named)
        {
            titles.TryAdd(name, title);
        }
    }
}
