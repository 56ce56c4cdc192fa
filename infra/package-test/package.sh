# The package itself: packing, installing, upgrading, removing. Sourced by package-test.sh.

settings_file=/etc/netwerkplatform/netwerkplatform.env

pack() {
  rm -f target/debian/*.deb
  infra/scripts/package.sh --fast && deb=$(echo "$PWD"/target/debian/netwerkplatform_*.deb) && du -h "$deb"
}

look_inside() {
  dpkg-deb --info "$deb" >"$scratch/info"
  dpkg-deb --contents "$deb" >"$scratch/contents"
  local file
  for file in usr/bin/netwerkplatform usr/sbin/netwerkplatformctl usr/share/netwerkplatform/pages/index.html \
    usr/share/netwerkplatform/pages/.vite/manifest.json usr/share/doc/netwerkplatform/copyright \
    usr/share/doc/netwerkplatform/third-party-notices usr/share/doc/netwerkplatform/runbook.md usr/share/doc/netwerkplatform/disk-full.md usr/share/doc/netwerkplatform/reply-by-mail.md \
    usr/share/doc/netwerkplatform/examples/prometheus/alerts.yaml usr/share/man/man8/netwerkplatform.8.gz \
    usr/share/man/man8/netwerkplatformctl.8.gz; do
    grep -q " \./$file$" "$scratch/contents" || { echo "not in the package: $file" >&2; return 1; }
  done
  # Every conffile is one that we mean.
  same conffiles "$settings_file" "$(dpkg-deb --info "$deb" conffiles)" &&
    sed -n 's/^ \(Version\|Depends\|Installed-Size\)/\1/p' "$scratch/info"
}

install_package() {
  cp "$deb" "$scratch/machine/root/one.deb"
  apt_get install /root/one.deb &&
    eventually 'the server to be ready' is_ready &&
    same 'the service' enabled "$(machine systemctl is-enabled netwerkplatform)" &&
    same 'the timer of backups' active "$(machine systemctl is-active netwerkplatform-backup.timer)" &&
    same 'work on its own' disabled "$(machine systemctl is-enabled netwerkplatform-work)"
}

# What it says is shown when it fails.
apt_get() {
  machine apt-get --yes -qq --no-install-recommends "$@" >"$scratch/apt.log" 2>&1 || { cat "$scratch/apt.log"; return 1; }
}

is_ready() { machine curl -fsS -o /dev/null http://127.0.0.1:8080/health/ready 2>/dev/null; }

units_hold() {
  local unit pid
  for unit in netwerkplatform.service netwerkplatform-work.service netwerkplatform-backup.service; do
    machine systemd-analyze verify --man=no "$unit" || return 1
    # 0 is safe, 100 is exposed.
    machine systemd-analyze security --threshold=20 --no-pager "$unit" | tail -1 || return 1
  done
  machine systemd-analyze verify --man=no netwerkplatform-backup.timer || return 1
  pid=$(machine systemctl show --value --property MainPID netwerkplatform)
  same 'capabilities, new rights, system calls' '0000000000000000 1 2' \
    "$(machine awk '/^(CapEff|NoNewPrivs|Seccomp):/ {printf "%s%s", sep, $2; sep=" "}' "/proc/$pid/status")" &&
    same 'who can read the data' 'netwerkplatform 700' "$(machine stat -c '%U %a' /var/lib/netwerkplatform)"
}

# Nothing that the program knows is left out of the file.
settings_match() {
  machine netwerkplatform --help | grep -o 'env: NP_[A-Z0-9_]*' | cut -d ' ' -f 2 | sort -u >"$scratch/known"
  machine grep -oE '^#?NP_[A-Z0-9_]+=' "$settings_file" | tr -d '#=' | sort -u >"$scratch/in-file"
  same 'settings that the file does not explain' '' "$(comm -23 "$scratch/known" "$scratch/in-file")" &&
    settings_known infra/debian/netwerkplatform.env
}

# The same package with the next number and a changed settings file, as a new release has.
next_package() {
  local tree=$scratch/next version
  dpkg-deb --raw-extract "$deb" "$tree"
  version=$(dpkg-deb --field "$deb" Version)
  sed -i "s/^Version: .*/Version: $version+1/" "$tree/DEBIAN/control"
  echo '# Something new.' >>"$tree$settings_file"
  (cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | xargs -0 md5sum >DEBIAN/md5sums)
  dpkg-deb -Zgzip -z1 --root-owner-group --build "$tree" "$scratch/machine/root/two.deb" >/dev/null
}

upgrade_package() {
  local before after
  next_package || return 1
  before=$(machine systemctl show --value --property InvocationID netwerkplatform)
  apt_get install -o Dpkg::Options::=--force-confold /root/two.deb &&
    eventually 'the server to be ready' is_ready || return 1
  after=$(machine systemctl show --value --property InvocationID netwerkplatform)
  [ "$before" != "$after" ] || { echo 'the new version does not run' >&2; return 1; }
  machine grep -q '^NP_MAIL_NAME="Praat mee"$' "$settings_file" && still_there
}

remove_package() {
  machine systemctl stop nginx caddy postgresql 2>/dev/null
  apt_get remove netwerkplatform || return 1
  same 'a removed service' inactive "$(machine systemctl is-active netwerkplatform)" &&
    machine test -f "$settings_file" -a -f /var/lib/netwerkplatform/netwerkplatform.sqlite || return 1
  apt_get install /root/two.deb &&
    eventually 'the server to be ready again' is_ready && still_there || return 1
  apt_get purge netwerkplatform || return 1
  machine test ! -e "$settings_file" -a ! -e /usr/share/netwerkplatform -a ! -e /usr/lib/netwerkplatform &&
    machine test -f /var/lib/netwerkplatform/netwerkplatform.sqlite -a -f /etc/netwerkplatform/credentials/NP_SECRET &&
    machine sh -c 'ls /var/backups/netwerkplatform/*/manifest.json' &&
    same 'units that failed' '' "$(machine systemctl list-units --failed --plain --no-legend 'netwerkplatform*')"
}
