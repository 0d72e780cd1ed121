using SystemSim.Analysis;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Host;

/// <summary>Goes the way from scenario to answers once with next to nothing, on another core, while the real scenario is being
/// read.</summary>
/// <remarks>
/// Most of what a short command takes is the compiling of code that is used for the first time. Reading and running share little of
/// it, so that the second half can be done during the first: about a quarter of the time of a command. Nothing depends on it.
/// </remarks>
internal static class WarmUp
{
    private static FinancialYear Start { get; } = new(2026);

    private static readonly string[] Reading = ["run", "check", "compare", "explain", "report", "sensitivity"];

    /// <summary>Lays out the format on another thread while the command line is being looked at.</summary>
    /// <param name="words">The words of the command line.</param>
    public static void BeginReading(string[] words)
    {
        if (words.Length > 0 && Reading.Contains(words[0]))
        {
            Task.Run(ScenarioReader.Prepare);
        }
    }

    /// <summary>Starts on another thread, and goes on without being waited for.</summary>
    /// <param name="tells">Whether pages and charts will be wanted too.</param>
    public static void Begin(bool tells) => Task.Run(() => GoTheWay(tells));

    internal static void GoTheWay(bool tells)
    {
        var hamlet = Hamlet();
        var answers = Answers.Of(hamlet, CentralStudy.Run(Prepared.Of(hamlet)).Runs);
        _ = HeadlineText.Write(Headline.From(answers), int.MaxValue);
        foreach (var table in answers.Tables)
        {
            TidyCsv.Write(table.Rows, Stream.Null);
        }

        if (tells)
        {
            var record = new ScenarioRecord
            {
                Name = "",
                Scenario = hamlet,
                Inputs = [],
                Overrides = [],
                Options = answers.Options,
                Expectations = [],
            };
            _ = Rendering.Summary(
                Evidence.Of(
                    new EvidenceRequest
                    {
                        Version = "",
                        Record = record,
                        Answers = answers,
                    }
                )
            );
        }
    }

    private static Scenario Hamlet() => new()
    {
        Title = "",
        Horizon = new() { Start = Start, Years = 1, StepsPerYear = 1 },
        Rates = RateBasis.Observed,
        Prices = new()
        {
            Base = Start,
            ReportReal = true,
            Deflator = new("prices"),
            Indices = [new() { Id = new("prices"), Levels = Path(1.0) }],
        },
        Baseline = new("siloed"),
        Options = [Option("siloed", Silos()), Option("pooled", Pooled())],
    };

    private static Option Option(string name, Arrangement governance) => new()
    {
        Id = new(name),
        Title = name,
        Place = new()
        {
            People = People(),
            Services = [Help(), Care()],
            Effects = [Effect()],
            Organisations = [Body("council", OrganisationKind.Council), Body("nhs", OrganisationKind.NhsCommissioner)],
            Governance = governance,
        },
    };

    private static Population People() => new()
    {
        Areas = [new("place")],
        Ages = [new() { Id = new("young"), Width = 65 }, new() { Id = new("old"), Width = null }],
        Need = [new() { Id = new("well"), Quality = Q(1.0) }, new() { Id = new("ill"), Quality = Q(0.5) }],
        Start = [Starting("young"), Starting("old")],
        Moves = [new() { From = new("well"), Kind = MoveKind.Chance, Entries = [new() { To = new("ill"), Value = Path(0.1) }] }],
        Deaths = new() { Chances = [Path(0.01), Path(0.02), Path(0.03), Path(0.04)] },
        Births = new() { IsRate = true, Value = Path(0.01), Shares = new() { Ages = [Q(1.0), Q(0.0)], Need = [Q(1.0), Q(0.0)] } },
    };

    private static StartingPeople Starting(string age) =>
        new()
        {
            Area = new("place"),
            Age = new(age),
            People = Q(1_000.0),
            Need = [Q(0.8), Q(0.2)],
        };

    private static Service Help() => Given("help", Duty.Discretionary, "council") with
    {
        Budget = Q(1_000.0),
        Unmet = new() { Waits = Q(0.5) },
    };

    private static Service Care() => Given("care", Duty.Statutory, "nhs") with
    {
        Failures = [new() { ReturnsTo = new("care"), Share = Q(0.1), After = 1.0 }],
        Capacity = new() { Amount = Path(10_000.0) },
        Unmet = new() { Waits = Q(0.5) },
    };

    private static Service Given(string name, Duty duty, string provider) => new()
    {
        Id = new(name),
        Title = name,
        Tier = Tier.Prevention,
        Provider = new(provider),
        Unit = "contact",
        Duty = duty,
        Contract = new() { Form = ContractForm.Cost },
        Demand = new() { Rates = [null, Q(1.0), null, Q(1.0)] },
        Cost = new() { Unit = Q(10.0), PriceYear = Start, Index = new("prices") },
    };

    private static Effect Effect() => new()
    {
        Owner = new EffectOwner.ByService(new("help")),
        On = new Target.DemandFor(new("care")),
        Strength = Q(0.1),
        Group = new() { Need = [new("ill")], Ages = [new("old")] },
        Coverage = new Coverage.ByReach { PeoplePerUnit = Q(1.0), Lasts = Q(1.0) },
    };

    private static Organisation Body(string name, OrganisationKind kind) => new()
    {
        Id = new(name),
        Title = name,
        Kind = kind,
        Income = [new("income", Path(100_000.0))],
        OtherSpending = [new() { Name = "other", Amount = Path(1_000.0) }],
        Reserves = new() { General = Q(1_000.0) },
    };

    private static Arrangement Silos() => new()
    {
        Id = new("siloed"),
        Title = "siloed",
        Kind = GovernanceKind.Siloed,
        Funds = [OwnFund("council", "help"), OwnFund("nhs", "care")],
    };

    private static Arrangement Pooled() => new()
    {
        Id = new("pooled"),
        Title = "pooled",
        Kind = GovernanceKind.Pooled,
        Funds = [OwnFund("council"), OwnFund("nhs"), OwnFund("pool", "help", "care") with { Owner = null, Pool = Terms() }],
    };

    private static Fund OwnFund(string owner, params string[] pays) => new()
    {
        Id = new(owner),
        Owner = new(owner),
        Pays = [.. pays.Select(name => new ServiceId(name))],
        StartOfYear = new() { Rule = new BudgetRule.BusinessCase { Hurdle = Q(1.0), Payback = Q(3.0) } },
        InYear = new(),
    };

    private static Pool Terms() => new()
    {
        Host = new("council"),
        Contributions =
        [
            new() { Partner = new("council"), Follow = Follow.OwnIncome },
            new() { Partner = new("nhs"), Follow = Follow.OwnIncome },
        ],
        BroughtIn = [new(new("help"), new("council")), new(new("care"), new("nhs"))],
        EndOfYear = new(),
    };

    private static Quantity Q(double value) => Quantity.Of(value);

    private static YearlyPath Path(double value) => YearlyPath.Constant(Start, Q(value));
}
