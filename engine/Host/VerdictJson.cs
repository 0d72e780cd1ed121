using System.Text.Json;
using SystemSim.Analysis;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Verdicts as JSON.</summary>
internal static class VerdictJson
{
    /// <summary>Writes verdicts.</summary>
    public static byte[] Write(IEnumerable<Verdict> verdicts) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.Array("scenarios", verdicts, verdict => Write(json, verdict));
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("scenario", verdict.Scenario);
        json.WriteBoolean("passed", verdict.IsPassed);
        json.TextIfAny("stopped", verdict.Stopped?.Line);
        json.Array("errors", verdict.Problems, problem => Write(json, problem));
        json.Array("findings", verdict.Findings, finding => Write(json, finding));
        json.Array("expectations", verdict.Expectations, expectation => Write(json, expectation));
        if (verdict.Draws is { } draws)
        {
            PreviewJson.Write(json, "draws", draws);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("file", diagnostic.At.File);
        json.WriteNumber("line", diagnostic.At.Line);
        json.WriteNumber("column", diagnostic.At.Column);
        json.WriteString("problem", diagnostic.Problem);
        json.TextIfAny("hint", diagnostic.Hint);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExpectationResult result)
    {
        json.WriteStartObject();
        json.WriteString("at", result.Expectation.At);
        json.WriteBoolean("met", result.IsMet);
        json.Array("failures", result.Failures, failure => Write(json, failure));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExpectationFailure failure)
    {
        json.WriteStartObject();
        json.WriteString("at", failure.At);
        json.WriteString("sentence", failure.Sentence);
        json.TextIfAny("hint", failure.Hint);
        json.WriteEndObject();
    }
}
