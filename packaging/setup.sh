# Shared by ./studio and ./verify: what the machine must have, and the build. Sourced, not run; expects the
# repository root as the working directory.

STUDIO_HOME="$PWD/.studio"

# Debian and Ubuntu package names of what the window and its tests need beside the JDK.
WINDOW_PACKAGES="libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fonts-noto-core fonts-nanum"
TEST_PACKAGES="xvfb openbox"

# install PACKAGE…: installs what is missing when we may, else prints the one command that would.
install() {
  local missing=()
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || dpkg -s "${package}t64" >/dev/null 2>&1 || missing+=("$package")
  done
  [ "${#missing[@]}" -eq 0 ] && return 0
  if [ "$(id -u)" -eq 0 ]; then
    echo "Installing ${missing[*]} …" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}"; } >"$STUDIO_HOME/apt.log" 2>&1 && return 0
    echo "Installing failed; $STUDIO_HOME/apt.log says why. Missing: ${missing[*]}" >&2
    return 1
  fi
  echo "Some system packages are missing. Please run: sudo apt-get install ${missing[*]}" >&2
  return 1
}

on_debian() { command -v dpkg >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; }

need_java() {
  mkdir -p "$STUDIO_HOME"
  if ! command -v javac >/dev/null 2>&1 || ! command -v mvn >/dev/null 2>&1; then
    if on_debian; then
      install openjdk-17-jdk maven || exit 2
    else
      echo "Mien needs a JDK (17 or newer) and Maven on the PATH." >&2
      exit 2
    fi
  fi
  local version
  version=$(javac -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p') # beside it Java may tell of JAVA_TOOL_OPTIONS
  if [ "$version" -lt 17 ]; then
    echo "Mien needs JDK 17 or newer, but javac is version $version." >&2
    exit 2
  fi
}

need_window_libraries() {
  if on_debian; then install $WINDOW_PACKAGES || true; fi
}

need_test_display() {
  if on_debian; then install $WINDOW_PACKAGES $TEST_PACKAGES; else command -v Xvfb >/dev/null 2>&1; fi
}

# Builds the jars and the argument file when a source is newer than they are.
build_if_changed() {
  local stamp="$STUDIO_HOME/java.args"
  if [ -f "$stamp" ] && [ -z "$(find pom.xml */pom.xml engine/src app/src ui-resources/src packaging/setup.sh \
        -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  echo "Building Mien (the first time this also fetches its libraries) …" >&2
  if ! mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package \
      dependency:build-classpath -Dmdep.outputFile="$STUDIO_HOME/classpath" -DincludeScope=runtime \
      >"$STUDIO_HOME/build.log" 2>&1; then
    tail -n 30 "$STUDIO_HOME/build.log" >&2
    echo "The build failed; the whole log is in $STUDIO_HOME/build.log" >&2
    exit 2
  fi
  rm -f "$STUDIO_HOME"/*.jsa
  {
    printf -- '-cp "%s:%s"\n' "$PWD/app/target/mien-app-0.1.0-SNAPSHOT.jar" "$(cat "$STUDIO_HOME/classpath")"
    echo "-Xmx${MIEN_HEAP:-3g}"
    echo "-Dai.djl.offline=true"
    echo "-DOPT_OUT_TRACKING=true"
    echo "-Dfile.encoding=UTF-8"
  } >"$STUDIO_HOME/java.args.new"
  # libtorch (446 MB) is unpacked now, not at the first edit
  java "@$STUDIO_HOME/java.args.new" -Dmien.models="$PWD/models" mien.engine.cli.Main doctor \
    >"$STUDIO_HOME/doctor.log" 2>&1 || { tail -n 5 "$STUDIO_HOME/doctor.log" >&2; exit 4; }
  mv "$STUDIO_HOME/java.args.new" "$stamp"
}

# Which PyTorch library is loaded: the bundled one, or the folder that './studio gpu use DIR' wrote to a file of its own.
# A chosen one needs the bundled one off the class path, since DJL would take that first. Sets java_args (what java is
# started with) and flavor (a name for what only fits this choice).
choose_natives() {
  local choice="$STUDIO_HOME/natives" folder="" name=libtorch.so
  [ "$(uname -s)" = Darwin ] && name=libtorch.dylib
  java_args=("@$STUDIO_HOME/java.args" "-Dmien.natives=$choice")
  flavor=bundled
  [ -s "$choice" ] && folder=$(head -n 1 "$choice")
  [ -n "$folder" ] || return 0
  if [ ! -f "$folder/$name" ]; then
    echo "The chosen PyTorch library $folder is gone, so edits run on the processor: './studio gpu use DIR' chooses another, './studio gpu use bundled' none." >&2
    return 0
  fi
  sed -E '1s#[^":]*/pytorch-native-cpu[^":]*\.jar:?##; 1s#:"#"#' "$STUDIO_HOME/java.args" >"$STUDIO_HOME/java.chosen.args"
  java_args=("@$STUDIO_HOME/java.chosen.args" "-Dmien.natives=$choice" "-Dmien.natives.used=$folder")
  flavor=chosen
  export PYTORCH_LIBRARY_PATH="$folder" PYTORCH_VERSION=2.7.1 PYTORCH_FLAVOR=cu128
}

# class_archive NAME: class data sharing for a faster start; the first run writes the archive when it ends.
class_archive() {
  local archive="$STUDIO_HOME/$1.jsa"
  if [ -f "$archive" ]; then
    echo "-XX:SharedArchiveFile=$archive -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off"
  else
    echo "-XX:ArchiveClassesAtExit=$archive -Xlog:cds=off -Xlog:cds+dynamic=off"
  fi
}

# PyTorch's threads must not starve the window: they sleep between edits. Between two operators they wait a moment first,
# since falling asleep and waking cost more than the operator (measured: a demo edit 1.20 s instead of 1.79 s).
export OMP_WAIT_POLICY=PASSIVE
export GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-30000}"
