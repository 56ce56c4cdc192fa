# Shared by the measurements (sourced, never run): a release build, and servers of their own that end with them.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_rust
need /usr/lib/postgresql/15/bin/initdb postgresql-15

scratch=$(mktemp -d)
chmod 711 "$scratch"
nats_server=
clean_up() {
  [ -z "$nats_server" ] || kill "$nats_server" 2>/dev/null || true
  infra/postgres/test-cluster.sh stop "$scratch/postgres"
  rm -rf "$scratch" "$report" "$said"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

build_release() {
  echo 'Building a release (the first time this takes ten minutes or more)…'
  build --release --workspace --bins
}

# start_postgres [--durable]: its address is in $postgres.
start_postgres() {
  postgres=$(infra/postgres/test-cluster.sh start "$scratch/postgres" "$@")
}

# Its address is in $nats.
start_nats() {
  need /usr/sbin/nats-server nats-server
  local ports=$scratch/nats
  mkdir "$ports"
  /usr/sbin/nats-server --addr 127.0.0.1 --port -1 --ports_file_dir "$ports" >"$scratch/nats.log" 2>&1 &
  nats_server=$!
  local tries=0 file
  until file=$(compgen -G "$ports/*.ports") && nats=$(grep -o 'nats://[0-9.:]*' "$file"); do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
      cat "$scratch/nats.log" >&2
      return 1
    fi
    sleep 0.1
  done
}

# measure KIND FILE ARGUMENT…: prints the table and keeps it in FILE.
measure() {
  local kind=$1 file=$2
  shift 2
  # Thousands of sockets, at both ends.
  ulimit -n "$(ulimit -Hn)"
  TMPDIR=$scratch "$CARGO_TARGET_DIR/release/bench" "$kind" --results "$file" \
    --date "$(date +%F), $(rustc --version | cut -d ' ' -f 1-2)" "$@"
}
