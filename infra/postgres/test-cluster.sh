#!/usr/bin/env bash
# A private PostgreSQL cluster for tests and measurements: loopback only, thrown away afterwards.
#
#   test-cluster.sh start FOLDER [--durable]   makes the cluster in FOLDER (new or empty) and prints its URL
#   test-cluster.sh follow FOLDER URL          makes a replica of the cluster at URL in FOLDER and prints its URL
#   test-cluster.sh restart FOLDER             ends it as a crash would, and starts it at the same address
#   test-cluster.sh stop FOLDER                stops it and removes FOLDER
#
# PostgreSQL refuses to run as root: then everything happens as the user `postgres` of the Debian package.
# The URL is the administrator's. `np_owner` owns what tests make, and `np_runtime` runs the program: it owns nothing,
# so that row-level security holds for it. `--durable` keeps fsync, vacuuming and a log that a replica can follow, for
# measurements; tests do without, and plan each statement once: half of what their short connections do is planning.
set -euo pipefail

folder=${2:?a folder}
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || { echo "PostgreSQL's server programs are missing: apt-get install postgresql-15" >&2; exit 1; }

as_server() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

settings() {
  cat <<EOF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder/socket'
max_connections = 200
shared_buffers = 128MB
timezone = 'UTC'
EOF
  if [ "${1:-}" != --durable ]; then
    printf '%s\n' 'fsync = off' 'synchronous_commit = off' 'full_page_writes = off' \
      'autovacuum = off' 'wal_level = minimal' 'max_wal_senders = 0' 'max_wal_size = 128MB' \
      'plan_cache_mode = force_generic_plan'
  fi
}

roles() {
  as_server "$bin/psql" --quiet --no-psqlrc --set ON_ERROR_STOP=1 --host 127.0.0.1 --port "$1" --username np --dbname postgres \
    --command 'CREATE ROLE np_owner LOGIN; CREATE ROLE np_runtime LOGIN'
}

make_folder() {
  mkdir -p "$folder/socket"
  [ "$(id -u)" != 0 ] || chown -R postgres "$folder"
}

# Starts what is in the folder. A port may be taken: another one is tried, a few times.
start_at_a_port() {
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    if as_server "$bin/pg_ctl" start --pgdata "$folder/data" --wait --timeout 60 --silent \
      --log "$folder/server.log" --options "-p $port" >/dev/null; then
      return
    fi
  done
  cat "$folder/server.log" >&2
  return 1
}

start() {
  make_folder
  as_server "$bin/initdb" --pgdata "$folder/data" --username np --auth trust --encoding UTF8 \
    --locale C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1
  settings "$@" | as_server tee -a "$folder/data/postgresql.conf" >/dev/null
  start_at_a_port
  roles "$port"
  echo "postgres://np@127.0.0.1:$port/postgres"
}

follow() {
  make_folder
  as_server "$bin/pg_basebackup" --dbname "$1" --pgdata "$folder/data" --write-recovery-conf --checkpoint fast --no-sync
  printf '%s\n' "unix_socket_directories = '$folder/socket'" | as_server tee -a "$folder/data/postgresql.conf" >/dev/null
  start_at_a_port
  echo "postgres://np@127.0.0.1:$port/postgres"
}

restart() {
  as_server "$bin/pg_ctl" restart --pgdata "$folder/data" --mode immediate --wait --timeout 60 --silent \
    --log "$folder/server.log" >/dev/null
}

stop() {
  if [ -f "$folder/data/postmaster.pid" ]; then
    as_server "$bin/pg_ctl" stop --pgdata "$folder/data" --mode immediate --wait --silent || true
  fi
  rm -rf "$folder"
}

case ${1:-} in
  start) start "${3:-}" ;;
  follow) follow "${3:?a URL}" ;;
  restart) restart ;;
  stop) stop ;;
  *) sed -n '2,8p' "$0" >&2; exit 2 ;;
esac
