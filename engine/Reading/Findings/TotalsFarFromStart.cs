using System.Globalization;

namespace SystemSim.Reading;

/// <summary>A first control total that is far from the people at the start: another place, other ages, or a table in thousands.</summary>
internal static class TotalsFarFromStart
{
    // So large a change in a year or two is likelier a mistake than a place.
    private const double Far = 0.25;
    private const int YearsAtMost = 2;

    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft)
    {
        var people = draft.People!.Population;
        foreach (var total in people.ControlTotals.Where(total => total.Totals[0].From - draft.Horizon!.Start < YearsAtMost))
        {
            var atStart = people
                .Start.Where(start => people.Need.Any(need => total.Of.Includes(start.Area, start.Age, need.Id)))
                .Sum(start => start.People.Value);
            var first = total.Totals[0].Value;
            if (Math.Abs(first.Value - atStart) > Far * atStart)
            {
                draft.Report(
                    Codes.TotalFarOff, first.Name,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{first.Name} is {first.Value:#,0.##} people, and {atStart:#,0.##} are there at the start: the residual makes up the difference by 30 June {total.Totals[0].From.Start}."
                    ),
                    "check that both are people, not thousands, of the same ages and the same place."
                );
            }
        }
    }
}
