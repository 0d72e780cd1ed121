namespace SystemSim.Acceptance;

/// <summary>A council with a million pounds a year for one of five services, as a file.</summary>
internal static class FiveServices
{
    private static readonly (string Name, string Title, string Grade, string Less, int Cost)[] All =
    [
        ("befriending", "Befriending", "B", "{value: 5%, low: 3%, high: 8%}", 50),
        ("classes", "Balance classes", "A", "{value: 8%, low: 6%, high: 10%}", 40),
        ("hubs", "Hubs", "C", "{value: 6%, low: 0%, high: 12%}", 60),
        ("repairs", "Home repairs", "D", "{value: 12%, low: 0%, high: 20%}", 100),
        ("advice", "Debt advice", "B", "{value: 1%, low: 0%, high: 2%}", 80),
    ];

    /// <summary>Names of the options beside today.</summary>
    public static string[] Names => [.. All.Select(service => service.Name)];

    /// <summary>The file; its rates of discount stand beside it.</summary>
    public static string Yaml =>
        """
        systemsim: 1
        title: A million each
        question: Which of five services is worth a million a year?
        extends: green-book.yaml
        horizon: {start: 2026/27, years: 3, step: month}
        prices: {base: 2026/27, deflator: none}
        compare: {baseline: now}
        sources:
          paper: {title: Round numbers, year: 2026}
        <sources>
        people: {source: paper, need: [well, ill], start: {0+: {people: 100 000, need: [80%, 20%]}}}
        organisations:
          council: {kind: council, income: {taxes: £20m}, source: paper}
          nhs: {kind: nhs_commissioner, income: {allocation: £60m}, keeps: 100%, source: paper}
        services:
        <services>
          care: {tier: acute, provider: nhs, duty: statutory, unit: stay, demand: {per_person: {ill: {value: 1 a year, low: 0.8, high: 1.3}}}, cost: {unit: {value: £1500, low: £1200, high: £2000}, year: 2026/27}, source: paper}
        governance: {own: {kind: siloed, pays: {council: [<names>], nhs: [care]}, start_of_year: {rule: historic}}}
        appraisal: {graded: {costs: B}}
        options:
          now: {governance: own, title: Today}
        <options>

        """
            .Replace("<sources>", Lines(one => $"  of_{one.Name}: {{title: A study of {one.Name}, year: 2024, grade: {one.Grade}}}"), Exactly)
            .Replace("<services>", Lines(Service), Exactly)
            .Replace("<names>", string.Join(", ", Names), Exactly)
            .Replace("<options>", Lines(Option), Exactly);

    private const StringComparison Exactly = StringComparison.Ordinal;

    private static string Option((string Name, string Title, string Grade, string Less, int Cost) service) =>
        $"  {service.Name}: {{governance: own, title: {service.Title}, set: {{services.{service.Name}.budget: {{value: £1m, source: paper}}}}}}";

    private static string Service((string Name, string Title, string Grade, string Less, int Cost) service) =>
        $"""
          {service.Name}:
            title: {service.Title}
            tier: prevention
            provider: council
            duty: discretionary
            unit: contact
            budget: £0
            demand:
              per_person:
                ill: 2 a year
            cost:
              unit: £{service.Cost}
              year: 2026/27
            source: paper
            effects:
              - on: demand care
                less: {service.Less}
                for:
                  need: [ill]
                lasts: 1 year
                people_per_unit: 0.5
                source: of_{service.Name}
        """;

    private static string Lines(Func<(string Name, string Title, string Grade, string Less, int Cost), string> of) =>
        string.Join('\n', All.Select(of));
}
