"""A plain double-precision reference of the borough model, in nothing but the standard library. Equations: engine/MODEL.md, as far as the scenario uses them.

Usage: reference.py writes reference.json (outputs of the base case and of draws 0 to 49, both policies) and expected.csv (the base case as rows).
"""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
P = json.load(open(os.path.join(HERE, "params.json")))
MASK = (1 << 64) - 1


def uniform(draw, i, seed=12345):
    z = (seed + (draw * 32 + i + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return ((z ^ (z >> 31)) >> 11) * 2.0 ** -53


def multipliers(draw):
    return [1.0 + h * (2.0 * uniform(draw, i) - 1.0) for i, h in enumerate(P["halfwidth"])]


def simulate(pooled, m=None):
    A, L, K = range(5), range(4), range(8)
    m = m or [1.0] * 30
    dm, cm, xw, xr = m[0:8], m[8:16], m[16:19], m[19:22]
    xd, xe, xh, xf, xs, xb, xg, xk = m[22:30]
    n = [row[:] for row in P["stock0"]]
    unit_cost = [P["unit_cost"][k] * cm[k] for k in K]
    joins = [P["keep"][k] * xk for k in K]
    pace = P["lam"] if pooled else 0.0
    waiting, failure, missed = [0.0] * 8, [0.0] * 8, [0.0] * 8
    came, not_seen = [0.0] * 8, [0.0] * 8
    share, budget, eff = P["share0"][:], P["budget_month0"], P["eff0"]
    cost_sum = qaly = unmet_sum = 0.0
    cost_year = []
    for t in range(P["months"]):
        arrivals = [dm[k] * sum(n[a][s] * P["rate"][k][a][s] for a in A for s in L) + failure[k] for k in K]
        waits_on = [waiting[k] * (1.0 - P["gives_up"][k]) for k in K]
        asked = [arrivals[k] + waits_on[k] for k in K]
        served = [min(asked[k], budget * share[k] / unit_cost[k]) for k in K]
        unmet = [asked[k] - served[k] for k in K]
        turned_away = [(1.0 - joins[k]) * max(0.0, unmet[k] - waits_on[k]) for k in K]
        left = [waiting[k] - waits_on[k] + turned_away[k] for k in K]
        waiting = [unmet[k] - turned_away[k] for k in K]
        missed = [missed[k] * (1.0 - 1.0 / P["missed_months"]) + left[k] for k in K]
        cost = [served[k] * unit_cost[k] for k in K]
        alive = sum(n[a][s] for a in A for s in L)
        without = [min(1.0, P["people_per_contact"][k] * (waiting[k] + missed[k]) / alive) for k in K]
        worse = [
            xw[s] * (1.0 + xs * sum(P["sens"][k][s] * without[k] for k in K)) * (1.0 - P["emax"][s] * xe * eff / (eff + P["half"] * xh))
            for s in range(3)]
        deaths = xd * (1.0 + P["death_acute_sens"] * without[7])
        new = [row[:] for row in n]
        for a in A:
            for s in range(3):
                up = n[a][s] * P["worsen"][a][s] * worse[s]
                down = n[a][s + 1] * P["recover"][a][s] * xr[s]
                new[a][s] += down - up
                new[a][s + 1] += up - down
            for s in L:
                die = n[a][s] * P["death"][a][s] * deaths
                new[a][s] -= die
                new[a][4] += die
                if a < 4:
                    older = n[a][s] * P["ageing"][a]
                    new[a][s] -= older
                    new[a + 1][s] += older
        new[0][0] += P["births"] * xb
        cost_sum += sum(cost)
        qaly += sum(n[a][s] * P["qaly"][s] for a in A for s in L) / 12.0
        unmet_sum += sum(unmet)
        eff += (12.0 * (cost[0] + cost[1]) / alive - eff) / P["tau"]
        failure = [xf * sum(P["phi"][k][j] * left[k] for k in K) for j in K]
        came = [came[k] + arrivals[k] for k in K]
        not_seen = [not_seen[k] + arrivals[k] - served[k] for k in K]
        if t % 12 == 11:
            weight = [share[k] * (1.0 + pace * P["value"][k] * max(0.0, not_seen[k] / came[k])) for k in K]
            share = [x / sum(weight) for x in weight]
            budget *= 1.0 + P["growth_year"] * xg
            came, not_seen = [0.0] * 8, [0.0] * 8
            cost_year.append(cost_sum - sum(cost_year))
        n = new
    return dict(cost_year=cost_year, stocks=n, cost=cost_sum, qaly=qaly, unmet=unmet_sum, share=share, waiting=waiting, eff=eff)


def expected(policy, run):
    ages, states = ["0-17", "18-39", "40-64", "65-79", "80+"], P["states"]
    years = [f"{2026 + y}/{(27 + y) % 100:02}" for y in range(len(run["cost_year"]))]
    for year, cost in zip(years, run["cost_year"]):
        yield f"{policy},{year},provider_cost,,,,{cost!r}"
    for age, row in zip(ages, run["stocks"]):
        for state, people in zip(states[:4], row):
            yield f"{policy},{years[-1]},people,,{age},{state},{people!r}"
        yield f"{policy},{years[-1]},dead,,{age},,{row[4]!r}"
    for service, waiting in zip(P["services"], run["waiting"]):
        yield f"{policy},{years[-1]},waiting,{service},,,{waiting!r}"
    yield f"{policy},,provider_cost,,,,{run['cost']!r}"
    yield f"{policy},,quality_adjusted_life_years,,,,{run['qaly']!r}"
    yield f"{policy},,unmet,,,,{run['unmet']!r}"


def write():
    runs, rows = {}, ["option,year,measure,service,age_band,need_state,value"]
    for pooled in (False, True):
        policy = "pooled" if pooled else "siloed"
        base = simulate(pooled)
        draws = (simulate(pooled, multipliers(draw)) for draw in range(50))
        runs[policy] = {"base": base, "draws": [[r["cost"], r["qaly"], r["unmet"], r["stocks"][4][4], r["stocks"][4][3]] for r in draws]}
        rows += expected(policy, base)
    json.dump(runs, open(os.path.join(HERE, "reference.json"), "w"), indent=0)
    open(os.path.join(HERE, "expected.csv"), "w").write("\n".join(rows) + "\n")


if __name__ == "__main__":
    write()
