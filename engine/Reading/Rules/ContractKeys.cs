using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Contracts state what their form has, in the units and for the duty of their service; shares of cost leave something
/// over.</summary>
internal static class ContractKeys
{
    private const string HasNoPlaces = "has no places: state its volume as activity.";

    private static readonly Dictionary<string, ContractForm[]> Forms = new()
    {
        ["sum"] = [ContractForm.Block, ContractForm.CostAndVolume, ContractForm.AlignedIncentive],
        ["price"] =
        [
            ContractForm.Block,
            ContractForm.Tariff,
            ContractForm.CostAndVolume,
            ContractForm.Marginal,
            ContractForm.AlignedIncentive,
        ],
        ["volume"] =
        [
            ContractForm.Block,
            ContractForm.CostAndVolume,
            ContractForm.Marginal,
            ContractForm.AlignedIncentive,
            ContractForm.Alliance,
        ],
        ["rate"] = [ContractForm.CostAndVolume, ContractForm.Marginal, ContractForm.AlignedIncentive],
        ["target"] = [ContractForm.Alliance],
        ["gain_share"] = [ContractForm.Alliance],
        ["pain_share"] = [ContractForm.Alliance],
        ["stop_loss"] = [ContractForm.Alliance],
        ["collapse"] = [ContractForm.Grant],
        ["notice"] = [ContractForm.Block, ContractForm.Grant],
    };

    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, read) in draft.Services)
        {
            CheckTerms(draft, read, read.Contract, $"services.{name}.contract");
            CheckCost(draft, read, $"services.{name}.cost");
        }

        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (var (service, contract) in arrangement.Contracts)
            {
                if (draft.Services.FirstOrDefault(known => known.Key == service.Name).Value is { } read)
                {
                    CheckTerms(draft, read, contract, $"{arrangement.Path}.contracts.{service}");
                }
            }
        }
    }

    private static void CheckTerms(Draft draft, ReadService read, ReadContract stated, string path)
    {
        var (service, contract) = (read.Service, stated.Contract);
        CheckForm(draft, stated, path);
        if (service.Duty == Duty.Discretionary && contract.Form == ContractForm.Block)
        {
            CheckLetAsBudget(draft, stated, service, path);
        }

        if (service.Duty == Duty.Statutory && contract.Form == ContractForm.Grant)
        {
            draft.Report(
                Codes.DutyKeys,
                $"{path}",
                $"'{service.Id}' is statutory: a grant, which can be cut, is for discretionary services.",
                "write form: block, or another."
            );
        }

        if (service.Duty == Duty.Statutory && contract is { Form: ContractForm.Block, Notice: not null })
        {
            draft.Report(
                Codes.DutyKeys,
                $"{path}.notice",
                $"'{service.Id}' is statutory: no budget cuts the sum of its block.",
                "leave the notice out; term says when the sum is agreed anew."
            );
        }

        CheckVolume(draft, service, stated.HasVolume, stated.HasPeople, path);
        if (stated.PriceUnit is { } unit && ActivityUnits.CostedIn(unit) != ActivityUnits.Of(service))
        {
            var counted = ActivityUnits.Of(service);
            draft.Report(
                Codes.CostUnit, $"{path}.price", $"'{service.Id}' is counted in {ActivityUnits.Words(counted)}, and its price is not.",
                $"write it like {ActivityUnits.Example(counted)}.");
        }
    }

    private static void CheckLetAsBudget(Draft draft, ReadContract stated, Service service, string path)
    {
        var contract = stated.Contract;
        (string Key, bool IsStated)[] keys =
        [
            ("sum", contract.Sum is not null),
            ("price", contract.Price is not null),
            (stated.HasPeople ? "people" : "volume", contract.Volume is not null),
        ];
        foreach (var (key, _) in keys.Where(key => key.IsStated))
        {
            draft.Report(
                Codes.DutyKeys,
                $"{path}.{key}",
                $"'{service.Id}' is discretionary: the sum of its block is its budget.",
                $"state the budget, and leave the {key} out."
            );
        }
    }

    private static void CheckForm(Draft draft, ReadContract stated, string path)
    {
        var contract = stated.Contract;
        var form = Snake.Of(contract.Form.ToString());
        (string Key, bool IsStated)[] keys =
        [
            ("sum", contract.Sum is not null),
            ("price", contract.Price is not null),
            ("volume", contract.Volume is not null),
            ("rate", contract.Rate is not null),
            ("target", contract.Target is not null),
            ("gain_share", contract.GainShare is not null),
            ("pain_share", contract.PainShare is not null),
            ("stop_loss", contract.StopLoss is not null),
            ("collapse", contract.Collapse is not null),
            ("notice", contract.Notice is not null),
        ];
        foreach (var (key, _) in keys.Where(key => key.IsStated && !Forms[key.Key].Contains(contract.Form)))
        {
            var written = key == "volume" && stated.HasPeople ? "people" : key;
            draft.Report(
                Codes.ContractKeys, $"{path}.{written}", $"a contract of form {form} has no '{written}'.",
                $"it belongs to {string.Join(", ", Forms[key].Select(known => Snake.Of(known.ToString())))}.");
        }

        if (contract.Rate is null && Forms["rate"].Contains(contract.Form))
        {
            draft.Report(Codes.ContractKeys, path, $"a contract of form {form} needs a 'rate'.", "write it like rate: 50%.");
        }

        if (contract is { Form: ContractForm.Cost, Index: not null, TransactionCost: null })
        {
            draft.Report(
                Codes.ContractKeys,
                $"{path}.index",
                "a contract that pays cost has neither a sum nor an index.",
                "write another form, or leave it out."
            );
        }
    }

    private static void CheckCost(Draft draft, ReadService read, string path)
    {
        if (read.Cost is not { } stated)
        {
            return;
        }

        var cost = stated.Cost;
        var laidOut = (cost.Fixed?.Value ?? 0.0) + (cost.SemiFixed?.Value ?? 0.0);
        if (laidOut > 1.0 + Sums.Rounding)
        {
            draft.Report(
                Codes.SharesSum,
                path,
                $"the fixed and semi-fixed shares of the cost of '{read.Service.Id}' add up to {Sums.Percent(laidOut)}, more than there is."
            );
        }

        if (cost.ReleasedAfter is not null && cost.SemiFixed is null)
        {
            draft.Report(
                Codes.CostKeys,
                $"{path}.released_in",
                "nothing is released: no share of the cost is semi-fixed.",
                "state semi_fixed, or leave this out."
            );
        }

        CheckVolume(draft, read.Service, stated.HasVolume, stated.HasPeople, path);
    }

    private static void CheckVolume(Draft draft, Service service, bool hasVolume, bool hasPeople, string path)
    {
        var counted = ActivityUnits.Of(service);
        if (hasPeople && counted != ActivityUnit.Places)
        {
            draft.Report(Codes.PlacesKeys, $"{path}.people", $"'{service.Id}' {HasNoPlaces}", "write volume: 12,000 a year.");
        }
        else if (hasVolume && counted == ActivityUnit.Places)
        {
            draft.Report(Codes.PlacesKeys, $"{path}.volume", $"'{service.Id}' is counted in people in places.", "write people: 850.");
        }
    }
}
