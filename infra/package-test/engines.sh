# What stands around the server: proxies, PostgreSQL, the limits of a container. Sourced by package-test.sh.

examples=/usr/share/doc/netwerkplatform/examples

use_proxies() {
  set_up NP_PUBLIC_URL https://platform.example.org && set_up NP_BEHIND_PROXY true &&
    set_up NP_MAIL_NAME '"Praat mee"' && restart netwerkplatform || return 1
  machine openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=platform.example.org \
    -addext subjectAltName=DNS:platform.example.org -keyout /etc/ssl/netwerkplatform.key \
    -out /etc/ssl/netwerkplatform.crt 2>/dev/null || return 1
  machine cp "$examples/nginx/netwerkplatform.conf" /etc/nginx/conf.d/
  machine cp "$examples/nginx/upstream.conf" /etc/nginx/netwerkplatform-upstream.conf
  machine nginx -t && machine systemctl restart nginx && through_proxy nginx &&
    same 'nginx: a file that is too large' 413 "$(too_large)" && machine systemctl stop nginx || return 1
  # No authority reaches this machine: the same certificate instead of one that Caddy fetches.
  machine cp "$examples/caddy/Caddyfile" /etc/caddy/Caddyfile
  machine chgrp caddy /etc/ssl/netwerkplatform.key
  machine chmod 640 /etc/ssl/netwerkplatform.key
  machine sed -i 's|^platform.example.org {|&\n\ttls /etc/ssl/netwerkplatform.crt /etc/ssl/netwerkplatform.key|' \
    /etc/caddy/Caddyfile
  machine caddy validate --config /etc/caddy/Caddyfile --adapter caddyfile >"$scratch/caddy.log" 2>&1 ||
    { cat "$scratch/caddy.log"; return 1; }
  machine systemctl restart caddy && through_proxy Caddy && machine systemctl stop caddy || return 1
  # Behind TLS a session has a cookie of another name (`__Host-`): what follows asks with the one from before.
  set_up NP_PUBLIC_URL http://localhost:8080 && set_up NP_BEHIND_PROXY false && restart netwerkplatform && still_there
}

# outside CURL-ARGUMENT…: as a browser asks.
outside() {
  machine curl -sS --max-time 20 --resolve platform.example.org:443:127.0.0.1 --resolve platform.example.org:80:127.0.0.1 \
    --cacert /etc/ssl/netwerkplatform.crt "$@"
}

through_proxy() {
  local site=https://platform.example.org
  eventually "$1" outside -f -o /dev/null "$site/health/ready" || return 1
  outside -D - -o /dev/null "$site/o/zaanrade" >"$scratch/head"
  same "$1: HSTS once" 1 "$(grep -ci '^strict-transport-security:' "$scratch/head")" &&
    same "$1: content security policy once" 1 "$(grep -ci '^content-security-policy:' "$scratch/head")" &&
    same "$1: from http to https" 308 "$(outside -o /dev/null -w '%{http_code}' http://platform.example.org/o/zaanrade)" &&
    same "$1: a socket" 101 "$(shake_hands "$site")"
}

# The connection stays open, so it is curl that ends it.
shake_hands() {
  outside --http1.1 --max-time 2 -o /dev/null -w '%{http_code}' -H 'Connection: Upgrade' -H 'Upgrade: websocket' \
    -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' \
    -H 'Sec-WebSocket-Protocol: netwerkplatform.v1' -H "Origin: $1" "$1/v1/socket" 2>/dev/null || true
}

# Caddy asks the server first, which says so itself.
too_large() {
  machine truncate -s 30M /root/large
  outside -o /dev/null -w '%{http_code}' -F file=@/root/large https://platform.example.org/v1/files
}

