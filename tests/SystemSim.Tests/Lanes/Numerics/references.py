"""Makes references.csv: what the special functions come to, worked out to 60 digits with mpmath (python3 references.py > references.csv)."""

from mpmath import erfc, erfinv, exp, floor, log, loggamma, mp, mpf, nstr, sqrt

mp.dps = 160


def series(first, ratio):
    """Adds up positive terms, each the one before times a ratio, until the last digit."""
    total, term, n = mpf(first), mpf(first), 0
    while term > total * mpf(10) ** (-mp.dps):
        term *= ratio(n)
        total += term
        n += 1
    return total


def gamma_below(a, x):
    return exp(a * log(x) - x - loggamma(a + 1)) * series(1, lambda n: x / (a + n + 1))


def beta_below(a, b, x):
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(b, a, 1 - x)
    front = exp(a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    return front * series(1, lambda n: (a + b + n) / (a + n + 1) * x)


def row(function, *numbers):
    *given, result = numbers
    print(",".join([function, *(repr(float(number)) for number in given), *[""] * (3 - len(given)), nstr(result, 25, min_fixed=0, max_fixed=0)]))


def double(number):
    return mpf(float(number))


print("function,first,second,third,result")
for x in [1e-300, 1e-10, 0.01, 0.3, 0.49999, 0.5, 0.9, 0.999999, 1.0000001, 1.25, 1.4999, 1.5, 1.9999999, 2.000001, 2.2, 2.4999, 2.5, 3.7, 5.5, 9.99, 10.0, 11.5, 47.3, 1234.5, 1e6, 3.2e10, 1e300]:
    row("LogGamma", double(x), loggamma(double(x)))
for p in [1e-300, 1e-17, 1e-9, 0.001, 0.0749, 0.075, 0.3, 0.49, 0.51, 0.7, 0.925, 0.99, 0.999999]:
    row("NormalScore.Of", double(p), sqrt(2) * erfinv(2 * double(p) - 1) if p > 1e-30 else mp.findroot(lambda z: log(erfc(-z / sqrt(2)) / 2) - log(double(p)), -37))
for z in [-37.5, -12.0, -8.25, -5.0, -3.01, -2.99, -1.0, -0.125, 0.0, 0.5, 2.0, 3.5, 6.0]:
    row("NormalScore.Probability", double(z), erfc(-double(z) / sqrt(2)) / 2)
for a in [0.001, 0.3, 1.0, 4.0, 9.9, 10.1, 250.0, 35000.0]:
    a = double(a)
    for deviations in [-7.0, -2.0, -0.5, 0.0, 0.3, 1.0, 4.0, 9.0]:
        # Wilson and Hilferty's cube: about so many standard deviations from the mean.
        x = double(a * max(mpf("1e-9"), 1 - 1 / (9 * a) + deviations / (3 * sqrt(a))) ** 3)
        below = gamma_below(a, x)
        row("IncompleteGamma.Below", a, x, below)
        place = double(log(x))
        below = gamma_below(a, exp(place))
        row("IncompleteGamma.LogBelow", a, place, log(below))
        row("IncompleteGamma.LogAbove", a, place, log(1 - below))
    row("IncompleteGamma.LogBelow", a, mpf(-60), a * -60 - loggamma(a + 1))
for a, b in [(0.01, 0.02), (0.5, 0.7), (1, 1), (2, 3.5), (2.5, 900), (30, 0.7), (12, 15), (400, 2), (3500, 200000), (40000, 40000)]:
    a, b = double(a), double(b)
    mean, deviation = a / (a + b), sqrt(a * b / (a + b + 1)) / (a + b)
    for deviations in [-6.0, -1.5, -0.4, 0.0, 0.2, 1.0, 2.5, 7.0]:
        share = mean + deviations * deviation
        if 0 < share < 1:
            # A share that leaves a rest which is a number too.
            share = floor(share * 2 ** 50) / 2 ** 50
            row("IncompleteBeta.Below", a, b, share, beta_below(a, b, share))
        odds = double(log(mean / (1 - mean)) + deviations * deviation / (mean * (1 - mean)))
        below = beta_below(a, b, 1 / (1 + exp(-odds)))
        row("IncompleteBeta.LogBelow", a, b, odds, log(below))
