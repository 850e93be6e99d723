#!/usr/bin/env bash
# Makes packaging/target/mien-VERSION-1.ARCH.rpm from the package that 'mvn -Ppackage package' made; runs on Fedora and
# its kin with rpm-build. UNTRIED: written from jpackage's manual, never run.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/installer.sh"
need_image Linux rpmbuild
jpackage --type rpm @packaging/desktop/installer.args --app-version "$version" --icon packaging/target/icons/Mien.png \
  --resource-dir packaging/desktop/linux --linux-shortcut --linux-menu-group Graphics --linux-app-category Graphics --linux-rpm-license-type Apache-2.0 \
  --linux-package-deps "google-noto-sans-fonts, google-noto-sans-cjk-fonts, gtk3, mesa-libGL, libXtst, libXxf86vm"
ls -la packaging/target/*.rpm
