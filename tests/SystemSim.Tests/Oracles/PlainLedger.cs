namespace SystemSim.Tests;

/// <summary>Every pound of a year (section 10).</summary>
internal sealed class PlainLedger
{
    /// <summary>Government, users, staff and suppliers.</summary>
    public const string World = "world";

    private readonly List<PlainPosting> postings = [];

    /// <summary>Posts what moves once a year.</summary>
    public void Post(string kind, string from, string to, double amount) => postings.Add(new(null, kind, from, to, null, amount));

    /// <summary>What a service costs, charges and is paid in a step.</summary>
    public void PostService(int step, PlainPlace place, int j, double cost, double charges, double payment)
    {
        var provider = place.Provider(place.Services[j]).Name;
        var service = place.Services[j].Id.Name;
        postings.Add(new(step, "provider_cost", provider, World, service, cost));
        postings.Add(new(step, "charges", World, provider, service, charges));
        PostPayment(step, place, j, payment);
    }

    /// <summary>What a fund pays for a service.</summary>
    public void PostPayment(int step, PlainPlace place, int j, double payment) => postings.Add(
        new(step, "payment", AccountOf(place, place.Payer(j)), place.Provider(place.Services[j]).Name, place.Services[j].Id.Name, payment));

    /// <summary>What was posted for services in a step.</summary>
    public IEnumerable<(string Kind, string Service, double Amount)> OfServices(int step) => postings
        .Where(posting => posting.Step == step).GroupBy(posting => (posting.Kind, posting.Service))
        .Select(alike => (alike.Key.Kind, alike.Key.Service!, alike.Sum(posting => posting.Amount)));

    /// <summary>The account of a fund: an organisation's own has the organisation's.</summary>
    public static string AccountOf(PlainPlace place, int f) => place.Funds[f].Owner?.Name ?? place.Funds[f].Id.Name;

    /// <summary>What came in less what went out.</summary>
    public double Net(string account) =>
        postings.Where(posting => posting.To == account).Sum(posting => posting.Amount)
        - postings.Where(posting => posting.From == account).Sum(posting => posting.Amount);

    /// <summary>Income, payments and costs of the year, the measure of what rounding may lose.</summary>
    public double Turnover =>
        postings.Where(posting => posting.Kind is "income" or "payment" or "provider_cost").Sum(posting => Math.Abs(posting.Amount));
}