# As docs/installing.md says: one that serves and one that works, on PostgreSQL, its address a secret.
use_apart() {
  local drop_in=/etc/systemd/system/netwerkplatform.service.d
  local secret=/etc/netwerkplatform/credentials/NP_DATABASE_URL operator=/etc/netwerkplatform/operator
  machine systemctl start postgresql && machine runuser -u postgres -- psql -q \
    -c "CREATE ROLE netwerkplatform LOGIN PASSWORD 'proof'" \
    -c "CREATE ROLE netwerkplatform_owner LOGIN PASSWORD 'proof'" \
    -c 'CREATE DATABASE netwerkplatform OWNER netwerkplatform_owner' || return 1
  machine sh -c "umask 077; printf postgres://netwerkplatform:proof@127.0.0.1/netwerkplatform >$secret"
  machine sh -c "umask 077; mkdir -p $operator; printf postgres://netwerkplatform_owner:proof@127.0.0.1/netwerkplatform >$operator/NP_DATABASE_OWNER_URL"
  machine mkdir -p "$drop_in"
  machine tee "$drop_in/override.conf" >/dev/null <<'UNIT'
[Service]
ExecStart=
ExecStart=/usr/lib/netwerkplatform/with-secrets /usr/bin/netwerkplatform serve --no-work
UNIT
  machine systemctl daemon-reload && machine systemctl stop netwerkplatform &&
    machine netwerkplatformctl migrate && machine systemctl start netwerkplatform netwerkplatform-work &&
    eventually 'the server to be ready' is_ready &&
    machine netwerkplatformctl tenant open zaanrade 'Gemeente Zaanrade' eigenaar@zaanrade.example || return 1
  ask /o/zaanrade | grep -q 'Gemeente Zaanrade' && machine netwerkplatformctl doctor >"$scratch/doctor" || return 1
  grep PostgreSQL "$scratch/doctor" && grep 'this role cannot take it down' "$scratch/doctor" || return 1
  machine cp "$jar" "$jar.sqlite"
  sign_in && same 'the worker' active "$(machine systemctl is-active netwerkplatform-work)" || return 1
  # Back to how it was.
  machine systemctl stop netwerkplatform-work
  machine mv "$jar.sqlite" "$jar"
  machine rm "$secret" "$drop_in/override.conf"
  machine systemctl daemon-reload && restart netwerkplatform && still_there
}

# What the last stage of the Containerfile puts together, without the rights that a container does not get.
use_image_parts() {
  local file=infra/container/Containerfile settings entry
  settings=$(sed -n '/^ENV /,/[^\\]$/p' "$file" | grep -oE '[A-Z_]+=[^ \\]+' |
    sed 's|^|--setenv=|; s|/var/lib/netwerkplatform|/var/lib/image|; s|0:8080|0:8090|')
  entry=$(sed -n 's/^\(ENTRYPOINT\|CMD\) //p' "$file" | jq -rs 'add | join(" ")')
  cp infra/container/healthy.sh "$scratch/machine/usr/local/bin/healthy"
  cp infra/container/netwerkplatformctl "$scratch/machine/usr/local/bin/image-ctl"
  # shellcheck disable=SC2086
  machine systemd-run --quiet --unit=image -p User=netwerkplatform -p StateDirectory=image -p ProtectSystem=strict \
    -p LimitNOFILE=512:4096 \
    -p ReadOnlyPaths=/ -p ReadWritePaths=/var/lib/image -p CapabilityBoundingSet= -p NoNewPrivileges=yes \
    $settings $entry || return 1
  eventually 'the health check of the image' machine env NP_LISTEN=0.0.0.0:8090 /usr/local/bin/healthy || return 1
  same 'files that it may open' 4096 "$(machine sh -c 'it=$(systemctl show --value --property MainPID image)
    awk "/^Max open files/ {print \$4}" "/proc/$(tr -d " " <"/proc/$it/task/$it/children")/limits"')" || return 1
  # As `docker compose exec` does: the same user and settings, past the entry point.
  # shellcheck disable=SC2086
  machine systemd-run --quiet --wait --pipe -p User=netwerkplatform $settings /usr/local/bin/image-ctl doctor &&
    machine systemctl stop image &&
    ! machine env NP_LISTEN=0.0.0.0:8090 /usr/local/bin/healthy 2>/dev/null
}
