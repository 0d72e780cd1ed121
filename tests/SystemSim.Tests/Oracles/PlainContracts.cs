using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What contracts pay, what a budget buys under them, and what they come to when a term ends (section 7).</summary>
internal sealed class PlainContracts
{
    private const double HalfAPenny = 0.005;
    private const double Rounding = 1e-9;
    private readonly PlainPlace place;
    private readonly PlainPrices prices;
    private readonly double[] volume;
    private readonly double[] sum;
    private readonly double[] target;
    private readonly int[] since;
    private readonly int[] start;
    private readonly double[] left;
    private readonly HashSet<(int Service, int Step)> collapses = [];

    /// <param name="place">The place.</param>
    /// <param name="today">The opening state.</param>
    /// <param name="given">[service] what the baseline gives in the first year; null in the baseline.</param>
    public PlainContracts(PlainPlace place, PlainToday today, double[]? given)
    {
        this.place = place;
        Notice = new(place, given);
        prices = new(place);
        Costs = new(place, j => today.Activity[j]);
        volume = Each(FirstVolume);
        sum = Each(j => place.Value(place.Contract(j).Sum, SumFor(j, 0)));
        target = Each(j => place.Value(place.Contract(j).Target, prices.NetCost(j, 0) * volume[j]));
        since = new int[place.Services.Count];
        start = new int[place.Services.Count];
        left = Each(_ => 1.0);
        foreach (var j in Enumerable.Range(0, place.Services.Count).Where(j => place.IsReplaced(place.Services[j].Id)))
        {
            Notice.Let(j, 0);
        }
    }

