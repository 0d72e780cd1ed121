using System.Collections.Immutable;
using NUnit.Framework;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>
/// The reader and the JSON Schema agree: what the one refuses for its form the other refuses too. Left out is what the schema says
/// that it cannot see: how plain numbers are spelled, and what overrides put where.
/// </summary>
public sealed class SchemaAgreementTests
{
    private static readonly HashSet<string> Forms = [.. Codes.All.Where(code => code.Kind == CodeKind.Form).Select(code => code.Id)];

    private static readonly JsonSchemaCheck Schema = new(System.Text.Json.Nodes.JsonNode.Parse(ScenarioSchema.Write())!.AsObject());

    // A value of every kind, as an editor would see it: numbers bare, everything else as text.
    private static readonly ImmutableArray<string> Values =
    [
        "12", "0.5", "-0.5", "true", "~", "text", "two words", "18%", "150%", "-5%", "+5%", "£5m", "£5m a year", "£5 a bed-day", "9 per 1000 a year", "3 a month", "3 years", "0 months",
        "2026/27", "2026/28", "0-17", "65+", "move well -> at_risk", "demand gp", "none", "all", "B", "1e-9",
    ];

    private static Mapping Readme { get; } = Parse(ValidScenario.OfReadme());

    private static Mapping Small { get; } = Parse(File.ReadAllText(ValidScenario.File));

    [Test]
    public void Both_accept_valid_scenarios()
    {
        using (Assert.EnterMultipleScope())
        {
            AssertAgree(Readme, "the scenario of the description", isRefused: false);
            AssertAgree(Small, "the scenario that the refused ones extend", isRefused: false);
        }
    }

    [Test]
    public void Both_refuse_the_same_changes_to_keys([Values] bool small)
    {
        AssertAgreeOnAll(small ? Small : Readme, Keys, everyNth: small ? 1 : 3);
    }

    [Test]
    public void Both_refuse_the_same_values([Values] bool small)
    {
        AssertAgreeOnAll(small ? Small : Readme, Scalars, everyNth: small ? 5 : 23);
    }

    [Test]
    public void A_file_that_extends_others_may_leave_out_what_they_hold()
    {
        var part = Parse("extends: base.yaml\nservices: {gp: {cost: {unit: £40}, unmet: {harms: {deaths: +5%}}}}\nhorizon: {years: 20}\n");
        var wrong = Parse("extends: base.yaml\nservices: {gp: {cots: {unit: £40}}}\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Schema.Accepts(YamlAsJson.Of(part)), Is.True);
            Assert.That(Schema.Accepts(YamlAsJson.Of(wrong)), Is.False);
        }
    }

