using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>What a switch of arrangements is told as: pooling, a reorganisation, or both at once.</summary>
internal static class ArrangementsTold
{
    private static readonly (string, string) RuleInThePool =
        (DriverNames.RuleInThePool, "growth that its rule spends, and funds apart bank");

    /// <summary>Names and meanings of the switch, and of what the rule does under the one arrangement and not under the other.</summary>
    /// <param name="driver">The switch, as it is told where nobody ends.</param>
    /// <param name="first">The option from which the way starts.</param>
    /// <param name="second">The option to which it leads.</param>
    public static ((string Name, string Meaning) Switch, (string Name, string Meaning) Rule) As(Driver driver, Option first, Option second)
    {
        Arrangement[] both = [first.Place.Governance, second.Place.Governance];
        if (both.All(arrangement => arrangement.Succession.IsEmpty))
        {
            return ((driver.Name, driver.Meaning), RuleInThePool);
        }

        var arePooled = new[] { first, second }.SelectMany(option => option.Places).SelectMany(place => place.Governance.Funds)
            .Any(fund => fund.Pool is not null);
        return arePooled
            ? ((DriverNames.Both, "bodies that end and begin, whose purse pays, and the terms between partners"), RuleInThePool)
            : (
                (DriverNames.Reorganisation, "bodies that end and begin, what they receive and spend, and what each pays for"),
                (DriverNames.RuleInTheNewFunds, "growth that its rule spends there, and the funds before bank")
            );
    }
}
