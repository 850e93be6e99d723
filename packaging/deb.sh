#!/usr/bin/env bash
# Makes packaging/target/mien_VERSION_ARCH.deb from the package that 'mvn -Ppackage package' made; runs on Debian and
# Ubuntu with fakeroot. The default compression takes minutes: DPKG_DEB_COMPRESSOR_TYPE=zstd (dpkg 1.21.18) is quick.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/installer.sh"
need_image Linux dpkg-deb fakeroot
# Fonts: a package holds none, and a bare system may have none for English or Korean.
jpackage --type deb @packaging/desktop/installer.args --app-version "$version" --icon packaging/target/icons/Mien.png \
  --resource-dir packaging/desktop/linux --linux-shortcut --linux-menu-group Graphics --linux-app-category graphics \
  --linux-package-deps "fonts-noto-core, fonts-nanum"
ls -la packaging/target/*.deb
