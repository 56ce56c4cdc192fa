# A Debian of its own with systemd as its first process, and no network but its loopback. Sourced by package-test.sh.

base=${XDG_CACHE_HOME:-$HOME/.cache}/netwerkplatform/package-test/base.tar
base_holds=systemd,systemd-sysv,dbus,ca-certificates,curl,jq,openssl,nginx,caddy,haproxy,postgresql,nats-server,prometheus,\
python3-websockets,tini,xz-utils
leader=
nspawn=

# Fetched once, and again when the list above changes.
make_base() {
  if [ -f "$base" ] && [ "$(cat "$base.holds" 2>/dev/null)" = "$base_holds" ]; then return 0; fi
  need mmdebstrap mmdebstrap
  mkdir -p "$(dirname "$base")"
  echo 'Fetching a Debian to install in (once; some minutes)'
  mmdebstrap --quiet --variant=minbase --include="$base_holds" bookworm "${base%.tar}.part.tar"
  mv "${base%.tar}.part.tar" "$base"
  printf '%s' "$base_holds" >"$base.holds"
}

boot_machine() {
  make_base && need systemd-nspawn systemd-container || return 1
  mkdir "$scratch/machine"
  tar -C "$scratch/machine" -xf "$base"
  # They are started by hand when it is their turn.
  rm -f "$scratch"/machine/etc/systemd/system/multi-user.target.wants/{nginx,caddy,haproxy,postgresql,nats-server,prometheus}*.service
  systemd-nspawn --quiet --directory="$scratch/machine" --private-network --register=no --keep-unit --boot \
    --console=pipe </dev/null >"$scratch/boot.log" 2>&1 &
  nspawn=$!
  eventually 'the machine to boot' is_up || { tail "$scratch/boot.log"; return 1; }
}

is_up() {
  leader=$(pgrep --parent "$nspawn" | head -1) && [ -n "$leader" ] || return 1
  machine systemctl is-system-running 2>/dev/null | grep -qE '^(running|degraded)$'
}

stop_machine() {
  [ -n "$nspawn" ] || return 0
  kill "$nspawn" 2>/dev/null && wait "$nspawn" 2>/dev/null || true
  nspawn=
}

# machine COMMAND…: inside it, as root, with a clean environment.
machine() {
  nsenter --target "$leader" --all -- env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"
}

# eventually WHAT COMMAND…: looks until it is so, for a minute at most.
eventually() {
  local what=$1 ends=$((SECONDS + 60))
  shift
  until "$@"; do
    if [ $SECONDS -ge $ends ]; then
      echo "Waited a minute for $what" >&2
      return 1
    fi
    sleep 0.2
  done
}

# same WHAT EXPECTED FOUND
same() {
  [ "$2" = "$3" ] || { printf '%s: expected %s, found %s\n' "$1" "$2" "$3" >&2; return 1; }
}
