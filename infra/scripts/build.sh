#!/usr/bin/env bash
# Front end and a release binary, as the container image holds them.
. "$(dirname "$0")/lib.sh"

need_rust
need_node
front_end
build --release --package app
echo "The binary: $CARGO_TARGET_DIR/release/netwerkplatform; the pages: frontend/dist"
