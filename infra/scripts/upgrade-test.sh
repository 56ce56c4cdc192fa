#!/usr/bin/env bash
# Replaces the release before by this one, node by node, on PostgreSQL, while people write; then looks whether anything
# was lost (docs/upgrading.md). The release before is the last tag, or without one the last commit before the tables
# changed; another one: `infra/scripts/upgrade-test.sh COMMIT`.
. "$(dirname "$0")/lib.sh"

need_rust
need_node
need git git
need /usr/lib/postgresql/15/bin/initdb postgresql-15
need /usr/sbin/nats-server nats-server
packages infra/smtp-server

before=${1:-$(git describe --tags --abbrev=0 2>/dev/null || git rev-parse "$(git log -1 --first-parent --format=%H -- migrations/src)^")} || {
  echo 'There is no release before this one here: fetch the whole history (git fetch --unshallow).' >&2
  exit 1
}
source=$(mktemp -d)
clean_up() {
  git worktree remove --force "$source/before" 2>/dev/null || true
  rm -rf "$source" "$report" "$said"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

echo "Building the release before, $(git describe --always --tags "$before") (the first time this takes some minutes)…"
git worktree add --quiet --detach "$source/before" "$before"
(cd "$source/before" && CARGO_TARGET_DIR=$CARGO_TARGET_DIR/before cargo build --locked --bin netwerkplatform)
cp "$CARGO_TARGET_DIR/before/debug/netwerkplatform" "$source/netwerkplatform-before"

echo 'Building this one…'
build --workspace --bins
"$CARGO_TARGET_DIR/debug/trials" upgrade --before "$source/netwerkplatform-before"
