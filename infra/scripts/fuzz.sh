#!/usr/bin/env bash
# Looks for frames and texts that nobody thought of, a minute each: `infra/scripts/fuzz.sh 600` looks for ten. What was
# found before is begun with, and stays in the cache; what breaks something is printed and kept there too.
. "$(dirname "$0")/lib.sh"

need_rust
command -v cargo-fuzz >/dev/null || cargo install --locked --version 0.13.2 cargo-fuzz

seconds=${1:-60}
corpus=$CARGO_TARGET_DIR/fuzz/corpus
mkdir -p "$corpus/frame" "$corpus/markdown"
# What is known to be odd, and tried at every run of the tests: the examples of the document, frames, and hostile texts.
grep -A1 '^```json client' docs/realtime.md | grep '^{' | split -l 1 - "$corpus/frame/seed-"
node -e '
  const { readFileSync, writeFileSync } = require("node:fs")
  const [from, to] = process.argv.slice(1)
  for (const [file, folder] of [["infra/fuzz/frames.json", from], ["e2e/fixtures/hostile.json", to]]) {
    const texts = JSON.parse(readFileSync(file, "utf8"))
    texts.forEach((text, number) => writeFileSync(`${folder}/odd-${number}`, text))
  }
' "$corpus/frame" "$corpus/markdown"

cd infra/fuzz
for target in frame markdown; do
  echo "Looking for $target, $seconds seconds…"
  # Without a sanitizer it is built by the stable compiler; unsafe code is forbidden here anyhow.
  cargo fuzz run --fuzz-dir . --target-dir "$CARGO_TARGET_DIR/fuzz" --sanitizer none "$target" "$corpus/$target" -- \
    -max_total_time="$seconds" -max_len=20000 -print_final_stats=1 -artifact_prefix="$CARGO_TARGET_DIR/fuzz/$target-"
done
