#!/usr/bin/env bash
# Damages 10,000 files for every reader and reads them; takes some minutes.   packaging/fuzz.sh [COUNT]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/setup.sh
need_java
mvn -B -ntp -q -pl ui-resources,engine test -Dmien.fuzz="${1:-10000}" -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='MutationTest,DamagedPicturesTest,DamagedPackTest,DamagedFlameFilesTest,Lmdb*Test,Hostile*Test'
echo "Every damaged file was read or refused in a sentence."
