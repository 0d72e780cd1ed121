using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A ring-fenced account has an owner, which is a council, and states nothing that is the owner's to state.</summary>
internal static class AccountKeys
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (name, organisation) in draft.Organisations)
        {
            var path = $"organisations.{name}";
            if (organisation.Account is { } account)
            {
                Check(draft, name, organisation, account);
            }
            else if (organisation.Kind == OrganisationKind.RingFencedAccount)
            {
                draft.Report(
                    Codes.AccountKeys, path, $"'{name}' is a ring-fenced account, and has no owner.",
                    "add owner: the council whose it is.");
            }
        }
    }

    private static void Check(Draft draft, string name, Organisation organisation, Account account)
    {
        var path = $"organisations.{name}";
        if (organisation.Kind != OrganisationKind.RingFencedAccount)
        {
            draft.Report(
                Codes.AccountKeys, $"{path}.owner", $"'{name}' has an owner, and is no ring-fenced account.",
                "write kind: ring_fenced_account, or leave it out.");
            return;
        }

        if (draft.Organisations.Any(known => known.Value.Id == account.Owner && known.Value.Kind != OrganisationKind.Council))
        {
            draft.Report(Codes.AccountKeys, $"{path}.owner", $"'{account.Owner}' is no council, and can own no ring-fenced account.");
        }

        foreach (var (key, stated) in ((string, Quantity?)[])[("keeps", organisation.Keeps), ("repays", organisation.Repays)])
        {
            if (stated is not null)
            {
                draft.Report(
                    Codes.AccountKeys, $"{path}.{key}",
                    $"'{name}' is a ring-fenced account: what it has over pays off its deficit and is kept, and what it is short of is carried.",
                    "leave it out.");
            }
        }

        if (organisation.Capitalisation is not null)
        {
            draft.Report(Codes.AccountKeys, $"{path}.capitalisation", $"'{name}' is a ring-fenced account: support is its owner's.");
        }

        if (account is { Grant.Paid: var paid, CountsFrom: { } counts } && paid >= counts)
        {
            draft.Report(
                Codes.AccountKeys, $"{path}.grant.paid",
                $"the grant is paid in {paid}, and from {counts} on the deficit is that of '{account.Owner}'.",
                "a grant lessens a deficit of the account: state an earlier year.");
        }
    }
}
