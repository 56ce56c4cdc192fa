#!/usr/bin/env bash
# Writes again what is generated and committed: the contract, its types in the front end, who may do what, and
# what each operation costs in statements.
. "$(dirname "$0")/lib.sh"

need_rust
need_node
need_nextest
packages frontend

cargo build --locked --workspace --bins
"$xtask" openapi
npm --prefix frontend run --silent types
NP_WRITE_GENERATED=1 cargo nextest run --locked --workspace -E 'package(api-tests) & (test(matrix) | test(cost))'
