#!/usr/bin/env bash
# Processor time of whole commands, by number of services: it is to grow straight with them.
# Use: bench/growth.sh [PROGRAM...]   Programs to time in turn, this repository's unless stated; SERVICES="200 400" names other sizes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
programs=("$@")
[ ${#programs[@]} -gt 0 ] || programs=("$top/artifacts/bin/SystemSim.Host/release/systemsim")

seconds() { # words of a command: what it takes of all processors, in seconds
    local times
    times=$( { TIMEFORMAT='%U %S'; time "$@" > "$work/answers" 2> "$work/rest" || true; } 2>&1)
    awk '{ printf "%.1f", $1 + $2 }' <<< "$times"
}

echo '| services | program | check --expect | run --draws 0 --only tidy | run --draws 0 | run --draws 1000 --only tidy | sensitivity |'
echo '| --- | --- | --- | --- | --- | --- | --- |'
for services in ${SERVICES:-200 400 800 1600 2000}; do
    python3 "$here/services.py" "$services" > "$work/many.yaml"
    for row in "${!programs[@]}"; do
        program=${programs[$row]}
        printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$services" "$((row + 1))" \
            "$(seconds "$program" check --expect "$work/many.yaml")" \
            "$(seconds "$program" run "$work/many.yaml" --draws 0 --only tidy --out "$work/tidy$row")" \
            "$(seconds "$program" run "$work/many.yaml" --draws 0 --out "$work/whole$row")" \
            "$(seconds "$program" run "$work/many.yaml" --draws 1000 --only tidy --out "$work/drawn$row")" \
            "$(seconds "$program" sensitivity "$work/many.yaml" --option pooled)"
    done
done
