using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A stay in places lasts at least a step; one of contacts is shorter.</summary>
internal static class StayLengths
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        if (draft.Horizon is not { } horizon)
        {
            return;
        }

        foreach (var (name, read) in draft.Services)
        {
            if (read.Service.Places is { } places && places.Stay.Value * horizon.StepsPerYear < 1.0 - Sums.Rounding)
            {
                draft.Report(
                    Codes.StayLength, $"services.{name}.places.stay", $"people stay in '{name}' for less than a step.",
                    "write it as stay: beside the service's other keys, in place of places:.");
            }

            if (read.Service.ShortStayDays is { } stay && stay.Value / Horizon.DaysPerYear * horizon.StepsPerYear >= 1.0 - Sums.Rounding)
            {
                draft.Report(
                    Codes.StayLength, $"services.{name}.stay", $"people stay in '{name}' for a step or longer.",
                    "write it as places: {stay: ...}.");
            }
        }
    }
}
