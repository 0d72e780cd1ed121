using System.Text.Json;

namespace SystemSim.Reporting;

/// <summary>The options side by side as JSON, unrounded.</summary>
internal static class OptionsJson
{
    /// <summary>Writes the table as a property.</summary>
    public static void OptionsTable(this Utf8JsonWriter json, OptionsTable table)
    {
        json.WriteStartObject("options_table");
        json.WriteString("price_base", table.PriceBase);
        json.WriteString("statistic", table.IsDrawn ? "mean" : "central");
        json.Array("options", table.Lines, line => Write(json, table, line));
        if (table.Inaction is { } inaction)
        {
            json.CostOfInaction(inaction, table.PriceBase, table.Years[0]);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OptionsTable table, OptionLine line)
    {
        json.WriteStartObject();
        json.Texts("same", line.Options.Select(option => option.Name));
        json.WriteNumber("spend", line.Spent.Value);
        Write(json, "against_baseline", line.Difference);
        if (line.NextYear is { } year)
        {
            json.WriteString("next_year", table.Years[year]);
            Write(json, "in_next_year", line.InNextYear);
        }

        json.Array("who_pays", line.Payers, payer =>
        {
            json.WriteStartObject();
            json.WriteString("title", payer.Title);
            Write(json, "more", payer.More);
            Write(json, "better_off", payer.Gain);
            json.WriteEndObject();
        });
        json.Array("services_lost", line.Losses, loss =>
        {
            json.WriteStartObject();
            json.WriteString("service", loss.Service);
            json.WriteBoolean("ends", loss.Ends);
            json.WriteString("year", table.Years[loss.Year]);
            json.WriteEndObject();
        });
        Write(json, "helped", line.Helped);
        Write(json, "turned_away", line.TurnedAway);
        Write(json, "quality_adjusted_life_years", line.LifeYears);
        Write(json, "benefit_for_a_pound", line.ForOnePound?.Ratio);
        Write(json, "benefit_less_cost", line.ForOnePound?.Net);
        Write(json, "cost_next_to_nothing", line.ForOnePound?.LittleCost);
        json.Texts("set_without_effect", line.WithoutEffect);
        json.Array("rests_on", line.Grades, grade =>
        {
            json.WriteStartObject();
            json.TextIfAny("grade", grade.Grade);
            json.WriteNumber("share", grade.Share);
            json.WriteEndObject();
        });
        json.TextIfAny("harm", line.Harm);
        Write(json, "cheapest", line.Harm is null ? line.Cheapest : null);
        json.WriteBoolean("ever_spends_more", line.Payback.IsEverMore);
        json.TextIfAny("paid_back_by", line.Payback.Year is { } paid ? table.Years[paid] : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Ranged? number)
    {
        if (number is not null)
        {
            json.WriteStartObject(name);
            json.WriteNumber("value", number.Middle.Value);
            Write(json, "p10", number.Low);
            Write(json, "p90", number.High);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Cited? number)
    {
        if (number is not null)
        {
            json.WriteNumber(name, number.Value);
        }
    }
}
