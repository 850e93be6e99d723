#!/usr/bin/env bash
# Opens the real window under Xvfb, waits for the engine, writes a screenshot and fails if the window did not come up
# or shows nothing.   packaging/window-smoke.sh OUT.png
set -euo pipefail
out=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/setup.sh
need_java
build_if_changed
config=$(mktemp -d)
trap 'rm -rf "$config"' EXIT
timeout 180 xvfb-run -a -s "-screen 0 1600x1000x24" \
  java "@$STUDIO_HOME/java.args" -Dmien.models="$PWD/models" -Dmien.config="$config" -Dprism.order=sw \
  mien.app.Main --screenshot "$out"
[ -s "$out" ] || { echo "The window wrote no screenshot." >&2; exit 1; }
