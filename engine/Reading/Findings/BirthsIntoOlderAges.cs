namespace SystemSim.Reading;

/// <summary>Births that join an age band which does not start at 0.</summary>
internal static class BirthsIntoOlderAges
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        var people = draft.People!.Population;
        if (people.Births is not null && !people.Ages[0].Id.Name.StartsWith('0'))
        {
            draft.Report(
                Codes.BirthsOlder, "people.births", $"births join the age band '{people.Ages[0].Id}'.",
                "leave births out, or state people from age 0.");
        }
    }
}
