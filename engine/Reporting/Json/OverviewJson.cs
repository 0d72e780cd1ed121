using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Many scenarios, an option a line, as JSON; numbers unrounded.</summary>
public static class OverviewJson
{
    /// <summary>Writes the lines.</summary>
    /// <param name="overviews">The scenarios.</param>
    public static byte[] Write(IReadOnlyList<Overview> overviews) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.TextIfAny("price_base", overviews.Count > 0 ? overviews[0].Headline.PriceBase : null);
        json.Array("scenarios", overviews, overview =>
        {
            json.WriteStartObject();
            json.WriteString("scenario", overview.Scenario);
            json.WriteString("title", overview.Headline.Title);
            json.TextIfAny("stamp", overview.Headline.Stamp);
            json.WriteString("price_base", overview.Headline.PriceBase);
            json.WriteNumber("years", overview.Headline.Horizon.Years);
            json.WriteString("baseline", overview.Headline.Baseline.Option.Name);
            if (overview.Draws is { } draws)
            {
                json.WriteNumber("draws", draws.Made);
                json.WriteNumber("used", draws.Used);
                json.LeftOut(draws);
                json.TextIfAny("range_is_too_narrow", NarrowRange.Sentence(overview.Coverage));
            }

            json.Array("options", overview.Lines, line => Write(json, line));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, OverviewLine line)
    {
        json.WriteStartObject();
        json.WriteString("option", line.Option.Option.Name);
        json.WriteNumber("spend_against_baseline", line.Difference);
        if (line.Range is var (low, high))
        {
            json.WriteNumber("mean", line.Mean!.Value);
            json.WriteNumber("p10", low);
            json.WriteNumber("p90", high);
        }

        Write(json, "gains_most", line.GainsMost);
        Write(json, "loses_most", line.LosesMost);
        json.WriteBoolean("has_to_break_even", line.HasToBreakEven);
        json.TextIfAny("breaks_even_in", line.BreaksEvenIn?.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, AccountHeadline? account)
    {
        if (account is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("account", account.Name);
            json.WriteNumber("gain", account.Gain!.Value);
            json.WriteEndObject();
        }
    }
}
