# Shared by the scripts beside it (sourced, never run): where things are, what is needed, steps with a name and a time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Build products live outside the clone, so that every clone on this machine shares them.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/netwerkplatform/target}
export CARGO_TERM_PROGRESS_WHEN=never

binary=$CARGO_TARGET_DIR/debug/netwerkplatform
xtask=$CARGO_TARGET_DIR/debug/xtask

report=$(mktemp)
said=$(mktemp)
trap 'rm -f "$report" "$said"' EXIT
started=$SECONDS

# step NAME COMMAND…: runs it in this shell, and remembers how long it took. The first failure ends everything, and is
# said last.
step() {
  local name=$1 began=$SECONDS listens failed=
  shift
  printf '\n=== %s\n' "$name"
  exec 3> >(tee "$said")
  listens=$!
  "$@" >&3 2>&1 3>&- || failed=yes
  exec 3>&-
  wait "$listens"
  if [ -n "$failed" ]; then
    printf '%6s s  FAILED  %s\n' $((SECONDS - began)) "$name" >>"$report"
    finish
    printf '\nFailed: %s. Its last words:\n' "$name"
    tail -n 30 "$said"
    exit 1
  fi
  printf '%6s s  ok      %s\n' $((SECONDS - began)) "$name" >>"$report"
}

finish() {
  printf '\n=== Steps\n'
  cat "$report"
  printf '%6s s  in all\n' $((SECONDS - started))
}

# room GIGABYTES: says so at the start when the disk would be full halfway.
room() {
  mkdir -p "$CARGO_TARGET_DIR"
  local free
  free=$(df --output=avail --block-size=1G "$CARGO_TARGET_DIR" | tail -n 1)
  [ "$free" -lt "$1" ] || return 0
  # What only makes a next build faster goes first.
  rm -rf "$CARGO_TARGET_DIR/debug/incremental"
  free=$(df --output=avail --block-size=1G "$CARGO_TARGET_DIR" | tail -n 1)
  [ "$free" -lt "$1" ] || return 0
  printf 'Only %d GB is free where %s is, and %d GB are needed. Old build products can go:\n  rm -rf %s\n' \
    "$free" "$CARGO_TARGET_DIR" "$1" "$CARGO_TARGET_DIR" >&2
  return 1
}

# A new folder for what tests write: in memory when that has room, since they make thousands of databases and indexes.
# Its name tells whose it is: of one that was killed, nothing stays but that.
scratch_folder() {
  local memory=/dev/shm free
  free=$(df --output=avail --block-size=1G "$memory" 2>/dev/null | tail -n 1) || free=0
  if [ ! -w "$memory" ] || [ "$free" -lt 4 ]; then memory=${TMPDIR:-/tmp}; fi
  remove_left "$memory" >&2
  mkdir --mode 700 "$memory/netwerkplatform-gate.$$"
  printf '%s' "$memory/netwerkplatform-gate.$$"
}

remove_left() {
  local left process
  for left in "$1"/netwerkplatform-gate.*; do
    process=${left##*.}
    if [ ! -O "$left" ] || { [ "$process" != $$ ] && [ -e "/proc/$process" ]; }; then continue; fi
    infra/postgres/test-cluster.sh stop "$left/postgres" || true
    rm -rf "$left"
  done
}

# need PROGRAM PACKAGE…: installs Debian packages as root, otherwise says the one line that does.
need() {
  local program=$1
  shift
  if [ -x "$program" ] || command -v "$program" >/dev/null 2>&1; then return 0; fi
  if [ "$(id -u)" != 0 ]; then
    printf 'Missing: %s. Install it with:\n  sudo apt-get install --no-install-recommends %s\n' "$program" "$*" >&2
    return 1
  fi
  printf 'Installing %s\n' "$*"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

need_rust() {
  command -v cargo >/dev/null 2>&1 || { echo 'Missing: Rust 1.95 or newer. See https://rustup.rs' >&2; return 1; }
  need cc gcc libc6-dev
}

# Everything is built in one folder, whichever clone it is for. Cargo tells fresh from stale by time and place, and a
# fresh clone is all new: here only files that differ are replaced, so only what they are part of is built again.
sources=$CARGO_TARGET_DIR/sources

copy_sources() {
  need rsync rsync &&
    rsync --recursive --links --perms --checksum --delete --filter=':- .gitignore' --exclude=/.git ./ "$sources/"
}

# build ARGUMENT…: cargo build, there. One at a time.
build() {
  mkdir -p "$sources"
  (flock 9 && copy_sources && cd "$sources" && cargo build --locked "$@") 9>"$sources.lock"
}

# go_there SCRIPT ARGUMENT…: the whole script runs there, and nothing else is built meanwhile.
go_there() {
  [ "$PWD" != "$sources" ] || return 0
  mkdir -p "$sources"
  local script=$1 outcome=0
  shift
  (flock 9 && copy_sources && "$sources/infra/scripts/$script" "$@" 9>&-) 9>"$sources.lock" || outcome=$?
  exit "$outcome"
}

need_node() {
  local node='Missing: Node.js 20.19 or newer, with npm. See https://nodejs.org'
  command -v npm >/dev/null 2>&1 || { echo "$node" >&2; return 1; }
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    { echo "$node" >&2; return 1; }
}

need_nextest() {
  cargo nextest --version >/dev/null 2>&1 || cargo install --locked cargo-nextest
}

# packages FOLDER: exactly what the lock file says, without install scripts, and only when it changed.
packages() {
  local folder=$1
  local done_mark=$folder/node_modules/.installed
  if [ -f "$done_mark" ] && cmp -s "$folder/package-lock.json" "$done_mark"; then return 0; fi
  printf 'Installing the npm packages of %s\n' "$folder"
  npm --prefix "$folder" ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$folder/package-lock.json" "$done_mark"
}

# The pages, built again when something that they are made of has changed.
front_end() {
  packages frontend
  local mark=frontend/node_modules/.built changed=yes
  if [ -f "$mark" ] && [ -d frontend/dist ]; then
    changed=$(find frontend backend/locales -mindepth 1 \
      \( -path frontend/node_modules -o -path frontend/dist \) -prune -o -newer "$mark" -print -quit)
  fi
  if [ -z "$changed" ]; then return 0; fi
  npm --prefix frontend run --silent build
  touch "$mark"
}
