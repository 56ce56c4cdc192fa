#!/usr/bin/env bash
# Breaks one thing at a time while people are busy, audits what is left, and prints a table (docs/trials.md).
# Arguments go to the trials: `infra/scripts/trials.sh --db sqlite` leaves PostgreSQL out.
. "$(dirname "$0")/lib.sh"

need_rust
need_node
need /usr/lib/postgresql/15/bin/initdb postgresql-15
need /usr/sbin/nats-server nats-server
need /usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1 faketime
need openssl openssl
packages infra/smtp-server

echo 'Building (the first time this takes some minutes)…'
build --workspace --bins
echo 'Breaking, about forty minutes…'
outcome=0
"$CARGO_TARGET_DIR/debug/trials" all "$@" || outcome=$?
"$CARGO_TARGET_DIR/debug/trials" list
exit "$outcome"
