#!/usr/bin/env bash
# The whole gate, from a fresh clone: installs what is missing, then the fast part first.
# ADR_RULESET=file lints the API with another ruleset than our own (infra/api-design-rules/README.md).
. "$(dirname "$0")/lib.sh"
go_there test.sh "$@"

# Nothing is written by a test that only should have compared.
export CI=true

# A little optimised (Cargo.toml): it takes longer to build and far shorter to run.
profile=gate
binary=$CARGO_TARGET_DIR/$profile/netwerkplatform
xtask=$CARGO_TARGET_DIR/$profile/xtask

scratch=$(scratch_folder)
# The database server runs as somebody else, and tests clean up with the folder.
chmod 711 "$scratch"
mkdir "$scratch/tmp"
clean_up() {
  infra/postgres/test-cluster.sh stop "$scratch/postgres"
  rm -rf "$scratch" "$report" "$said"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

tools() {
  need_rust && need_node && need_nextest &&
    need /usr/lib/postgresql/15/bin/initdb postgresql-15 &&
    need /usr/sbin/nats-server nats-server &&
    need /usr/bin/chromium-headless-shell chromium-headless-shell fonts-dejavu-core &&
    need openssl openssl &&
    packages frontend && packages e2e && packages infra/api-design-rules && packages infra/smtp-server
}

rust_docs() {
  RUSTDOCFLAGS='--deny warnings' cargo doc --locked --profile $profile --workspace --no-deps --document-private-items --quiet
}

# nextest NAME ARGUMENT…: runs tests and keeps their closing line for the end.
summaries=$scratch/summaries
nextest() {
  local name=$1
  shift
  cargo nextest run --locked --cargo-profile $profile --workspace "$@" 2>&1 | tee "$scratch/nextest.log" || return 1
  grep 'Summary \[' "$scratch/nextest.log" | sed "s|^|$name: |" >>"$summaries"
}

# Each platform under test leaves the statements that it sent, for `plans`.
on_sqlite() {
  TMPDIR=$scratch/tmp NP_TEST_DATABASE=sqlite NP_TEST_STATEMENTS=$scratch/statements/sqlite nextest SQLite
}

on_postgres() {
  NP_TEST_POSTGRES_URL=$(infra/postgres/test-cluster.sh start "$scratch/postgres") || return 1
  export NP_TEST_POSTGRES_URL
  TMPDIR=$scratch/tmp NP_TEST_DATABASE=postgres NP_TEST_STATEMENTS=$scratch/statements/postgres \
    nextest PostgreSQL --ignore-default-filter \
    -E "(package(api-tests) - $read_plans) | package(migrations) | (package(process-tests) & test(/^nodes::/))"
}

# plans DATABASE: how it looks for what the tests have asked of it.
read_plans='test(=plans::no_statement_reads_a_large_table_whole)'
plans() {
  TMPDIR=$scratch/tmp NP_TEST_DATABASE=$1 NP_TEST_STATEMENTS=$scratch/statements/$1 \
    nextest "plans, $1" --ignore-default-filter -E "$read_plans"
}

# What is generated is committed, and still what would be generated now; tests compare the rest.
types() {
  (cd frontend && npx --no-install openapi-typescript ../backend/openapi.json --output "$scratch/schema.d.ts" \
    --alphabetize --empty-objects-unknown >/dev/null) &&
    diff -u frontend/src/api/schema.d.ts "$scratch/schema.d.ts"
}

api_rules() {
  infra/api-design-rules/node_modules/.bin/spectral lint --fail-severity error \
    --ruleset "${ADR_RULESET:-infra/api-design-rules/ruleset.yaml}" backend/openapi.json
}

browser() {
  npm --prefix e2e run --silent check && NP_BINARY=$binary TMPDIR=$scratch/tmp npm --prefix e2e run --silent test
}

step 'room on the disk' room 15
step 'tools' tools
step 'format' cargo fmt --all --check
step 'front end: types and lints' npm --prefix frontend run --silent check
step 'front end: tests' npm --prefix frontend run --silent test
step 'front end: build' npm --prefix frontend run --silent build
step 'front end: size' npm --prefix frontend run --silent size
step 'lints' cargo clippy --locked --profile $profile --workspace --all-targets --quiet -- --deny warnings
step 'build' cargo build --locked --profile $profile --workspace --bins --quiet
step 'house rules' "$xtask" tidy
step 'licences' "$xtask" licences
step 'contract: types of the front end' types
step 'contract: API Design Rules' api_rules
step 'tests on SQLite' on_sqlite
step 'tests on PostgreSQL' on_postgres
step 'plans on SQLite' plans sqlite
step 'plans on PostgreSQL' plans postgres
step 'documentation' rust_docs
step 'browser' browser
finish
cat "$summaries"
