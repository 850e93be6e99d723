#!/usr/bin/env bash
# Kills the real window with SIGKILL at random moments of a scripted session (sliders, strokes, undo, saves, runs going on),
# opens it again, and checks after each kill that every document can be read, holds what was saved, and that at most the
# gesture in hand is lost. Prints the figures as JSON; fails if a kill lost more.   packaging/soak-window.sh [KILLS] [SEED]
# Where there is no display, Xvfb gives one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/setup.sh
need_java
build_if_changed
display=()
if [ -z "${DISPLAY:-}" ]; then
  command -v xvfb-run >/dev/null || { echo "There is no display: set DISPLAY, or install xvfb." >&2; exit 2; }
  display=(xvfb-run -a -s "-screen 0 1600x1000x24")
fi
work=$(mktemp -d)
"${display[@]}" java "@$STUDIO_HOME/java.args" -Dmien.models="$PWD/models" -Dprism.order=sw \
  mien.app.soak.WindowSoak "${1:-200}" "${2:-1}" "$work"
rm -rf "$work"
