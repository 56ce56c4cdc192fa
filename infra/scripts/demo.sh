#!/usr/bin/env bash
# The product with its demo content, on loopback. `--reset` throws the demo data away first.
. "$(dirname "$0")/lib.sh"

[ "${1:-}" != --reset ] || rm -rf data

need_rust
need_node
echo 'Building the front end…'
front_end
echo 'Building the server (the first time this takes some minutes)…'
build --workspace --bins
exec "$binary" demo
