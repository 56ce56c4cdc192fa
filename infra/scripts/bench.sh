#!/usr/bin/env bash
# Measures a release build on both databases, written through to disk, prints a table and keeps it. Asserts nothing.
# Arguments go to the measurement: `infra/scripts/bench.sh --hold 3600` holds 2,000 sockets open for an hour,
# `infra/scripts/bench.sh --posts 20000 --seconds 2` is a short look.
. "$(dirname "$0")/lib.sh"

need_rust
need /usr/lib/postgresql/15/bin/initdb postgresql-15

scratch=$(mktemp -d)
chmod 711 "$scratch"
clean_up() {
  infra/postgres/test-cluster.sh stop "$scratch/postgres"
  rm -rf "$scratch" "$report"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

echo 'Building a release (the first time this takes ten minutes or more)…'
cargo build --locked --release --workspace --bins
postgres=$(infra/postgres/test-cluster.sh start "$scratch/postgres" --durable)
# Thousands of sockets, at both ends.
ulimit -n "$(ulimit -Hn)"
echo 'Measuring, about ten minutes…'
TMPDIR=$scratch "$CARGO_TARGET_DIR/release/bench" run --postgres "$postgres" \
  --results backend/bench/RESULTS.md --date "$(date +%F), $(rustc --version | cut -d ' ' -f 1-2)" "$@"
