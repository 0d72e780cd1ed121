using System.Text.Json;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What many draws come to, as JSON.</summary>
internal static class DrawsJson
{
    /// <summary>Writes what is needed to make the draws again, and what was stopped.</summary>
    public static void WriteRecord(Utf8JsonWriter json, DrawAnswers draws, Drawing drawing)
    {
        json.WriteStartObject("draws");
        json.WriteString("generator", "Philox4x32-10");
        json.WriteString("method", drawing.Method switch
        {
            Sampling.LatinHypercube => "latin_hypercube",
            Sampling.Sobol => "sobol",
            Sampling.Random => "random",
        });
        WriteChance(json, drawing);
        WriteCounts(json, draws);
        json.WriteString("quantiles", draws.Draws <= QuantileBins.FirstDraws
            ? "of the draws themselves"
            : $"by counting in bins: within {QuantileBins.ShareOfRange:R} of the range of the first {QuantileBins.FirstDraws} draws");
        if (draws.Summaries.Select(summary => summary.Beyond).DefaultIfEmpty().Max() is > 0 and var beyond)
        {
            json.WriteNumber("most_beyond_the_bins", beyond);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the distributions of whole runs, and the chances.</summary>
    /// <param name="json">Takes them.</param>
    /// <param name="draws">The draws.</param>
    /// <param name="discounting">How money is discounted; null where none is.</param>
    public static void WriteAnswers(Utf8JsonWriter json, DrawAnswers draws, string? discounting)
    {
        json.WriteStartObject("draws");
        json.TextIfAny("discounting", discounting);
        WriteCounts(json, draws);
        json.Array("outcomes", draws.Outcomes.Index().Where(outcome => outcome.Item.Kind == OutcomeKind.Whole), outcome =>
            Write(json, draws, outcome.Index)
        );
        json.Array(
            "chances",
            draws.Outcomes.Index().Where(outcome => outcome.Item.Kind == OutcomeKind.Chance && draws.HasChances),
            outcome =>
            {
                WriteStart(json, outcome.Item.About);
                json.WriteNumber("probability", draws.Summaries[outcome.Index].Mean);
                json.WriteNumber("standard_error", draws.Summaries[outcome.Index].Error);
                json.WriteEndObject();
            }
        );
        json.WriteEndObject();
    }

    /// <summary>Writes what is by chance, where anything is.</summary>
    public static void WriteChance(Utf8JsonWriter json, Drawing drawing)
    {
        if (!drawing.Chance.IsEmpty)
        {
            json.Texts("chance", drawing.Chance.Select(chance => chance switch
            {
                ByChance.People => "people",
                ByChance.Demand => "demand",
            }));
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, DrawAnswers draws)
    {
        json.WriteNumber("seed", draws.Seed);
        json.WriteNumber("draws", draws.Draws);
        json.WriteNumber("used", draws.Used);
        if (draws.Until is { } until)
        {
            json.WriteNumber("until", until);
        }

        if (double.IsFinite(draws.LargestError))
        {
            json.WriteNumber("largest_error", draws.LargestError);
        }

        StoppedJson.Write(json, draws.Stopped);
        json.LeftOut(draws.Count);
    }

    private static void Write(Utf8JsonWriter json, DrawAnswers draws, int row)
    {
        var summary = draws.Summaries[row];
        WriteStart(json, draws.Outcomes[row].About);
        Number("central", draws.Central[row]);
        Number("mean", summary.Mean);
        if (draws.Used > 1)
        {
            Number("sd", summary.Deviation);
            Number("standard_error", summary.Error);
            foreach (var (percentile, value) in OutcomeSummary.Percentiles.Zip(summary.Quantiles))
            {
                Number($"p{percentile}", value);
            }
        }

        if (summary.Absent > 0)
        {
            json.WriteNumber("absent", summary.Absent);
        }

        json.WriteEndObject();

        // A ratio to nothing is not there, and none has a deviation or an error.
        void Number(string name, double value) => json.NumberOrNull(name, double.IsNaN(value) ? null : value);
    }

    private static void WriteStart(Utf8JsonWriter json, Subject about)
    {
        json.WriteStartObject();
        json.WriteString("option", about.Option);
        Text("against", about.Against);
        json.WriteString("measure", about.Measure);
        Text("organisation", about.Organisation);
        Text("fund", about.Fund);
        json.WriteString("unit", about.Unit);

        void Text(string name, string text) => json.TextIfAny(name, text.Length > 0 ? text : null);
    }
}
