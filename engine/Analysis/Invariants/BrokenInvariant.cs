using System.Globalization;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>An invariant that a run broke, told in the scenario's names.</summary>
/// <param name="Option">Option that was running.</param>
/// <param name="Path">Path in the scenario that it concerns; empty when it is nothing in particular.</param>
/// <param name="Sentence">What broke, when, where and by how much.</param>
/// <param name="Fault">What is wrong with the scenario; none where the run is.</param>
public sealed record BrokenInvariant(OptionId Option, string Path, string Sentence, RunFault Fault)
{
    /// <summary>Tells a breach.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">The option that was running.</param>
    /// <param name="breach">What the kernel found.</param>
    public static BrokenInvariant Tell(Scenario scenario, Option option, Breach breach)
    {
        var when = When(scenario.Horizon, breach);
        var place = PlaceOf(scenario, option, breach);
        var (path, what) = double.IsFinite(breach.Amount) && breach.Invariant != Invariant.Finite
            ? What(place, breach, breach.Amount.ToString("G6", CultureInfo.InvariantCulture))
            : Endless(scenario, option, place, breach);
        return new BrokenInvariant(option.Id, path, $"option {option.Id}, {when}: {what}", FaultOf(breach));
    }

    // What is worked out of a run may be as large as its pennies can be counted.
    private const double Bound = 1024.0 * Finite.Bound;

    /// <summary>The first number of some tables that is not finite or too large; null when there is none.</summary>
    /// <param name="tables">All that is written of a scenario's answers.</param>
    public static BrokenInvariant? In(ImmutableArray<Table> tables)
    {
        foreach (var row in tables.SelectMany(table => table.Rows).Where(row => !(Math.Abs(row.Value) < Bound)))
        {
            var against = row.About.Against.Length == 0 ? "" : $" against {row.About.Against}";
            var when =
                row.Year.Length == 0 ? ""
                : row.Step is { } step ? string.Create(CultureInfo.InvariantCulture, $", {row.Year}, step {step}")
                : $", {row.Year}";
            return new BrokenInvariant(
                new OptionId(row.About.Option),
                "",
                $"option {row.About.Option}{against}{when}: {Named(row.About.Measure, row.About)} {Beyond(row.Value, Bound)}",
                double.IsFinite(row.Value) ? RunFault.Growth : RunFault.None
            );
        }

        return null;
    }

    /// <summary>What is wrong with a scenario that breaks an invariant so. What adds up in numbers can only fail to once they are
    /// none.</summary>
    private static RunFault FaultOf(Breach breach) =>
        !double.IsFinite(breach.Amount)
            ? RunFault.Growth
            : breach.Invariant switch
            {
                Invariant.Finite => RunFault.Growth,
                Invariant.NeedNotNegative => RunFault.ObservedRates,
                Invariant.ReturnsSettle => RunFault.Returns,
                Invariant.OutflowWithinStock => RunFault.Outflow,
                Invariant.PeopleNotNegative => RunFault.Migration,
                Invariant.ControlTotalsMet => RunFault.ControlTotal,
                Invariant.PeopleConserved
                or Invariant.ListBalances
                or Invariant.ActivityNotNegative
                or Invariant.BudgetNotNegative
                or Invariant.OrganisationBalances
                or Invariant.PoolBalances => RunFault.None,
            };

    /// <summary>What kind of breach it is, told alike for all draws: without its time and its amount.</summary>
    public static string Kind(Scenario scenario, Option option, Breach breach)
    {
        var place = PlaceOf(scenario, option, breach);
        var what = breach.Invariant switch
        {
            Invariant.PeopleConserved => "people are not conserved",
            Invariant.OutflowWithinStock => $"more people leave than there are: {Cohort(place, breach.Row)}",
            Invariant.PeopleNotNegative => $"people below zero: {Cohort(place, breach.Row)}",
            Invariant.ControlTotalsMet => "people miss a control total",
            Invariant.ListBalances => $"the waiting list of {place.Services[breach.Row].Id} does not balance",
            Invariant.ActivityNotNegative => $"something delivered or leaving at {place.Services[breach.Row].Id} is below zero",
            Invariant.BudgetNotNegative => $"the budget of {place.Services[breach.Row].Id} is below zero",
            Invariant.OrganisationBalances => $"the postings of {place.Organisations[breach.Row].Id} miss its position",
            Invariant.PoolBalances => $"the postings of pool {place.Governance.Funds[breach.Row].Id} miss its position",
            Invariant.NeedNotNegative =>
                $"observed rates of {place.Services[breach.Row].Id} are smaller than the failure demand inside them",
            Invariant.Finite =>
                $"{NotFinite(scenario, option, place, breach)} is {(double.IsFinite(breach.Amount) ? "too large" : "not a finite number")}",
            Invariant.ReturnsSettle => "demand that returns never settles",
        };
        return $"option {option.Id}: {what}";
    }

    private static Place PlaceOf(Scenario scenario, Option option, Breach breach) =>
        breach.Year < 0 ? option.Places.First() : option.PlaceIn(scenario.Horizon.YearAt(breach.Year));

