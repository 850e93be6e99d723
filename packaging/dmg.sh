#!/usr/bin/env bash
# Makes packaging/target/Mien-VERSION.dmg on a Mac with Apple silicon from what 'mvn -Ppackage package' made there; with
# MIEN_SIGN="Developer ID name" it is signed. macOS allows no version that begins with 0: the first number becomes 1.
# UNTRIED: written from jpackage's manual, never run.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/installer.sh"
need_image Darwin hdiutil
sign=()
[ -z "${MIEN_SIGN:-}" ] || sign=(--mac-sign --mac-signing-key-user-name "$MIEN_SIGN")
jpackage --type dmg --name Mien --vendor Mien --license-file LICENSE --app-version "${version/#0./1.}" \
  --app-image packaging/target/image/Mien.app --dest packaging/target ${sign[@]+"${sign[@]}"}
ls -la packaging/target/*.dmg
