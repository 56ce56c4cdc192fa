#!/usr/bin/env bash
# Packs, installs in a Debian of its own that boots with systemd, uses, upgrades, removes; validates the other ways
# to run it. Needs root. NP_BINARY=file takes a release that is already built.
. "$(dirname "$0")/lib.sh"
here=infra/package-test
. "$here/machine.sh"
. "$here/package.sh"
. "$here/product.sh"
. "$here/engines.sh"
. "$here/nodes.sh"
. "$here/elsewhere.sh"

[ "$(id -u)" = 0 ] || { echo 'This boots a machine of its own: run it as root.' >&2; exit 1; }

scratch=$(mktemp -d)
clean_up() {
  stop_machine
  rm -rf "$scratch" "$report" "$said"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# not_tried WHAT WHY: said at the end, so that nobody takes it for tried.
not_tried() { printf '  %s: %s\n' "$1" "$2" >>"$scratch/not-tried"; }
touch "$scratch/not-tried"

step 'package' pack
step 'package: what it holds' look_inside
step 'machine: boot' boot_machine
step 'install' install_package
step 'units: verified, and exposed little' units_hold
step 'settings: each of the program, in the file' settings_match
step 'use: pages, sign-in by mail' use_product
step 'use: settings as an editor may leave them' read_last_line
step 'use: secrets from files' use_secret_file
step 'use: behind nginx and Caddy, with TLS and sockets' use_proxies
step 'backup, and putting it back' use_backup
step 'upgrade: keeps data and settings' upgrade_package
step 'serving and working apart, on PostgreSQL' use_apart
step 'two nodes: behind nginx and HAProxy, with NATS' use_nodes
step 'Prometheus: alerts and panels' use_prometheus
step 'image: what it runs, under its limits' use_image_parts
step 'remove, install again, purge' remove_package
step 'compose files' check_compose
step 'Kubernetes manifests' check_manifests
finish
if [ -s "$scratch/not-tried" ]; then
  printf '\n=== Not tried\n'
  cat "$scratch/not-tried"
fi
