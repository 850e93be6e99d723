#!/usr/bin/env bash
# Starts a package that was built and looks at what it does: with its own Java (no PATH, no JAVA_HOME, an empty home), a
# folder it may not write to, verbs and window. Prints sizes and times; fails where something is missing.
#   packaging/check-image.sh [IMAGE]      the folder that 'mvn -Ppackage package' made, or an installed one
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
image=$(cd "${1:-packaging/target/image/Mien}" && pwd)
for program in "$image/bin/Mien" "$image/bin/studio"; do
  [ -x "$program" ] || { echo "There is no $program: build the package with 'mvn -Ppackage package'." >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/log"
failed() { echo "FAILED: $*" >&2; exit 1; }

# mien PROGRAM ARGUMENT…: an environment in which no other Java can be found
mien() {
  local program=$1
  shift
  env -i LANG=C.UTF-8 PATH=/nowhere JAVA_TOOL_OPTIONS="-Duser.home=$work/home" "$image/bin/$program" "$@"
}

# timed NAME COMMAND…: its seconds, and what it printed in $work/log/NAME
timed() {
  local name=$1 start
  shift
  start=$(date +%s%N)
  "$@" >"$work/log/$name" 2>"$work/log/$name.err" || { cat "$work/log/$name" "$work/log/$name.err" >&2; failed "$name"; }
  printf '%-28s %6.1f s\n' "$name" "$((($(date +%s%N) - start) / 100000000))e-1"
}

echo "== sizes"
for part in . lib/app/libtorch lib/runtime lib/app/models; do
  printf '%-28s %6d MB\n' "$part" "$(du -sm "$image/$part" | cut -f1)"
done

echo "== verbs, with the package's own Java"
timed version mien studio --version
timed doctor mien studio doctor --json
grep -q "\"library\" *: *\"$image/lib/app/libtorch\"" "$work/log/doctor" || failed "another libtorch runs: $(cat "$work/log/doctor")"
grep -q '"problems" *: *\[ *\]' "$work/log/doctor" || failed "doctor found problems: $(cat "$work/log/doctor")"
grep -q '"packs" *: *\[ *{' "$work/log/doctor" || failed "the package holds no models"
timed demo mien studio demo --out "$work/demo"
ls "$work"/demo/*.png >/dev/null
picture=ui-resources/src/main/resources/mien/ui/samples/portrait-1.png
timed relight mien Mien relight --portrait "$picture" --azimuth 40 --out "$work/relit.png" --steps 4
[ -s "$work/relit.png" ] || failed "relight wrote no picture"
mien studio gpu status --json | grep -q '"chosen"' || failed "gpu status"

echo "== a library that is gone is told of, and the package's own runs"
mkdir -p "$work/home/.config/mien"
echo "$work/gone" >"$work/home/.config/mien/natives"
timed gone mien studio doctor
grep -q "$work/gone is gone" "$work/log/gone.err" || failed "nobody was told that the chosen library is gone"
rm "$work/home/.config/mien/natives"

echo "== what the starts left behind"
unpacked=$(find "$work/home" -name '*.so*' -o -name '*.dylib' -o -name '*.dll')
[ -z "$unpacked" ] || failed "libraries were unpacked at start: $unpacked"

if command -v xvfb-run >/dev/null 2>&1; then
  echo "== the window, under Xvfb"
  [ -s "$image/lib/app/mien.jsa" ] || failed "the package holds no archive of the window's classes"
  timed window timeout 300 xvfb-run -a -s "-screen 0 1600x1000x24" \
    env -u JAVA_HOME PATH=/nowhere JAVA_TOOL_OPTIONS="-Duser.home=$work/home" \
    "$image/bin/Mien" --self-test "$work/window.json" 2 4
  cat "$work/window.json"
  grep -q startup.window "$work/window.json" || failed "the window showed no frame"
  unpacked=$(find "$work/home" -name '*.so*' -o -name '*.dylib' -o -name '*.dll')
  [ -z "$unpacked" ] || failed "the window unpacked libraries: $unpacked"
else
  echo "Without xvfb-run the window was not looked at." >&2
fi
echo "The package works."
