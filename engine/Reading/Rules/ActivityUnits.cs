namespace SystemSim.Reading;

/// <summary>Cost and capacity of a service are stated in what its activity is counted in.</summary>
internal static class ActivityUnits
{
    /// <summary>What the activity of a service is counted in.</summary>
    public static ActivityUnit Of(Model.Service service) =>
        service.Places is not null ? ActivityUnit.Places : service.ShortStayDays is not null ? ActivityUnit.BedDays : ActivityUnit.Contacts;

    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, read) in draft.Services)
        {
            var unit = Of(read.Service);
            var path = $"services.{name}";
            if (read.Cost is { } cost && CostedIn(cost.Unit) != unit)
            {
                draft.Report(
                    Codes.CostUnit, $"{path}.cost.unit", $"'{name}' is counted in {Words(unit)}, and its cost is not.",
                    $"write it like {Example(unit)}.");
            }

            if (read.Cost?.UseUnit is { } use && CostedIn(use) != unit)
            {
                draft.Report(
                    Codes.CostUnit, $"{path}.cost.charges.use", $"'{name}' is counted in {Words(unit)}, and its charge of use is not.",
                    $"write it like {Example(unit)}.");
            }

            if (read.CapacityUnit is { } capacity && capacity != unit)
            {
                draft.Report(
                    Codes.CapacityUnit, $"{path}.capacity.{Snake.Of(capacity.ToString())}",
                    $"'{name}' is counted in {Words(unit)}, and its capacity is not.", $"state it under '{Snake.Of(unit.ToString())}'.");
            }

            if (read.Service.AtStart.InPlaces is not null && unit != ActivityUnit.Places)
            {
                draft.Report(
                    Codes.PlacesKeys, $"{path}.at_start.in_places", $"'{name}' has no places.",
                    "add places: {stay: ...}, or leave this out.");
            }
        }
    }

    /// <summary>A unit in words.</summary>
    public static string Words(ActivityUnit unit) =>
        unit switch { ActivityUnit.Places => "people in places", ActivityUnit.BedDays => "bed-days", _ => "contacts" };

    /// <summary>What a cost or price is stated for.</summary>
    /// <param name="unit">Its unit as one word; that of a contact may be empty.</param>
    public static ActivityUnit CostedIn(string unit) =>
        unit switch { "" or Unit.Contact => ActivityUnit.Contacts, "bed-day" => ActivityUnit.BedDays, _ => ActivityUnit.Places };

    /// <summary>How a cost or price for a unit is written.</summary>
    public static string Example(ActivityUnit unit) =>
        unit switch { ActivityUnit.Places => "£340 a week", ActivityUnit.BedDays => "£460 a bed-day", _ => "£48" };
}
