"""Writes a scenario of so many services to standard output: prevention and acute care in turn, every mechanism in proportion."""
import sys

count = int(sys.argv[1])
half = count // 2
prevention, acute = [f"p{i}" for i in range(half)], [f"a{i}" for i in range(half)]
providers = [f"o{i}" for i in range(max(1, count // 4))]


def lines():
    yield "systemsim: 1"
    yield f"title: A place of {count} services"
    yield "horizon: {start: 2026/27, years: 5, step: month}"
    yield "rates: need"
    yield "prices: {base: 2026/27, index: prices, deflator: prices, indices: {prices: {2026/27: 100, growth: 2% a year, source: panel}}}"
    yield "compare: {baseline: siloed}"
    yield "sources: {panel: {title: Made up, assumption: true}}"
    yield "people:"
    yield "  source: panel"
    yield "  need: [well, ill]"
    yield "  start: {0-64: {people: 80000, need: [90%, 10%]}, 65+: {people: 20000, need: [60%, 40%]}}"
    yield "  moves: [{from: well, to: ill, chance: 5% a year}, {from: ill, to: well, chance: 10% a year}]"
    yield "  births: 10 per 1000 a year"
    yield "  deaths: {chance: {well: 1% a year, ill: 3% a year}}"
    yield "organisations:"
    yield f"  council: {{kind: council, source: panel, income: {{council_tax: £{count * 60}k}}, reserves: {{general: £5m, floor: £1m}}}}"
    yield f"  nhs: {{kind: nhs_commissioner, source: panel, income: {{allocation: £{count * 300}k}}}}"
    for name in providers:
        yield f"  {name}: {{kind: voluntary}}"
    yield "services:"
    for i in range(half):
        yield f"  p{i}:"
        yield f"    {{tier: prevention, provider: {providers[i % len(providers)]}, duty: discretionary, unit: visit, source: panel, budget: £50k,"
        yield f"     demand: {{per_person: {{ill: 0.5 a year}}, growth: {{2026/27: 1, 2027/28: {1 + i / 10000:.4f}}}}},"
        yield "     cost: {unit: {value: £50, low: £40, high: £60}, year: 2026/27},"
        yield f"     unmet: {{waits: 50%, diverts: {{a{i}: 0.1}}}}, refers: {{a{i}: 1%}},"
        yield f"     effects: [{{on: demand a{i}, less: {{value: 10%, low: 5%, high: 15%}}, for: {{need: [ill]}}, lasts: 1 year}}]}}"
    for i in range(half):
        onward = "" if i + 1 == half else f", refers: {{a{i + 1}: {{share: 2%, after: 1 month}}}}" if i % 2 else f", refers: {{a{i + 1}: 2%}}"
        yield f"  a{i}:"
        yield f"    {{tier: acute, provider: {providers[(i * 7) % len(providers)]}, duty: statutory, unit: visit, source: panel,"
        yield "     demand: {per_person: {ill: {value: 0.2 a year, low: 0.1 a year, high: 0.3 a year}}}, cost: {unit: £40, year: 2026/27},"
        yield f"     failure: {{share: 5%, returns_to: a{i}, after: 1 month, hand_off: 1%}}, unmet: {{waits: 50%, harms: {{demand a{i}: +10%}}}}{onward}}}"
    yield "limits:"
    for i in range(0, half - 1, 2):
        yield f"  l{i}: {{capacity: 9000 a month, services: [p{i}, p{i + 1}]}}"
    yield "governance:"
    yield f"  siloed: {{kind: siloed, pays: {{council: [{', '.join(prevention)}], nhs: [{', '.join(acute)}]}}, start_of_year: {{rule: fixed_shares}}}}"
    yield "  pooled:"
    yield "    kind: pooled"
    yield "    source: panel"
    yield "    pays: {pool: all}"
    yield f"    start_of_year: {{rule: pressure, pace: 0.5, values: {{{', '.join(f'{name}: 1.2' for name in prevention)}}}}}"
    yield f"    contracts: {{{', '.join(f'{name}: {{form: tariff, price: £42}}' for name in acute)}}}"
    yield "    pools:"
    yield "      pool:"
    yield "        host: council"
    yield "        contributions: {council: {follow: own_income}, nhs: {follow: own_income}}"
    yield f"        brought_in: {{council: [{', '.join(prevention)}], nhs: [{', '.join(acute)}]}}"
    yield "        overspend: {share: each_its_own}"
    yield "options:"
    yield "  siloed: {governance: siloed}"
    yield "  pooled: {governance: pooled}"
    yield "expect:"
    for name in acute:
        yield f"  - {{measure: delivered, service: {name}, at_least: 0}}"


print("\n".join(lines()))
