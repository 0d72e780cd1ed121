namespace SystemSim.PageTests;

/// <summary>A scenario that is small, and has ranges.</summary>
internal static class Street
{
    /// <summary>The file.</summary>
    public const string Yaml = """
        # What stands in comments must never be lost.
        systemsim: 1
        title: A street
        question: Is one budget cheaper here?
        headline: pooled
        horizon: {start: 2026/27, years: 4, step: month}
        prices: {base: 2026/27, report: nominal, deflator: none}
        compare: {baseline: siloed}
        draws: {number: 300}
        sources: {paper: {title: Worked on paper, year: 2026}}
        people:
          source: paper
          need: [well, ill]
          start: {0+: {people: 1000, need: [80%, 20%]}}
          deaths: {chance: 0%}
        organisations:
          council: {kind: council, title: The council, income: {taxes: £24k}, source: paper}
          nhs: {kind: nhs_commissioner, title: The NHS, income: {allocation: £240k}, keeps: 100%, source: paper}
        services:
          help:
            title: Help at home
            tier: prevention
            provider: council
            duty: discretionary
            unit: contact
            demand: {per_person: {ill: {value: 12 a year, low: 9, high: 16}}}   # a month each
            cost: {unit: {value: £10, low: £8, high: £13}, year: 2026/27}
            effects: [{on: demand care, less: {value: 10%, low: 2%, high: 20%}, for: {need: [ill]}, lasts: 1 year}]
            source: paper
          care: {title: Hospital care, tier: acute, provider: nhs, duty: statutory, unit: contact, demand: {per_person: {ill: 12 a year}}, cost: {unit: {value: £100, low: £80, high: £130}, year: 2026/27}, source: paper}
        governance:
          silos: {kind: siloed, title: Each its own, pays: {council: [help], nhs: [care]}, start_of_year: {rule: historic}}
          one_pool:
            kind: pooled
            title: One pool
            pays: {pool: all}
            start_of_year: {rule: historic}
            pools:
              pool: {host: council, contributions: {council: {follow: own_income}, nhs: {follow: own_income}}, set_up: {value: £1000, low: £600, high: £1600}, running: {value: £500 a year, low: £200 a year, high: £900 a year}, source: paper}
        options:
          siloed: {governance: silos, title: Each pays for its own}
          pooled: {governance: one_pool, title: One budget}

        """;
}
