#!/usr/bin/env bash
# Draws a second of processor time on one core, sampling and summarising counted: the borough scenario in our engine, in a hand-written C kernel, and in the
# engines that npm serves, run in turn. Needs gcc, python3, node and npm.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
borough="$top/scenarios/features/borough"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rounds=${1:-3}

cp "$here"/peers/* "$borough/params.json" "$borough/reference.json" "$work"
cd "$work"
python3 make_header.py params.json > params.h
gcc -O3 -march=native -mprefer-vector-width=512 -ffp-contract=fast kernel.c -o kernel -lpthread -lm
npm install --no-audit --no-fund --silent
# Its reader of spreadsheets, which this model does not use, is served without this call.
sed -i 's/^XLSX.set_fs(fs)/XLSX.set_fs?.(fs)/' node_modules/@sdeverywhere/compile/src/_shared/helpers.js
python3 make_vensim.py borough.mdl
dotnet build "$here/SystemSim.Bench" -c Release --nologo -v quiet
ours="$top/artifacts/bin/SystemSim.Bench/release/SystemSim.Bench"

echo "| round | C kernel | ours | SDEverywhere, JavaScript | Insight Maker | ours over the C kernel | ours over SDEverywhere |"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for ((round = 1; round <= rounds; round++)); do
    c=$(./kernel mc 1 10000 1 15 240 | grep -oE '[0-9]+ runs/s per core-second' | grep -oE '^[0-9]+')
    mine=$("$ours" draws borough 200000 1 3 | grep -oE '^[0-9]+')
    javascript=$(node sdeverywhere.mjs . borough.mdl 1000 | grep -oE '= [0-9]+ runs' | grep -oE '[0-9]+')
    milliseconds=$(SPEC_DIR=. node insight_maker.mjs 30 | grep -oE 'median [0-9.]+' | grep -oE '[0-9.]+')
    awk -v r="$round" -v c="$c" -v m="$mine" -v s="$javascript" -v i="$milliseconds" \
        'BEGIN { printf "| %d | %d | %d | %d | %.1f | %.2f | %.0f |\n", r, c, m, s, 1000 / i, m / c, m / s }'
done
