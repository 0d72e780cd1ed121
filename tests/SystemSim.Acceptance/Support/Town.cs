namespace SystemSim.Acceptance;

/// <summary>A scenario small enough to work out on paper, as a file.</summary>
/// <remarks>
/// 200 people who are ill ask both services once a month. Siloed, the council pays £24,000 a year for 2,400 contacts of help, the NHS
/// £240,000 for 2,400 of care. In one pool, £1,500 of the first year goes into setting it up and running it: 150 contacts of help are
/// missing.
/// </remarks>
internal static class Town
{
    /// <summary>The file.</summary>
    public const string Yaml = """
        systemsim: 1
        title: A town
        horizon: {start: 2026/27, years: 2, step: month}
        prices: {base: 2026/27, report: nominal, deflator: none}
        compare: {baseline: siloed}
        sources: {paper: {title: Worked on paper}}
        people:
          source: paper
          need: [well, ill]
          start: {0+: {people: 1000, need: [80%, 20%]}}
          deaths: {chance: 0%}
        organisations:
          council: {kind: council, income: {taxes: £24k}, source: paper}
          nhs: {kind: nhs_commissioner, income: {allocation: £240k}, keeps: 100%, source: paper}
        services:
          help: {tier: prevention, provider: council, duty: discretionary, unit: contact, demand: {per_person: {ill: 12 a year}}, cost: {unit: £10, year: 2026/27}, source: paper}
          care: {tier: acute, provider: nhs, duty: statutory, unit: contact, demand: {per_person: {ill: 12 a year}}, cost: {unit: £100, year: 2026/27}, source: paper}
        governance:
          silos: {kind: siloed, pays: {council: [help], nhs: [care]}, start_of_year: {rule: historic}}
          one_pool:
            kind: pooled
            pays: {pool: all}
            start_of_year: {rule: historic}
            pools:
              pool: {host: council, contributions: {council: {follow: own_income}, nhs: {follow: own_income}}, set_up: £1000, running: £500 a year, source: paper}
        options:
          siloed: {governance: silos, title: Each pays for its own}
          pooled: {governance: one_pool}

        """;

    /// <summary>The file, with what it expects.</summary>
    /// <param name="expectations">Items of <c>expect</c>.</param>
    public static string Expecting(params string[] expectations) =>
        $"{Yaml}expect:\n{string.Concat(expectations.Select(item => $"  - {item}\n"))}";

    /// <summary>The file with one text in the place of another.</summary>
    public static string With(string text, string other) =>
        Yaml.Contains(text, StringComparison.Ordinal)
            ? Yaml.Replace(text, other, StringComparison.Ordinal)
            : throw new ArgumentException($"The town does not say '{text}'.", nameof(text));

    /// <summary>The town over so long a time, in such small steps, that a run takes many seconds.</summary>
    public static string ThatTakesLong => With("years: 2, step: month", "years: 200, step: {months_cut_into: 31}");
}