    [Test]
    public void The_schema_is_the_same_text_every_time()
    {
        var first = ScenarioSchema.Write();
        var second = ScenarioSchema.Write();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second, Is.EqualTo(first));
            Assert.That(first, Does.Not.Contain("\r"));
            Assert.That(first, Does.EndWith("}\n"));
        }
    }

    private static void AssertAgreeOnAll(Mapping scenario, Func<Node, IEnumerable<(Node Node, string What)>> changes, int everyNth)
    {
        var tried = 0;
        var refused = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (changed, what) in Changed(scenario, "", changes).Where((change, i) => i % everyNth == 0 && change.Node is Mapping))
            {
                tried++;
                refused += AssertAgree((Mapping)changed, what) ? 1 : 0;
            }
        }

        // A test that tries nothing, or nothing wrong, shows nothing.
        Assert.That(tried, Is.GreaterThan(300));
        Assert.That(refused, Is.GreaterThan(100));
    }

    private static bool AssertAgree(Mapping scenario, string what, bool? isRefused = null)
    {
        var problems = new Problems();
        Root.Read(scenario, problems);
        var forms = problems.All.Where(problem => Forms.Contains(problem.Code)).ToList();
        var accepts = Schema.Accepts(YamlAsJson.Of(scenario));
        Assert.That(accepts, Is.EqualTo(forms.Count == 0), $"{what}\nthe schema {(accepts ? "accepts" : "refuses")}, and the reader says:\n{string.Join('\n', forms)}");
        Assert.That(isRefused, Is.Null.Or.EqualTo(!accepts), what);
        return !accepts;
    }

    /// <summary>The scenario with one node changed, for every node and every change.</summary>
    private static IEnumerable<(Node Node, string What)> Changed(Node node, string path, Func<Node, IEnumerable<(Node Node, string What)>> changes)
    {
        foreach (var (changed, what) in changes(node))
        {
            yield return (changed, $"{path}: {what}");
        }

        if (node is Mapping mapping)
        {
            foreach (var entry in mapping.Entries.Where(entry => entry.Key.Text is not ("override" or "set")))
            {
                foreach (var (changed, what) in Changed(entry.Value, $"{path}.{entry.Key.Text}", changes))
                {
                    yield return (mapping.With(entry.Key, changed), what);
                }
            }
        }

        if (node is Sequence list)
        {
            for (var i = 0; i < list.Items.Length; i++)
            {
                foreach (var (changed, what) in Changed(list.Items[i], $"{path}[{i}]", changes))
                {
                    yield return (new Sequence(list.At, list.Items.SetItem(i, changed)), what);
                }
            }
        }
    }

    /// <summary>A block with a key removed, renamed, doubled under another name, moved down or added.</summary>
    private static IEnumerable<(Node Node, string What)> Keys(Node node)
    {
        if (node is Sequence list)
        {
            yield return (new Sequence(list.At, []), "emptied");
            yield return (new Sequence(list.At, [.. list.Items, .. list.Items.Take(1)]), "one item more");
            yield break;
        }

        if (node is not Mapping mapping)
        {
            yield break;
        }

        yield return (mapping.With(Word("unexpected"), Word("1")), "a key added");
        yield return (mapping.With(Word("source"), Word("panel")), "a source added");
        yield return (mapping.With(Word("value"), Word("1")), "a value added");
        yield return (new Mapping(mapping.At, []), "emptied");
        foreach (var entry in mapping.Entries)
        {
            var without = new Mapping(mapping.At, mapping.Entries.Remove(entry));
            yield return (without, $"without {entry.Key.Text}");
            yield return (without.With(Word(entry.Key.Text + "x"), entry.Value), $"{entry.Key.Text} renamed");
            yield return (without.With(Word("2026/27"), entry.Value), $"{entry.Key.Text} renamed to a year");
            yield return (without.With(Word("65+"), entry.Value), $"{entry.Key.Text} renamed to an age band");
            if (without.Entries.FirstOrDefault(other => other.Value is Mapping) is { Value: Mapping below } other)
            {
                yield return (without.With(other.Key, below.With(entry.Key, entry.Value)), $"{entry.Key.Text} moved into {other.Key.Text}");
            }
        }
    }

    /// <summary>A node replaced by a value, a list or a block.</summary>
    private static IEnumerable<(Node Node, string What)> Scalars(Node node)
    {
        foreach (var value in Values)
        {
            yield return (Word(value), $"replaced by {value}");
        }

        yield return (new Sequence(node.At, [node]), "put into a list");
        yield return (new Mapping(node.At, [new Entry(Word("a"), node)]), "put into a block");
        yield return (new Mapping(node.At, [new Entry(Word("value"), node)]), "put into a number's block");
        yield return (new Mapping(node.At, [new Entry(Word("2026/27"), node)]), "put into a path");
    }

    // An editor reads a bare exponent as the number that it is: in quotes the schema can see how it is spelled.
    private static Scalar Word(string text) => new(new Spot("changed", 1, 1), text, isPlain: !text.Contains("e-", StringComparison.Ordinal));

    private static Mapping Parse(string text) => (Mapping)TreeBuilder.Build("scenario.yaml", text, new Problems())!;
}
