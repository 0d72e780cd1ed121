using System.Text.Json;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What is written down of a run, so that it can be made again: <c>run.json</c>.</summary>
/// <remarks>It holds no clock, no machine and no place on a disk: the same run gives the same bytes anywhere.</remarks>
public sealed record RunRecord
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "run.json";

    /// <summary>The word by which a results folder of this program is known.</summary>
    public const string Program = "systemsim";

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>What was run.</summary>
    public required ImmutableArray<ScenarioRecord> Scenarios { get; init; }

    /// <summary>Whether rows for each step were kept.</summary>
    public required bool BySteps { get; init; }

    /// <summary>Writes the file.</summary>
    /// <param name="files">The other files of the folder whose bytes are the same in every run.</param>
    /// <param name="names">Names of all files of the folder.</param>
    internal byte[] Write(IEnumerable<WrittenFile> files, IEnumerable<string> names) => Seal.Put(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("program", Program);
        json.WriteString("version", Version);
        json.Array("scenarios", Scenarios, scenario => Write(json, scenario));
        json.WriteBoolean("by_steps", BySteps);
        json.Array("invariants_held", InvariantCatalogue.All, invariant => Write(json, invariant));
        json.Hashes(files);
        json.Texts("files", names);
        json.WriteString(Seal.Property, Seal.Blank);
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, ScenarioRecord record)
    {
        var scenario = record.Scenario;
        json.WriteStartObject();
        json.WriteString("name", record.Name);
        json.WriteString("title", scenario.Title);
        json.TextIfAny("question", scenario.Question);
        json.Array("inputs", record.Inputs, input => Write(json, input.Name, input.Sha256));
        json.Texts("overrides", record.Overrides);
        json.Texts("overridden", record.Overridden);
        Write(json, scenario.Horizon);
        json.WriteStartObject("prices");
        json.WriteString("base", scenario.Prices.Base.ToString());
        json.WriteString("report", scenario.Prices.ReportReal ? "real" : "nominal");
        json.TextIfAny("deflator", scenario.Prices.Deflator?.Name);
        json.WriteEndObject();
        json.TextIfAny("discounting", DiscountingSentence.Of(scenario));
        json.WriteString("baseline", scenario.Baseline.Name);
        json.TextIfAny("told_of_first", record.Featured?.Name);
        json.Array("options", record.Options, option => Write(json, option));
        if (record.Inaction is { } inaction)
        {
            json.CostOfInaction(inaction, Deflator.LeadingBase(scenario), scenario.Horizon.Start.ToString());
        }

        json.Array("expectations", record.Expectations, expectation => Write(json, expectation));
        json.RunFindings(record.Findings);
        if (record.Draws is { } draws)
        {
            DrawsJson.WriteRecord(json, draws, scenario.Drawing);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Horizon horizon)
    {
        json.WriteStartObject("horizon");
        json.WriteString("start", horizon.Start.ToString());
        json.WriteNumber("years", horizon.Years);
        json.WriteNumber("steps_per_year", horizon.StepsPerYear);
        json.WriteString("counting", horizon.Counting switch
        {
            Counting.Mid => "mid",
            Counting.End => "end",
            Counting.Start => "start",
        });
        json.WriteString("flows", horizon.Flows == FlowOrder.DeathsFirst ? "deaths_first" : "simultaneous");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Option option)
    {
        json.WriteStartObject();
        json.WriteString("option", option.Id.Name);
        json.WriteString("title", option.Title);
        json.WriteString("governance", option.Place.Governance.Id.Name);
        if (option.Change is { } change)
        {
            json.WriteString("from", change.From.ToString());
            json.WriteString("governance_before", change.Before.Governance.Id.Name);
        }

        json.Texts("sets", option.Sets);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExpectationResult result)
    {
        json.WriteStartObject();
        json.WriteString("at", result.Expectation.At);
        json.WriteString("result", !result.WasHeld ? "not_run" : result.IsMet ? "met" : "failed");
        json.Texts("failures", result.Failures.Select(failure => failure.Sentence));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InvariantEntry invariant)
    {
        json.WriteStartObject();
        json.WriteString("invariant", invariant.Name);
        json.WriteString("meaning", invariant.Meaning);
        json.WriteString("tolerance", invariant.Tolerance);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string sha256)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("sha256", sha256);
        json.WriteEndObject();
    }
}
