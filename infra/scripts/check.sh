#!/usr/bin/env bash
# The fast part of the gate: what a developer runs before every commit.
. "$(dirname "$0")/lib.sh"
go_there check.sh "$@"

need_rust
need_node
need_nextest
packages frontend

step 'format' cargo fmt --all --check
step 'lints' cargo clippy --locked --workspace --all-targets --quiet -- --deny warnings
step 'build' cargo build --locked --workspace --bins --quiet
step 'house rules' "$xtask" tidy
step 'unit tests' cargo nextest run --locked --workspace -E 'not package(api-tests)'
step 'front end: types and lints' npm --prefix frontend run --silent check
step 'front end: tests' npm --prefix frontend run --silent test
finish
