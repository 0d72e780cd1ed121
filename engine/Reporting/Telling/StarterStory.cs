using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What may be told of a starter model: not what an option saves, only what numbers would have to be for it to break even, and
/// which numbers it needs from its place.</summary>
/// <param name="reader">Finds numbers.</param>
/// <param name="request">What was run.</param>
/// <param name="starter">How far the numbers are local.</param>
internal sealed class StarterStory(AnswerReader reader, EvidenceRequest request, Starter starter)
{
    /// <summary>In the place of an answer, which the stamp above says that there is not yet: what it takes.</summary>
    public IEnumerable<Prose> Answer()
    {
        yield return Prose.Of($"It becomes a model like any other once these are the place's own, with a source that is local. {ByHead(starter.Missing.Select(new NumberLabels(reader.Scenario).Of))}.");
    }

    /// <summary>What stands above <see cref="Turns"/>.</summary>
    public string Heading =>
        reader.Featured is { } option
            ? $"What it would have to be: {reader.Quoted(option)} costs as much as {reader.Quoted(reader.Scenario.Baseline)} over {reader.Span} if"
            : "What it would have to be";

    /// <summary>What single numbers would have to be for the option to break even, all else as it is assumed.</summary>
    public IEnumerable<Prose> Turns()
    {
        if (request.Sensitivity is not { } known)
        {
            yield break;
        }

        foreach (var value in known.Switching)
        {
            yield return Prose.Of($"{value.Quantity} is {value.Turns} instead of {value.Central}.");
        }

        if (!known.Unturned.IsEmpty)
        {
            yield return Prose.Of($"No size of one of these alone makes it so. {ByHead(known.Unturned)}.");
        }
    }

    /// <summary>Labels of numbers, with what they are of said once.</summary>
    private static string ByHead(IEnumerable<string> labels)
    {
        var named = labels.Select(label => label.Split(": ", 2)).GroupBy(label => label[0], label => label.Skip(1));
        return string.Join("; ", named.Select(of => string.Join(": ", [of.Key, .. of.SelectMany(rest => rest).Any()
            ? new[] { string.Join(", ", of.SelectMany(rest => rest)) }
            : []])));
    }
}
