#!/usr/bin/env bash
# Makes a package of this system in packaging/target/image and looks at it: docs/howto/package.md.
#   packaging/image.sh [MAVEN OPTION…]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/setup.sh
need_java
mvn -B -ntp -q -Ppackage -Dmaven.test.skip=true -Dspotless.check.skip=true package "$@"
packaging/check-image.sh
