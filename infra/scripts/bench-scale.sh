#!/usr/bin/env bash
# Makes a country and a hundredth of it on both databases, asks both the same things, prints a table and keeps it.
# Asserts nothing. Arguments go to the measurement: without any it is a tenth of the country against a thousandth,
# `infra/scripts/bench-scale.sh --part 1` is all of it on PostgreSQL (16 GB on disk), a tenth on SQLite.
# `--statements FOLDER` reads the plans of what the tests sent: NP_TEST_STATEMENTS=FOLDER with the tests on PostgreSQL,
# then `--postgres-only`.
. "$(dirname "$0")/bench-lib.sh"

build_release
# What posting costs the disk is measured by `make bench`: here nothing is written through.
start_postgres
echo 'Making countries and measuring, about a quarter of an hour…'
measure scale backend/bench/SCALE.md --postgres "$postgres" "$@"
