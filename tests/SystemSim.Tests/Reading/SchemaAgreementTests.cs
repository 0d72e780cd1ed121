using System.Text.Json.Nodes;
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

    private static readonly JsonObject Written = JsonNode.Parse(ScenarioSchema.Write())!.AsObject();
    private static readonly JsonSchemaCheck Schema = new(Written);

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
        AssertAgreeOnAll(small ? Small : Readme, ChangedScenario.Keys, everyNth: small ? 2 : 7);
    }

    [Test]
    public void Both_refuse_the_same_values([Values] bool small)
    {
        AssertAgreeOnAll(small ? Small : Readme, ChangedScenario.Values, everyNth: small ? 11 : 53);
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
    public void The_schema_says_what_every_key_is()
    {
        var silent = KeysIn(Written).Where(key => string.IsNullOrWhiteSpace(key.Value?["description"]?.GetValue<string>()));

        Assert.That(silent.Select(key => key.Key), Is.Empty);
    }

    [Test]
    public void Every_key_of_the_schema_is_shown_by_a_feature()
    {
        var files = Directory.GetFiles(RepositoryFolder.At("scenarios", "features"), "*.yaml", SearchOption.AllDirectories);
        var shown = files.SelectMany(file => KeysIn(Parse(File.ReadAllText(file)))).ToHashSet();

        Assert.That(KeysIn(Written).Select(key => key.Key).Distinct().Where(key => !shown.Contains(key)), Is.Empty);
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
            foreach (var (changed, what) in ChangedScenario.All(scenario, changes).Where((_, i) => i % everyNth == 0))
            {
                tried++;
                refused += AssertAgree(changed, what) ? 1 : 0;
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
        Assert.That(
            accepts, Is.EqualTo(forms.Count == 0),
            $"{what}\nthe schema {(accepts ? "accepts" : "refuses")}, and the reader says:\n{string.Join('\n', forms)}");
        Assert.That(isRefused, Is.Null.Or.EqualTo(!accepts), what);
        return !accepts;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> KeysIn(JsonNode? schema) => schema switch
    {
        JsonObject block => (block["properties"] as JsonObject ?? []).Concat(block.SelectMany(member => KeysIn(member.Value))),
        JsonArray list => list.SelectMany(KeysIn),
        _ => [],
    };

    private static IEnumerable<string> KeysIn(Node node) => node switch
    {
        Mapping mapping => mapping.Entries.SelectMany(entry => KeysIn(entry.Value).Prepend(entry.Key.Text)),
        Sequence list => list.Items.SelectMany(KeysIn),
        _ => [],
    };

    private static Mapping Parse(string text) => (Mapping)TreeBuilder.Build("scenario.yaml", text, new Problems())!;
}
