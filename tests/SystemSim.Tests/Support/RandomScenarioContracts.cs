using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Terms on which services of a random scenario are paid, and which part of their cost can be released.</summary>
internal sealed class RandomScenarioContracts(RandomScenarioNumbers numbers, RandomScenarioServices services)
{
    /// <summary>About what a fund pays in a year where it pays cost.</summary>
    public double Price(int j) => services.Activity(j) * NetUnit(j);

    /// <summary>Cost of a service, of which a part may stay when activity falls.</summary>
    public UnitCost Cost(string path, int j)
    {
        var cost = services.Services[j].Cost;
        if (numbers.Often(SharesMoney(j) ? 0.75 : 0.4))
        {
            return cost;
        }

        var fixedShare = numbers.Maybe(0.7, $"{path}.cost.fixed", 0.05, 0.45);
        var semiFixed =
            fixedShare is null || numbers.Often(0.6) ? numbers.Number($"{path}.cost.semi_fixed", numbers.Between(0.05, 0.42)) : null;
        return cost with
        {
            Fixed = fixedShare,
            SemiFixed = semiFixed,

            // Such a share of a peak is never a whole number of blocks.
            BlocksOf = semiFixed is null ? null : numbers.Maybe(0.6, $"{path}.cost.blocks_of", 0.037, 0.61),
            ReleasedAfter = semiFixed is not null && numbers.Often(0.6) ? numbers.Pick(0.02, 1.0 / 12.0, 0.25, 0.5, 1.0, 1.3, 40.0) : null,
            Volume = numbers.Maybe(0.4, $"{path}.cost.volume", 0.8 * services.Activity(j), 1.2 * services.Activity(j)),
        };
    }

    /// <summary>Terms of a contract.</summary>
    /// <param name="path">What stands above its numbers.</param>
    /// <param name="j">Service, its cost as it will be.</param>
    public Contract Contract(string path, int j)
    {
        var form = numbers.Pick(Forms(j));
        var contract = new Contract
        {
            Form = form,
            Index = numbers.Often(0.35) ? numbers.Index() : null,
            Term = numbers.Often(0.45) ? numbers.Pick(1, 1, 2) : null,
            BreakCharge = numbers.Maybe(0.35, $"{path}.break_charge", 0.0, 0.06 * Price(j)),
            TransactionCost = numbers.Maybe(0.35, $"{path}.transaction_cost", 0.0, 0.02 * Price(j)),
        };
        return form switch
        {
            ContractForm.Block when IsStatutory(j) => contract with
            {
                Volume = Volume(path, j),
                Price = numbers.AsideOften(0.3) ? UnitPrice(path, j) : null,
                Sum = numbers.Maybe(0.4, $"{path}.sum", 0.85 * Price(j), 1.1 * Price(j)),
            },
            ContractForm.Tariff => contract with { Price = UnitPrice(path, j) },
            ContractForm.CostAndVolume => Priced(contract, path, j) with
            {
                Rate = Rate(path),
                Sum = numbers.Maybe(0.4, $"{path}.sum", 0.8 * Price(j), 1.1 * Price(j)),
            },
            ContractForm.Marginal => Priced(contract, path, j) with { Rate = Rate(path) },
            ContractForm.AlignedIncentive => Priced(contract, path, j) with
            {
                Rate = Rate(path),
                Sum = numbers.Maybe(0.4, $"{path}.sum", 0.4 * Price(j), 0.9 * Price(j)),
            },
            ContractForm.Alliance => Alliance(contract, path, j),
            ContractForm.Grant => contract with { Collapse = numbers.Often(0.8) ? Collapse($"{path}.collapse") : null, Notice = Notice() },
            ContractForm.Block => contract with { Notice = Notice() },
            _ => contract,
        };
    }

    /// <summary>From less than a step to more than a year.</summary>
    private double? Notice() => numbers.AsideOften(0.5) ? ((double[])[0.02, 1.0 / 12.0, 0.25, 0.5, 1.0, 1.3])[numbers.Aside.Next(6)] : null;

    private Contract Alliance(Contract contract, string path, int j) => contract with
    {
        Volume = Volume(path, j),
        Target = numbers.Maybe(0.6, $"{path}.target", 0.8 * Price(j), 1.1 * Price(j)),
        GainShare = numbers.Maybe(0.75, $"{path}.gain_share", 0.1, 0.9),
        PainShare = numbers.Maybe(0.75, $"{path}.pain_share", 0.1, 0.9),
        StopLoss = numbers.Maybe(0.5, $"{path}.stop_loss", 0.002 * Price(j), 0.05 * Price(j)),
    };

    private Contract Priced(Contract contract, string path, int j) =>
        contract with
        {
            Price = UnitPrice(path, j),
            Volume = Volume(path, j),
        };

    private Collapse Collapse(string path) => new()
    {
        Below = numbers.Number($"{path}.below", numbers.Between(0.6, 1.1)),
        To = numbers.Maybe(0.7, $"{path}.to", 0.0, 0.7),
        RebuildsOver = numbers.Number($"{path}.rebuilds_over", numbers.Between(0.3, 3.0)),
    };

    /// <summary>Money is shared only among those who are paid in proportion to what they do.</summary>
    private List<ContractForm> Forms(int j)
    {
        var cost = services.Services[j].Cost;
        List<ContractForm> inProportion = [ContractForm.Tariff];
        if (cost.Fixed is null && cost.SemiFixed is null)
        {
            inProportion.AddRange(IsStatutory(j) ? [ContractForm.Cost] : [ContractForm.Cost, ContractForm.Block, ContractForm.Grant]);
        }

        return (IsStatutory(j), SharesMoney(j)) switch
        {
            (true, true) => [.. inProportion, ContractForm.Block],
            (false, true) => inProportion,
            (true, false) => [.. Anyone, ContractForm.Block, ContractForm.Block],
            (false, false) => [.. Anyone, ContractForm.Block, ContractForm.Grant, ContractForm.Grant, ContractForm.Grant],
        };
    }

    private static ContractForm[] Anyone =>
    [
        ContractForm.Cost, ContractForm.Cost, ContractForm.Tariff, ContractForm.CostAndVolume, ContractForm.Marginal,
        ContractForm.AlignedIncentive, ContractForm.Alliance,
    ];

    private bool IsStatutory(int j) => services.Services[j].Duty == Duty.Statutory;

    private bool SharesMoney(int j) =>
        services.Limits.Any(limit => limit.Kind == LimitKind.Money && limit.Services.Contains(services.Services[j].Id));

    private double NetUnit(int j)
    {
        var cost = services.Services[j].Cost;
        return Math.Max(0.0, (cost.Unit.Value * (1.0 - (cost.Charges?.Value ?? 0.0))) - (cost.Use?.Amount.Value ?? 0.0));
    }

    /// <summary>About what it costs; something also where users pay all of that.</summary>
    private Quantity? UnitPrice(string path, int j)
    {
        var about = NetUnit(j) > 0.0 ? NetUnit(j) : Math.Max(0.3 * services.Services[j].Cost.Unit.Value, 20.0);
        var price = numbers.Maybe(0.5, $"{path}.price", 0.85 * about, 1.15 * about);
        return numbers.AsideOften(0.06) ? numbers.Exactly($"{path}.price", 0.0) : price;
    }

    private Quantity? Volume(string path, int j) =>
        numbers.Maybe(0.5, $"{path}.volume", 0.7 * services.Activity(j), 1.1 * services.Activity(j));

    private Quantity Rate(string path) => numbers.Number($"{path}.rate", numbers.Often(0.15) ? 0.0 : numbers.Between(0.15, 0.9));
}
