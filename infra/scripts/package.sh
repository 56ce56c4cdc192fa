#!/usr/bin/env bash
# The Debian package: front end, release binary, the notices of third parties. Its place is printed last.
# NP_BINARY=file packs a release that is already built. Arguments go to cargo-deb: --fast compresses less.
. "$(dirname "$0")/lib.sh"

need_node
cargo deb --version >/dev/null 2>&1 || cargo install --locked cargo-deb
need dpkg-shlibdeps dpkg-dev
front_end
if [ -n "${NP_BINARY:-}" ]; then
  CARGO_TARGET_DIR=$(mktemp -d)
  trap 'rm -rf "$CARGO_TARGET_DIR" "$report" "$said"' EXIT
  install -D "$NP_BINARY" "$CARGO_TARGET_DIR/release/netwerkplatform"
else
  need_rust
  build --release --package app
fi
node infra/scripts/notices.mjs >"$CARGO_TARGET_DIR/release/third-party-notices"
mkdir -p target/debian
cargo deb --quiet --no-build --package app --output target/debian "$@"
