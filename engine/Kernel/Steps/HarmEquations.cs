namespace SystemSim.Kernel;

/// <summary>Harm of going without: the mirror of reach.</summary>
internal static class HarmEquations
{
    /// <summary>What a harm adds to what its target is multiplied by.</summary>
    /// <param name="harm">The harm.</param>
    /// <param name="values">Numbers.</param>
    /// <param name="contacts">Contacts that wait or are missed.</param>
    /// <param name="group">People it acts on.</param>
    public static Value Rise(HarmPlan harm, PlanValues values, Value contacts, Value group)
    {
        var goWithout = values.Of(harm.PeoplePerUnit) * contacts;
        var share = Value.IfAtMost(group, values.Set.Zero, values.Set.Zero, Value.Min(goWithout / group, 1.0));
        return values.Of(harm.Sensitivity) * share;
    }

    /// <summary>Contacts of a time after a step: those of before that have not run out, and those of the step.</summary>
    /// <remarks>Of a step longer than the time only the last part counts.</remarks>
    /// <param name="values">Numbers.</param>
    /// <param name="lasts">The time, in years.</param>
    /// <param name="before">Contacts of before.</param>
    /// <param name="added">Contacts of the step.</param>
    public static Value Lasting(PlanValues values, Number lasts, Value before, Value added)
    {
        var steps = values.Of(lasts) * values.StepsPerYear;
        return Value.MultiplyAdd(Value.Min(steps, 1.0), added, before * (1.0 - Value.Min(1.0 / steps, 1.0)));
    }
}
