#!/usr/bin/env bash
# Opens the real window under Xvfb, moves a slider, waits for the diffusion previews and closes it again; fails if any of
# that does not happen.   packaging/window-smoke.sh OUT.json
set -euo pipefail
out=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/setup.sh
need_java
build_if_changed
timeout 240 xvfb-run -a -s "-screen 0 1600x1000x24" \
  java "@$STUDIO_HOME/java.args" -Dmien.models="$PWD/models" -Dprism.order=sw \
  mien.app.bench.WindowBench "$out" 2 4
grep -q '"' "$out" || { echo "The window measured nothing." >&2; exit 1; }
cat "$out"
