#!/usr/bin/env bash
# Writes again what is generated and committed: the contract, its types in the front end, who may do what, and
# what each operation costs in statements.
. "$(dirname "$0")/lib.sh"

need_rust
need_node
need_nextest
packages frontend

build --workspace --bins
"$xtask" openapi
npm --prefix frontend run --silent types
here=$PWD
cd "$sources"
NP_WRITE_GENERATED=$here/backend cargo nextest run --locked --workspace \
  -E 'package(api-tests) & (test(matrix) | test(cost))'
