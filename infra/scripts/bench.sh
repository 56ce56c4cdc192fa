#!/usr/bin/env bash
# Measures a release build on both databases, written through to disk, and prints a table. Asserts nothing.
# Arguments go to the measurement: `infra/scripts/bench.sh --posts 20000 --seconds 2`.
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

cargo build --locked --release --workspace --bins
postgres=$(infra/postgres/test-cluster.sh start "$scratch/postgres" --durable)
printf 'Load of this machine before: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
ulimit -n "$(ulimit -Hn)"
"$CARGO_TARGET_DIR/release/bench" run --postgres "$postgres" "$@"
printf '\nLoad of this machine after: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
