#!/usr/bin/env bash
# Makes a country and a hundredth of it on both databases, asks both the same things, prints a table and keeps it.
# Asserts nothing. Arguments go to the measurement: without any it is a tenth of the country against a thousandth,
# `infra/scripts/bench-scale.sh --part 1` is all of it on PostgreSQL (16 GB on disk), a tenth on SQLite.
# `--statements FOLDER` reads the plans of what the tests sent: NP_TEST_STATEMENTS=FOLDER with the tests on PostgreSQL,
# then `--postgres-only`.
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
# What posting costs the disk is measured by `make bench`: here nothing is written through.
postgres=$(infra/postgres/test-cluster.sh start "$scratch/postgres")
echo 'Making countries and measuring, about a quarter of an hour…'
TMPDIR=$scratch "$CARGO_TARGET_DIR/release/bench" scale --postgres "$postgres" \
  --results backend/bench/SCALE.md --date "$(date +%F), $(rustc --version | cut -d ' ' -f 1-2)" "$@"
