#!/usr/bin/env bash
# Draws one study in one process and in one, two and three workers of one thread each, in turn in one sitting: whether the bytes are the
# same, what cutting and merging cost, and what a second worker gains. Use: bench/sweep.sh [DRAWS]   unless stated 10000000
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
draws=${1:-10000000}
dotnet build engine/Host -c Release -v q > /dev/null
program=$PWD/artifacts/bin/SystemSim.Host/release/systemsim scenario=$PWD/scenarios/features/borough
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Everything that is left behind but the time that it took, which is not among it with --only tidy.
hash() { (cd "$1" && find . -type f ! -name timings.json | LC_ALL=C sort | xargs sha256sum | sha256sum | cut -c1-64); }

timed() { # name, command...
    local name=$1 began ended
    shift
    began=$(date +%s.%N)
    "$@" --draws "$draws" --only tidy --threads 1 --quiet --out "$work/$name" > /dev/null
    ended=$(date +%s.%N)
    echo "$name $(awk -v a="$began" -v b="$ended" 'BEGIN { printf "%.3f", b - a }') $(hash "$work/$name")" | tee -a "$work/times"
}

echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $draws draws of borough"
timed one-process "$program" run "$scenario"
for workers in 1 2 3; do
    timed "workers-$workers" "$program" sweep "$scenario" --workers "$workers" --shards 24 --study "$work/study-$workers"
done
# Two whole runs of half the draws beside each other: what this machine gives to two processes that know nothing of each other.
began=$(date +%s.%N)
for half in 1 2; do
    "$program" run "$scenario" --draws $((draws / 2)) --seed "$half" --only tidy --threads 1 --quiet --out "$work/half-$half" > /dev/null &
done
wait
awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "two-halves %.3f -\n", b - a }' | tee -a "$work/times"

awk '{ time[$1] = $2; if ($3 != "-") hashes[$3] = 1 }
     END { for (each in hashes) n++
           printf "%d different results; one worker takes %.3f times one process, two workers give %.2f times one, %.3f of two halves beside each other; three give %.2f\n",
               n, time["workers-1"] / time["one-process"], time["workers-1"] / time["workers-2"],
               time["two-halves"] / time["workers-2"], time["workers-1"] / time["workers-3"]
           exit n != 1 }' "$work/times"
