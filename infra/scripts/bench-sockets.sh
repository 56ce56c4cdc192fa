#!/usr/bin/env bash
# Two nodes of a release build with NATS between them: posts to 2,000 sockets on each, as many idle sockets as there may
# be, and all sockets of a node that come back at once. Prints a table and keeps it. Asserts nothing.
# Arguments go to the measurement: `infra/scripts/bench-sockets.sh --each 200 --idle 1000 --seconds 3` is a short look.
. "$(dirname "$0")/bench-lib.sh"

build_release
start_postgres
start_nats
echo 'Measuring, about three minutes…'
measure sockets backend/bench/SOCKETS.md --postgres "$postgres" --nats "$nats" "$@"
