#!/usr/bin/env bash
# The borough scenario in a browser's engine (V8, by Node) and in ours on one core, run in turn: draws a second of processor time.
# "fused" where the processor's own product and sum is taken, "emulated" where it is worked out; both without drawing, unless it is said.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
rounds=${1:-5}
page=$(mktemp -d)
trap 'rm -rf "$page"' EXIT

dotnet build "$here/SystemSim.Bench" -c Release --nologo -v quiet
dotnet build "$top/tests/SystemSim.ModulePage" -c Release --nologo -v quiet
cp -r "$top/artifacts/bin/SystemSim.ModulePage/release/wwwroot/_framework" "$page/"
cp "$top/tests/SystemSim.ModulePage/wwwroot/main.js" "$top/engine/Page/wwwroot/modules.js" "$page/"
echo '{ "type": "module" }' > "$page/package.json"
flags=()
if node --v8-options | grep -q -- --experimental-wasm-relaxed-simd; then
    flags=(--experimental-wasm-relaxed-simd)
fi

echo "V8 $(node -p process.versions.v8), .NET $(dotnet --version)"
for ((round = 1; round <= rounds; round++)); do
    for drawing in alone drawn; do
        native=$("$top/artifacts/bin/SystemSim.Bench/release/SystemSim.Bench" lanes 10000 9 "$drawing" | grep -oE '^[0-9]+')
        printf 'round %d: native, %s: %d\n' "$round" "$drawing" "$native"
    done
    node "${flags[@]}" "$here/browser.mjs" "$top/scenarios/features/borough/scenario.yaml" "$page" | sed "s/^/round $round: browser, /"
done
