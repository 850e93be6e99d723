#!/usr/bin/env bash
# Kills a scripted session of edits with SIGKILL at random moments and checks after each kill that every document can be
# read, holds what was saved, and that at most the gesture in hand is lost.   packaging/soak-documents.sh [KILLS] [SEED]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/setup.sh
need_java
build_if_changed
work=$(mktemp -d)
java "@$STUDIO_HOME/java.args" -Dmien.models="$PWD/models" mien.app.soak.DocumentSoak "${1:-200}" "${2:-1}" "$work"
rm -rf "$work"
