#!/usr/bin/env bash
# Draws a second of processor time on one core: the borough scenario in our engine and in a hand-written C kernel, run in turn.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=${1:-5}

python3 "$here/peers/make_header.py" "$top/scenarios/features/borough/params.json" > "$work/params.h"
cp "$here/peers/kernel.c" "$work/kernel.c"
gcc -O3 -march=native -mprefer-vector-width=512 -ffp-contract=fast "$work/kernel.c" -o "$work/kernel" -lpthread -lm
dotnet build "$here/SystemSim.Bench" -c Release --nologo -v quiet
ours="$top/artifacts/bin/SystemSim.Bench/release/SystemSim.Bench"

rates() { # program output on standard input: the number before the words
    grep -oE '[0-9]+ (runs/s per core-second|draws a second)' | grep -oE '^[0-9]+'
}

ratios=()
for ((round = 1; round <= rounds; round++)); do
    theirs=$("$work/kernel" mc 1 10000 1 15 240 | rates)
    mine=$("$ours" lanes 10000 9 | rates)
    ratio=$(awk -v a="$mine" -v b="$theirs" 'BEGIN { printf "%.3f", a / b }')
    ratios+=("$ratio")
    printf 'round %d: C kernel %d, ours %d draws a second of processor time, ratio %s\n' "$round" "$theirs" "$mine" "$ratio"
done
printf 'median ratio %s\n' "$(printf '%s\n' "${ratios[@]}" | sort -n | sed -n "$(((rounds + 1) / 2))p")"
