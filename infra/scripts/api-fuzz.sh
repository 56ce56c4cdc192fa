#!/usr/bin/env bash
# Asks the API what its own contract makes up, and ids that lead nowhere, in five roles (docs/trials.md, I1 and I15).
# `infra/scripts/api-fuzz.sh --short` takes two minutes and keeps its findings in the cache. schemathesis is an outside
# tool (MIT): it comes from PyPI into the cache, pinned, and is no part of the product.
. "$(dirname "$0")/lib.sh"

need_rust
need_node
need python3 python3 python3-venv
front_end

tools=${XDG_CACHE_HOME:-$HOME/.cache}/netwerkplatform/api-fuzz
# A full run asks a release: it answers faster than a debug build.
results=infra/trials/results kind=release
case " $* " in
  *' --short '*) results=$tools/results kind=debug ;;
  *' --role '*) results=$tools/results ;;
esac
echo 'Building (the first time this takes some minutes)…'
build --workspace --bins --profile "${kind/debug/dev}"

if ! cmp -s infra/api-fuzz/requirements.txt "$tools/installed.txt"; then
  echo 'Installing schemathesis into the cache…'
  python3 -m venv --clear "$tools/venv"
  "$tools/venv/bin/pip" install --quiet --no-deps --requirement infra/api-fuzz/requirements.txt
  cp infra/api-fuzz/requirements.txt "$tools/installed.txt"
fi

echo 'Asking…'
"$tools/venv/bin/python" -B infra/api-fuzz/run.py "$CARGO_TARGET_DIR/$kind/bench" "$results" --kept "$tools/said" "$@"
