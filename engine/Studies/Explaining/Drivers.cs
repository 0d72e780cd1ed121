using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>All drivers. Together they are everything in which the places of two options can differ, each part in one of them.</summary>
internal static class Drivers
{
    /// <summary>The second's arrangement with its own rule; all else, contracts too, as in the first.</summary>
    public static Driver PoolingAndRule { get; } = new("pooling and rule", "", (place, other) => place with
    {
        Governance = other.Governance with { Contracts = place.Governance.Contracts, ContractsOf = place.Governance.ContractsOf },
    })
    { IsArrangement = true };

    /// <summary>The rule alone.</summary>
    public static Driver Rule => All.First(driver => driver.Name == "allocation rule");

    /// <summary>A place whose funds keep to their last budgets and bank what they have beyond these.</summary>
    public static Place Banked(Place place) =>
        place with
        {
            Governance = place.Governance with
            {
                Funds =
                [
                    .. place.Governance.Funds.Select(fund =>
                        fund with
                        {
                            StartOfYear = fund.StartOfYear with { Rule = new BudgetRule.Historic(), Reinvest = null, Protect = null },
                        }
                    ),
                ],
            },
        };

    /// <summary>The drivers, in the order in which they are told.</summary>
    public static ImmutableArray<Driver> All { get; } =
    [
        new("money put in", "income, other spending, reserves, opening budgets, floors and ceilings", (place, other) =>
            Services(place, other, (own, its) => own with { Budget = its.Budget, Floor = its.Floor, Ceiling = its.Ceiling }) with
            {
                Organisations = Financed(other, place),
            }
        ),
        new("financing", "support as leave to borrow, its debt, and terms of ring-fenced accounts", (place, other) =>
            place with
            {
                Organisations = Financed(place, other),
            }
        ),
        new("allocation rule", "how funds set and release their budgets", (place, other) =>
            place with
            {
                Governance = RuleTransfer.Give(place.Governance, other),
            }
        ),
        new(DriverNames.Pooling, "whose purse pays, from when, and the terms between partners", (place, other) =>
            place with
            {
                Governance = RuleTransfer.Give(other.Governance, place) with
                {
                    Contracts = place.Governance.Contracts,
                    ContractsOf = place.Governance.ContractsOf,
                },
            }
        )
        {
            IsArrangement = true,
        },
        new("contracts", "the terms on which providers are paid", (place, other) =>
            Services(place, other, (own, its) => own with { Contract = its.Contract }) with
            {
                Governance = place.Governance with { Contracts = other.Governance.Contracts, ContractsOf = other.Governance.ContractsOf },
            }
        ),
        new("prices", "unit costs, their indices, and charges", (place, other) =>
            Services(place, other, (own, its) => own with { Cost = its.Cost })
        ),
        new("people", "who lives in the place, and how they change", (place, other) => place with { People = other.People }),
        new("demand", "what need asks, and referrals", (place, other) =>
            Services(place, other, (own, its) => own with { Demand = its.Demand, Referrals = its.Referrals })
        ),
        new("failure demand", "what comes back", (place, other) =>
            Services(place, other, (own, its) => own with { Failures = its.Failures })
        ),
        new("effects", "what prevention and joint working change", (place, other) =>
            place with
            {
                Effects = other.Effects,
                Combine = other.Combine,
                Combinations = other.Combinations,
            }
        ),
        new("capacity", "capacity, places, stays and shared limits", (place, other) =>
            Services(place, other, (own, its) =>
                own with
                {
                    Capacity = its.Capacity,
                    Places = its.Places,
                    ShortStayDays = its.ShortStayDays,
                    Priority = its.Priority,
                }
            ) with
            {
                Limits = other.Limits,
            }
        ),
        new("going without", "who waits, leaves, asks elsewhere, comes to harm", (place, other) =>
            Services(place, other, (own, its) => own with { Unmet = its.Unmet })
        ),
        new("all else", "what else services are", (place, other) =>
            Services(place, other, (own, its) =>
                its with
                {
                    Budget = own.Budget,
                    Floor = own.Floor,
                    Ceiling = own.Ceiling,
                    Contract = own.Contract,
                    Cost = own.Cost,
                    Demand = own.Demand,
                    Referrals = own.Referrals,
                    Failures = own.Failures,
                    Capacity = own.Capacity,
                    Places = own.Places,
                    ShortStayDays = own.ShortStayDays,
                    Priority = own.Priority,
                    Unmet = own.Unmet,
                }
            )
        ),
    ];

    /// <summary>Organisations of one place with the support, and the terms of ring-fenced accounts, of another.</summary>
    private static ImmutableArray<Organisation> Financed(Place place, Place by) =>
        [
            .. place.Organisations.Zip(by.Organisations, (own, its) =>
                own with
                {
                    Capitalisation = its.Capitalisation,
                    Account = its.Account,
                }
            ),
        ];

    private static Place Services(Place place, Place other, Func<Service, Service, Service> change) =>
        place with { Services = [.. place.Services.Select((service, row) => change(service, other.Services[row]))] };
}
