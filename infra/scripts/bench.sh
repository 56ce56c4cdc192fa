#!/usr/bin/env bash
# Measures a release build on both databases, written through to disk, prints a table and keeps it. Asserts nothing.
# Arguments go to the measurement: `infra/scripts/bench.sh --hold 3600` holds 2,000 sockets open for an hour,
# `infra/scripts/bench.sh --posts 20000 --seconds 2` is a short look.
. "$(dirname "$0")/bench-lib.sh"

build_release
start_postgres --durable
echo 'Measuring, about ten minutes…'
measure run backend/bench/RESULTS.md --postgres "$postgres" "$@"
