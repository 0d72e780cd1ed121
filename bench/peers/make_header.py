"""Writes params.h (C arrays) from the parameters of the borough scenario. Usage: make_header.py PARAMS.json > params.h"""
import json
import sys
P = json.load(open(sys.argv[1]))
def flat(x):
    return [z for y in x for z in flat(y)] if isinstance(x, list) else [x]
def arr(name, x):
    v = flat(x)
    return "static const double %s[%d] = {%s};\n" % (name, len(v), ", ".join(repr(float(z)) for z in v))
for name in ("stock0", "ageing", "worsen", "recover", "death", "rate", "unit_cost", "share0", "keep", "gives_up", "people_per_contact", "phi", "sens", "emax", "value", "qaly", "halfwidth"):
    sys.stdout.write(arr("P_" + name, P[name]))
for name in ("births", "death_acute_sens", "budget_month0", "growth_year", "half", "eff0", "tau", "lam", "missed_months"):
    sys.stdout.write("#define P_%s %r\n" % (name, float(P[name])))