    private static string When(Horizon horizon, Breach breach) =>
        breach.Year < 0 ? "at the start"
        : breach.Step < 0 ? $"{horizon.YearAt(breach.Year)}"
        : string.Create(CultureInfo.InvariantCulture, $"{horizon.YearAt(breach.Year)}, step {(breach.Step % horizon.StepsPerYear) + 1}");

    private static (string Path, string What) What(Place place, Breach breach, string amount) =>
        breach.Invariant switch
        {
            Invariant.PeopleConserved => ("people", $"people are not conserved: {amount} are missing or too many."),
            Invariant.OutflowWithinStock => (
                "people.moves",
                $"more people leave than there are: {Cohort(place, breach.Row)} would be {amount} short in one step."
            ),
            Invariant.PeopleNotNegative => (
                "people.migration",
                $"net migration takes more people than there are: {Cohort(place, breach.Row)} would be {amount} short."
            ),
            Invariant.ControlTotalsMet => ControlTotal(place.People.ControlTotals[breach.Row].Of, amount),
            Invariant.ListBalances => Service(place, breach.Row, $"the waiting list does not balance by {amount} contacts."),
            Invariant.ActivityNotNegative => Service(place, breach.Row, $"something delivered or leaving is {amount} below zero."),
            Invariant.BudgetNotNegative => Service(place, breach.Row, $"the budget is £{amount} below zero."),
            Invariant.OrganisationBalances => (
                $"organisations.{place.Organisations[breach.Row].Id}",
                $"the postings of {place.Organisations[breach.Row].Id} miss its position by £{amount}."
            ),
            Invariant.PoolBalances => (
                "governance",
                $"the postings of pool {place.Governance.Funds[breach.Row].Id} miss its position by £{amount}."
            ),
            Invariant.NeedNotNegative => Service(
                place,
                breach.Row,
                $"its observed rates are smaller than the failure demand inside them: need would be {amount} of what was observed."
            ),
            Invariant.ReturnsSettle => ("services", "demand that returns never settles: what comes back brings back as much again."),
            Invariant.Finite => throw new ArgumentException("What is not finite is told by itself.", nameof(breach)),
        };

    /// <summary>What a number is of that is not finite or too large.</summary>
    private static string NotFinite(Scenario scenario, Option option, Place place, Breach breach)
    {
        var measure = breach.Measure!.Value;
        var about = new RowReader(option, place, scenario.BaselineOption.Place).Describe(new LedgerRow(measure, breach.Row, 0));
        return Named(RowReader.NameOf(measure), about);
    }

    private static string Named(string measure, Subject? about)
    {
        string[] of = about is null ? [] : [about.Service, about.Fund, about.Organisation, about.Area, about.AgeBand, about.NeedState];
        var known = of.Where(name => name.Length > 0).Distinct().ToArray();
        return known.Length == 0 ? measure : $"{measure} of {string.Join(", ", known)}";
    }

    private static string Beyond(double amount, double bound) =>
        double.IsFinite(amount)
            ? string.Create(CultureInfo.InvariantCulture, $"is {amount:G6}; it must stay below {bound:G3}.")
            : "is not a finite number.";

    /// <summary>What is not a finite number.</summary>
    private static (string Path, string What) Endless(Scenario scenario, Option option, Place place, Breach breach)
    {
        const string None = "is not a finite number.";
        return breach.Invariant switch
        {
            Invariant.PeopleConserved or Invariant.OutflowWithinStock or Invariant.PeopleNotNegative or Invariant.ControlTotalsMet => (
                "people",
                $"how many people there are {None}"
            ),
            Invariant.OrganisationBalances => (
                $"organisations.{place.Organisations[breach.Row].Id}",
                $"the money of {place.Organisations[breach.Row].Id} {None}"
            ),
            Invariant.PoolBalances => ("governance", $"the money of pool {place.Governance.Funds[breach.Row].Id} {None}"),
            Invariant.ReturnsSettle => ("services", $"what comes back {None}"),
            Invariant.Finite => ("", $"{NotFinite(scenario, option, place, breach)} {Beyond(breach.Amount, Finite.Bound)}"),
            Invariant.ListBalances or Invariant.ActivityNotNegative or Invariant.BudgetNotNegative or Invariant.NeedNotNegative =>
                Service(place, breach.Row, $"what is asked of it or paid for it {None}"),
        };
    }

    private static (string Path, string What) ControlTotal(CohortGroup of, string amount)
    {
        var path = string.Join(
            '.',
            (string[])["people.control_totals", .. of.Areas.Select(area => area.Name), .. of.Ages.Select(age => age.Name)]
        );
        return (path, $"people miss {path} by {amount}: the residual is a share of who is there, and nobody is left there.");
    }

    private static (string Path, string What) Service(Place place, int row, string what) =>
        ($"services.{place.Services[row].Id}", $"service {place.Services[row].Id}: {what}");

    private static string Cohort(Place place, int row)
    {
        var needs = place.People.Need.Length;
        var ages = place.People.Ages.Length;
        var name = $"{place.People.Ages[row / needs % ages].Id}, {place.People.Need[row % needs].Id}";
        return place.People.Areas.Length == 1 ? name : $"{place.People.Areas[row / needs / ages]}, {name}";
    }
}
