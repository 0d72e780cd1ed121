using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What is stated of a service fits its duty.</summary>
internal static class DutyKeys
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, read) in draft.Services)
        {
            var service = read.Service;
            var path = $"services.{name}";
            if (service.Duty == Duty.Statutory)
            {
                Discretionary(service.Floor is not null, "floor");
                Discretionary(service.Ceiling is not null, "ceiling");
                Discretionary(service.Capacity?.Target == CapacityTarget.Budget, "capacity.target");
            }

            CheckFloor(draft, service, path);

            void Discretionary(bool isStated, string key)
            {
                if (isStated)
                {
                    draft.Report(
                        Codes.DutyKeys, $"{path}.{key}", $"'{name}' is statutory: no budget decides how much of it is given.",
                        $"'{key.Split('.')[0]}' here is for discretionary services.");
                }
            }
        }
    }

    private static void CheckFloor(Draft draft, Service service, string path)
    {
        if (draft.Horizon is not { } horizon || service is not { Floor: { } floor, Ceiling: { } ceiling })
        {
            return;
        }

        for (var y = 0; y < horizon.Years; y++)
        {
            var year = horizon.YearAt(y);
            if (PathValues.At(floor, year, draft.Prices) > PathValues.At(ceiling, year, draft.Prices))
            {
                draft.Report(Codes.FloorAboveCeiling, $"{path}.floor", $"the floor of '{service.Id}' is above its ceiling in {year}.");
                return;
            }
        }
    }
}