    /// <summary>Starts the contracts that an arrangement replaces when it takes over.</summary>
    public void Enter(int y)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            if (place.IsReplaced(place.Services[j].Id))
            {
                volume[j] = FirstVolume(j);
                sum[j] = place.Value(place.Contract(j).Sum, SumFor(j, 0));
                target[j] = place.Value(place.Contract(j).Target, prices.NetCost(j, 0) * volume[j]);
                (since[j], start[j], left[j]) = (0, y, 1.0);
                collapses.RemoveWhere(cut => cut.Service == j);
                Notice.Let(j, y);
            }
        }
    }

    public PlainCosts Costs { get; }

    public PlainNotice Notice { get; }

    /// <summary>Whether payment is a sum that no activity changes, known when the year starts.</summary>
    public bool IsStatutoryBlock(int j) => place.IsStatutory(j) && Form(j) == ContractForm.Block;

    /// <summary>Whether a term of the contract ends when a year starts.</summary>
    public bool TermEnds(int j, int y) => place.Contract(j).Term is { } term && y > start[j] && (y - start[j]) % term == 0;

    /// <summary>Agrees anew what a term's end leaves open.</summary>
    public void Rebase(int y, PlainYear before)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            if (TermEnds(j, y))
            {
                volume[j] = before.Activity[j];
                sum[j] = SumFor(j, y);
                target[j] = (before.Cost[j] - before.Charges[j]) * prices.Carried(j, y - 1, y);
                since[j] = y;
            }
        }
    }

    /// <summary>The sum of a year.</summary>
    public double Sum(int j, int y) => sum[j] * prices.Carried(j, since[j], y);

    /// <summary>The least budget of a year: what is stated, and the sum that is owed beside a price.</summary>
    public double Floor(int j, int y) => Math.Max(place.At(place.Services[j].Floor, y, 0.0), SumBeside(j, y));

    /// <summary>What a step pays.</summary>
    /// <param name="j">Service.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="activity">Activity of the step.</param>
    /// <param name="before">Activity of the year's steps before.</param>
    /// <param name="netCost">Cost of the step, less charges.</param>
    /// <param name="budget">The step's budget.</param>
    public double Payment(int j, int y, double activity, double before, double netCost, double budget) => Form(j) switch
    {
        ContractForm.Cost or ContractForm.Alliance => netCost,
        ContractForm.Block when place.IsStatutory(j) => Sum(j, y) / place.M,
        ContractForm.Block or ContractForm.Grant => budget,
        _ => (SumBeside(j, y) / place.M) + (prices.Agreed(j, y) * AtRates(j, before, activity)),
    };

    /// <summary>What a year would pay.</summary>
    /// <param name="j">Service.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="activity">Activity of the year.</param>
    /// <param name="held">Capacity held in each step.</param>
    public double PaymentOfYear(int j, int y, double activity, double held)
    {
        var cost = prices.NetCost(j, y, Costs.Units(j, activity, held, place.M), activity);
        return Form(j) switch
        {
            ContractForm.Cost => cost,
            ContractForm.Alliance => cost + Settlement(j, y, cost, 0.0),
            ContractForm.Block when place.IsStatutory(j) => Sum(j, y),
            ContractForm.Block or ContractForm.Grant => prices.NetCost(j, y) * activity,
            _ => SumBeside(j, y) + (prices.Agreed(j, y) * AtRates(j, 0.0, activity)),
        };
    }

    /// <summary>What an alliance pays its provider at the end of a year, beside cost; negative when the provider pays. Else 0.</summary>
    /// <param name="j">Service.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="netCost">Net cost of the year.</param>
    /// <param name="turnedAway">Share of those who arrived in the year.</param>
    public double Settlement(int j, int y, double netCost, double turnedAway)
    {
        if (Form(j) != ContractForm.Alliance)
        {
            return 0.0;
        }

        var contract = place.Contract(j);
        var whole = target[j] * prices.Carried(j, since[j], y);
        var pain = place.Value(contract.PainShare, 0.0) * Math.Max(0.0, netCost - whole);
        var most = contract.StopLoss is { } stopLoss ? place.Value(stopLoss) * prices.Carried(j, 0, y) : double.PositiveInfinity;
        return (place.Value(contract.GainShare, 0.0) * Math.Max(0.0, (whole * (1.0 - turnedAway)) - netCost)) - Math.Min(pain, most);
    }

    /// <summary>The activity that a step's budget buys; infinite where nothing bounds it.</summary>
    /// <param name="j">Service.</param>
    /// <param name="y">Row of the year.</param>
    /// <param name="budget">The step's budget.</param>
    /// <param name="before">Activity of the year's steps before.</param>
    /// <param name="held">The highest activity for which capacity is still held from steps before.</param>
    public double Bought(int j, int y, double budget, double before, double held)
    {
        var money = Math.Max(0.0, budget);
        var price = prices.Agreed(j, y);
        var room = Math.Max(0.0, volume[j] - before);
        var afterSum = Math.Max(0.0, budget - (SumBeside(j, y) / place.M));
        var byRate = price * place.Value(place.Contract(j).Rate, 0.0);
        switch (Form(j))
        {
            case ContractForm.Tariff:
                return BoughtAt(money, price);
            case ContractForm.Marginal:
                // A budget that is just the price of the volume must not fail by a rounding.
                var over = budget - (price * room);
                return over < -HalfAPenny ? BoughtAt(money, price) : room + BoughtAt(Math.Max(0.0, over), byRate);
            case ContractForm.CostAndVolume:
                return room + BoughtAt(afterSum, byRate);
            case ContractForm.AlignedIncentive:
                return Math.Max(BoughtAt(SumBeside(j, y) / place.M, price), BoughtAt(afterSum, byRate));
            default:
                return prices.BeforeUse(j, y) == 0.0 ? double.PositiveInfinity
                    : Costs.IsVariable(j) ? BoughtAt(money, prices.NetCost(j, y))
                    : Costs.Bought(j, money / prices.BeforeUse(j, y), prices.Use(j, y) / prices.BeforeUse(j, y), held);
        }
    }

    /// <summary>A grant that is cut too far loses its provider.</summary>
    public void StartYear(PlainYear year, double[] firstBudgets)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            firstBudgets[j] = year.Y == start[j] ? year.Given[j] : firstBudgets[j];
            if (Collapse(j) is { } collapse
                && year.Given[j] < (place.Value(collapse.Below) * firstBudgets[j] * prices.Carried(j, start[j], year.Y)) - HalfAPenny)
            {
                collapses.Add((j, (year.Y * place.M) + Notice.Steps(j)));
            }
        }
    }

    /// <summary>Providers collapse in the step in which the notice of a cut ends.</summary>
    public void StartStep(int t)
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            if (Collapse(j) is { } collapse && collapses.Contains((j, t)))
            {
                left[j] = Math.Min(left[j], place.Value(collapse.To, 0.0));
            }
        }
    }

    /// <summary>The most that a provider can do; infinite when it has not collapsed or has built up again.</summary>
    public double LeftAfterCollapse(int j) =>
        Collapse(j) is not null && left[j] < 1.0 - Rounding ? left[j] * Costs.Reference(j) : double.PositiveInfinity;

    /// <summary>Providers build up again, step by step.</summary>
    public void EndStep()
    {
        for (var j = 0; j < place.Services.Count; j++)
        {
            if (Collapse(j) is { } collapse)
            {
                var lost = 1.0 - place.Value(collapse.To, 0.0);
                left[j] = Math.Min(1.0, left[j] + (lost / (place.Value(collapse.RebuildsOver) * place.M)));
            }
        }
    }

    /// <summary>What money buys at a price: without bound at none.</summary>
    public static double BoughtAt(double money, double price) => price == 0.0 ? double.PositiveInfinity : money / price;

    private ContractForm Form(int j) => place.Contract(j).Form;

    private Collapse? Collapse(int j) => Form(j) == ContractForm.Grant ? place.Contract(j).Collapse : null;

    /// <summary>Volume of a year; person-steps where people are in places.</summary>
    private double FirstVolume(int j) => place.Contract(j).Volume is { } stated
        ? place.Value(stated) * (place.Services[j].Places is null ? 1.0 : place.M)
        : Costs.Reference(j) * place.M;

    private double SumFor(int j, int y) => prices.Agreed(j, y) * volume[j]
        * (Form(j) == ContractForm.AlignedIncentive ? 1.0 - place.Value(place.Contract(j).Rate, 0.0) : 1.0);

    /// <summary>The sum that is paid beside a price, 0 in forms that have none.</summary>
    private double SumBeside(int j, int y) => Form(j) is ContractForm.CostAndVolume or ContractForm.AlignedIncentive ? Sum(j, y) : 0.0;

    /// <summary>Shares of the price that are paid up to the volume and beyond it.</summary>
    private (double UpTo, double Beyond) Rates(int j)
    {
        var rate = place.Value(place.Contract(j).Rate, 0.0);
        return Form(j) switch
        {
            ContractForm.CostAndVolume => (0.0, rate),
            ContractForm.Marginal => (1.0, rate),
            ContractForm.AlignedIncentive => (rate, rate),
            _ => (1.0, 1.0),
        };
    }

    /// <summary>Activity at the shares of the price that are paid for it, after what was done before in the year.</summary>
    private double AtRates(int j, double before, double activity)
    {
        var (upTo, beyond) = Rates(j);
        var within = Math.Min(activity, Math.Max(0.0, volume[j] - before));
        return (upTo * within) + (beyond * (activity - within));
    }

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, place.Services.Count).Select(value)];
}
