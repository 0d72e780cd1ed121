using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A headline as JSON: the numbers of every year, unrounded.</summary>
public static class HeadlineJson
{
    /// <summary>Writes a headline.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="draws">What its draws come to; null where there are none.</param>
    /// <param name="folder">Results folder, as its name was given.</param>
    /// <param name="findings">Number of findings about the scenario.</param>
    /// <param name="run">What the run shows of it.</param>
    /// <param name="options">Its options side by side; null where only tidy files were wanted.</param>
    /// <param name="story">Its story; null where only tidy files were wanted.</param>
    public static byte[] Write(
        Headline headline,
        DrawAnswers? draws,
        string folder,
        int findings,
        IEnumerable<RunFinding> run,
        OptionsTable? options = null,
        Narrative? story = null
    ) =>
        JsonText.Write(json =>
        {
            var horizon = headline.Horizon;
            json.WriteStartObject();
            json.WriteString("title", headline.Title);
            json.TextIfAny("question", headline.Question);
            json.TextIfAny("stamp", headline.Stamp);
            json.WriteString("price_base", headline.PriceBase);
            json.WriteString("unit", MeasureEntry.Money);
            json.WriteString("statistic", "central");
            json.Texts("years", Enumerable.Range(0, horizon.Years).Select(year => horizon.YearAt(year).ToString()));
            json.WriteString("baseline", headline.Baseline.Option.Name);
            json.Array("options", headline.Options, option => Write(json, headline, option));
            if (story is not null)
            {
                json.Story(story);
            }

            if (options is not null)
            {
                json.OptionsTable(options);
            }

            if (draws is not null)
            {
                DrawsJson.WriteAnswers(json, draws, headline.Discounting);
            }

            json.WriteNumber("findings", findings);
            json.RunFindings(run);
            json.WriteString("results", folder);
            json.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter json, Headline headline, OptionHeadline option)
    {
        json.WriteStartObject();
        json.WriteString("option", option.Option.Name);
        json.WriteString("title", option.Title);
        json.WriteNumber("spend", option.SpendInAll);
        if (!option.IsBaseline)
        {
            json.WriteNumber("spend_against_baseline", option.SpendInAll - headline.Baseline.SpendInAll);
        }

        json.WriteNumber("waiting_at_end", option.Waiting);
        json.WriteNumber("left_unmet", option.Left);
        json.WriteNumber("returned", option.Returned);
        if (option.Gap is { } gap)
        {
            json.WriteString("no_forecast_after", headline.Horizon.YearAt(gap.Year).ToString());
        }

        json.Array("accounts", option.Accounts, account => Write(json, account));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AccountHeadline account)
    {
        json.WriteStartObject();
        json.WriteString(account.Role == AccountRole.Pool ? "fund" : "organisation", account.Name);
        json.WriteString("title", account.Title);
        json.WriteBoolean("pays", account.Role is AccountRole.Payer or AccountRole.PayerAndProvider or AccountRole.Pool);
        json.WriteBoolean("provides", account.Role is AccountRole.Provider or AccountRole.PayerAndProvider);
        json.Array("spend_by_year", account.Spend, amount => json.WriteNumberValue(amount));
        json.WriteNumber("spend", account.SpendInAll);
        if (account.Position is { } position)
        {
            json.WriteNumber("position_at_end", position);
        }

        json.WriteNumber(account.MayRunDeficit ? "deficit_at_end" : "gap_at_end", account.Deficit);
        if (account.Gain is { } gain)
        {
            json.WriteNumber("gain_to_date", gain);
        }

        json.WriteEndObject();
    }
}
