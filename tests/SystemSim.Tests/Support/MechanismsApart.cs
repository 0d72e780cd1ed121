namespace SystemSim.Tests;

/// <summary>Mechanisms that can never touch one service, and why.</summary>
internal static class MechanismsApart
{
    private const string OfAPrice = "the form has no price, or is nothing but one";
    private const string OfASum = "the form has no sum, or the budget is its sum";
    private const string OfAVolume = "nothing in the form is measured against a volume";
    private const string OfAnAlliance = "only an alliance shares gain and pain";
    private const string OfAGrant = "only what lives on a grant collapses when it is cut";
    private const string OfNotice = "only a sum that a budget may cut within the year is cut with notice";
    private const string OfAPool = "an own fund is no pool";

    private static readonly string[] Alliance = ["gain share", "pain share", "stop-loss"];

    private static readonly (string[] These, string[] Those, string Why)[] Rules =
    [
        (["Statutory"], ["capacity by Budget", "contract Grant", "floor", "ceiling", "expected saving", "notice", "collapse", "reinvest"],
            "what must be given has its forecast for a budget"),
        (["contacts"], ["harm on its stays", "effect on its stays"], "a contact has no stay"),
        (["contacts", "short stays"], ["people in places at the start"], "there are no places"),
        (["places", "people in places at the start"], ["shared capacity"], "a place belongs to one service"),
        (
            ["contract Cost", "contract Alliance", "contract Grant", "collapse", "notice", .. Alliance],
            ["price stated", "price of nothing"],
            OfAPrice
        ),
        (
            [
                "contract Cost",
                "contract Tariff",
                "contract Marginal",
                "contract Alliance",
                "contract Grant",
                "collapse",
                "notice",
                .. Alliance,
            ],
            ["sum stated"],
            OfASum
        ),
        (["contract Cost", "contract Tariff", "contract Grant", "collapse", "notice"], ["volume stated"], OfAVolume),
        (
            [
                "contract Cost",
                "contract Block",
                "contract Tariff",
                "contract CostAndVolume",
                "contract Marginal",
                "contract AlignedIncentive",
                "contract Grant",
            ],
            Alliance,
            OfAnAlliance
        ),
        (["collapse", "notice"], Alliance, OfAnAlliance),
        (
            [
                "contract Cost",
                "contract Block",
                "contract Tariff",
                "contract CostAndVolume",
                "contract Marginal",
                "contract AlignedIncentive",
                "contract Alliance",
            ],
            ["collapse"],
            OfAGrant
        ),
        (
            [
                "contract Cost",
                "contract Tariff",
                "contract CostAndVolume",
                "contract Marginal",
                "contract AlignedIncentive",
                "contract Alliance",
            ],
            ["notice"],
            OfNotice
        ),
        (
            ["shared money"],
            ["contract CostAndVolume", "contract Marginal", "contract AlignedIncentive", "contract Alliance", .. Alliance],
            "money is shared by what is paid in proportion to activity, or by a sum"
        ),
        (["risk share EachItsOwn"], ["corridor"], "who bears its own leaves nothing for a host to bear"),
        (["price stated"], ["price of nothing"], "a contract has one price"),
        (["charge of use up to the cost"], ["cost of nothing"], "a charge is more than a cost of nothing"),
        (
            ["own fund"],
            ["pool", "ring fence", "ring fence to another", "beside a ring fence", "excluded from risk share", "beside what is excluded"],
            OfAPool
        ),
        (
            ["own fund"],
            [
                "risk share Proportional",
                "risk share LeadFirst",
                "risk share EachItsOwn",
                "caps",
                "stated shares of an overspend",
                "risk reserve",
            ],
            OfAPool
        ),
        (
            ["own fund"],
            [
                "underspend kept",
                "underspend returned",
                "set-up",
                "running",
                "first contribution stated",
                "contribution cut in an emergency",
                "minimum contribution",
                "corridor",
                "partner that leaves",
            ],
            OfAPool
        ),
        (
            ["own fund"],
            [
                "contribution by OwnIncome",
                "contribution by Index",
                "contribution by Amounts",
                "contribution by Share",
                "contribution by WholeFund",
                "contribution by People",
            ],
            OfAPool
        ),
    ];

    /// <summary>Every pair that is kept apart; a pair is named once, with its first reason.</summary>
    public static IReadOnlyDictionary<(string One, string Other), string> All { get; } =
        Rules.SelectMany(rule => from one in rule.These from other in rule.Those select (Pair: (one, other), rule.Why))
            .GroupBy(apart => apart.Pair).ToDictionary(same => same.Key, same => same.First().Why);

    /// <summary>Why two mechanisms never meet; null where they may.</summary>
    public static string? Why(string one, string other) => Mechanisms.AreOfOneFamily(one, other) ? "a service has one of the family"
        : All.TryGetValue((one, other), out var why) || All.TryGetValue((other, one), out why) ? why : null;
}
