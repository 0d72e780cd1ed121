using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Comparisons as JSON: the numbers of every year, unrounded, and their differences from the first side.</summary>
public static class ComparisonJson
{
    /// <summary>Writes comparisons.</summary>
    /// <param name="comparisons">The comparisons.</param>
    /// <param name="differ">Whether any value differs.</param>
    /// <param name="draws">What its draws come to; null where there are none.</param>
    /// <param name="folder">Results folder, as its name was given.</param>
    /// <param name="run">What the runs show of their scenarios.</param>
    /// <param name="stamp">What stands on all that is told of a starter model; null for other scenarios.</param>
    /// <param name="options">The options of the one scenario side by side; null where several are compared.</param>
    public static byte[] Write(
        IEnumerable<Comparison> comparisons,
        bool differ,
        DrawAnswers? draws,
        string folder,
        IEnumerable<RunFinding> run,
        string? stamp,
        OptionsTable? options = null
    ) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.TextIfAny("stamp", stamp);
            json.WriteBoolean("differ", differ);
            if (options is not null)
            {
                json.OptionsTable(options);
            }

            json.Array("comparisons", comparisons, comparison => Write(json, comparison));
            if (draws is not null && stamp is null)
            {
                DrawsJson.WriteAnswers(json, draws, DiscountingSentence.Of(comparisons.First().Sides[0].Answers.Scenario));
            }

            json.RunFindings(run);
            json.WriteString("results", folder);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartObject();
        json.Texts("sides", comparison.Sides.Select(side => side.Label));
        json.Array("runs", comparison.Runs, run => json.WriteStringValue($"{run.First} to {run.Last}"));
        json.WriteString("price_base", comparison.PriceBase);
        json.Texts("years", comparison.Years.Select(year => year.ToString()));
        json.Array("measures", comparison.Measures, measure => Write(json, comparison, measure));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Comparison comparison, ComparedMeasure measure)
    {
        json.WriteStartObject();
        json.WriteString("measure", measure.Measure.Name);
        json.WriteString("unit", measure.Measure.Unit.Length > 0 ? measure.Measure.Unit : "the service's own");
        json.Array("items", measure.Items, item => Write(json, comparison, measure, item));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Comparison comparison, ComparedMeasure measure, ComparedItem item)
    {
        json.WriteStartObject();
        if (measure.By.Length > 0)
        {
            json.WriteString(measure.By, item.Name);
        }

        json.WriteString("title", item.Title);
        json.WriteStartObject("values");
        for (var side = 0; side < item.Values.Length; side++)
        {
            json.Array(comparison.Sides[side].Label, item.Values[side], json.WriteNumberValue);
        }

        json.WriteEndObject();
        json.WriteStartObject("differences");
        for (var side = 1; side < item.Values.Length; side++)
        {
            json.Array(
                comparison.Sides[side].Label,
                item.Values[side].Zip(item.Values[0], (one, first) => one - first),
                json.WriteNumberValue
            );
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
