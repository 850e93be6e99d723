# What the scripts for the kinds of installer share. Sourced with the system's name as `uname -s` says it, and the
# programs that jpackage needs there; leaves the repository root as the working directory and sets $version.
need_image() {
  local system=$1
  shift
  cd "$(dirname "${BASH_SOURCE[0]}")/.."
  if [ "$(uname -s)" != "$system" ]; then
    echo "jpackage makes this kind of installer on $system only." >&2
    exit 2
  fi
  for program in jpackage "$@"; do
    command -v "$program" >/dev/null 2>&1 || { echo "$program is missing: install it and try again." >&2; exit 2; }
  done
  if [ ! -d packaging/target/input ]; then
    echo "There is no package yet: 'mvn -Ppackage package' makes it." >&2
    exit 2
  fi
  version=$(sed -nE 's/.*<version>([0-9.]+)(-SNAPSHOT)?<.version>.*/\1/p' pom.xml | head -n 1)
}
