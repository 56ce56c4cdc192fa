# Two nodes on PostgreSQL, with NATS between them and a proxy in front. Sourced by package-test.sh.

use_nodes() {
  start_nodes || return 1
  # Our example, with both nodes.
  machine sed "s|^ *server .*|  server 127.0.0.1:8081 max_fails=1 fail_timeout=2s;\n  server 127.0.0.1:8082 max_fails=1 fail_timeout=2s;|" \
    "$examples/nginx/upstream.conf" >"$scratch/machine/etc/nginx/netwerkplatform-upstream.conf"
  machine nginx -t && behind nginx || return 1
  machine sh -c 'cat /etc/ssl/netwerkplatform.crt /etc/ssl/netwerkplatform.key >/etc/ssl/netwerkplatform.pem'
  machine sed "s|^  server .*|  server a 127.0.0.1:8081\n  server b 127.0.0.1:8082|" \
    "$examples/haproxy/haproxy.cfg" >"$scratch/machine/etc/haproxy/haproxy.cfg"
  machine haproxy -c -q -f /etc/haproxy/haproxy.cfg && behind haproxy
}

# Each in a folder of its own, with the limits of the package's units.
start_nodes() {
  local nodes=$scratch/machine/etc/systemd/system node number=0 secret
  secret=$(printf '07%.0s' $(seq 32))
  machine systemctl start postgresql nats-server && machine runuser -u postgres -- psql -q \
    -c "CREATE ROLE nodes LOGIN PASSWORD 'proof'" -c 'CREATE DATABASE nodes OWNER nodes' || return 1
  for node in a b; do
    number=$((number + 1))
    cat >"$nodes/netwerkplatform-$node.service" <<UNIT
[Service]
Type=exec
ExecStart=/usr/bin/env NP_DATA_DIR=/var/lib/netwerkplatform/node-$node NP_LISTEN=127.0.0.1:808$number \\
  NP_METRICS_LISTEN=127.0.0.1:946$number NP_NATS_URL=nats://127.0.0.1:4222 NP_SOCKETS_EACH=6 NP_POSTS_IN_TEN_MINUTES=10000 \\
  NP_DATABASE_URL=postgres://nodes:proof@127.0.0.1/nodes NP_SECRET=$secret NP_PUBLIC_URL=https://platform.example.org NP_BEHIND_PROXY=true \\
  /usr/bin/netwerkplatform serve
UNIT
  done
  machine sh -c 'grep -q platform.example.org /etc/hosts || echo 127.0.0.1 platform.example.org >>/etc/hosts'
  machine systemctl daemon-reload && machine systemctl start netwerkplatform-a netwerkplatform-b &&
    eventually 'both nodes' nodes_are_ready || return 1
  machine runuser -u netwerkplatform -- env NP_DATA_DIR=/var/lib/netwerkplatform/node-a \
    NP_DATABASE_URL=postgres://nodes:proof@127.0.0.1/nodes NP_SECRET="$secret" NP_PUBLIC_URL=https://platform.example.org \
    netwerkplatform tenant open zaanrade 'Gemeente Zaanrade' eigenaar@zaanrade.example
}

nodes_are_ready() {
  machine curl -fsS -o /dev/null -o /dev/null http://127.0.0.1:8081/health/ready http://127.0.0.1:8082/health/ready 2>/dev/null
}

# behind PROXY
behind() {
  machine systemctl restart "$1" && echo "$1:" || return 1
  machine python3 - "$1" <infra/package-test/nodes.py || { last_words "$1"; return 1; }
  machine systemctl stop "$1"
}

# What a proxy and the nodes said of it.
last_words() {
  machine sh -c "tail -n 20 /var/log/$1/error.log /var/log/$1.log 2>/dev/null; \
    journalctl --no-pager --lines 20 --unit $1 --unit netwerkplatform-a --unit netwerkplatform-b"
}

# What Prometheus says of these nodes: no alert and no panel asks for what is not told.
use_prometheus() {
  local folder=/root/prometheus
  cp -r infra/prometheus "$scratch/machine$folder"
  machine promtool check config "$folder/scrape.yaml" && machine promtool test rules "$folder/alerts.test.yaml" || return 1
  # Oftener than in earnest, and of both.
  machine sed -i 's|15s|1s|; s|127.0.0.1:9464|127.0.0.1:9461, 127.0.0.1:9462|' "$folder/scrape.yaml"
  machine systemd-run --quiet --unit=proof-prometheus prometheus --config.file="$folder/scrape.yaml" \
    --storage.tsdb.path=/root/tsdb --web.listen-address=127.0.0.1:9090 || return 1
  eventually 'Prometheus to see both nodes' sees_nodes || return 1
  # A fault, so that there is one to count.
  machine systemctl stop postgresql 'postgresql@*' && same 'without its database' 503 "$(of_a_node)" &&
    machine systemctl start postgresql && eventually 'the nodes to go on' nodes_are_ready && of_a_node >"$scratch/again" || return 1
  eventually 'a series for each alert and panel' all_have_series || { cat "$scratch/without-series"; return 1; }
  machine systemctl stop proof-prometheus netwerkplatform-a netwerkplatform-b nats-server
}

of_a_node() { machine curl -s --max-time 60 -o /dev/null -w '%{http_code}' http://127.0.0.1:8081/o/zaanrade; }

prometheus() {
  local path=$1
  shift
  machine curl -sS --max-time 20 "$@" "http://127.0.0.1:9090/api/v1/$path"
}

series() { prometheus query -G --data-urlencode "query=$1" | jq '.data.result | length'; }

sees_nodes() { [ "$(series 'up{job="netwerkplatform"} == 1' 2>/dev/null)" = 2 ]; }

# What an alert compares, and what a panel draws. What a node exporter tells is tried in alerts.test.yaml alone.
expressions() {
  prometheus rules | jq -r '.data.groups[].rules[].query' | grep -v '^node_' | sed -E 's/ (==|>) [0-9.]+$//'
  jq -r '.panels[].targets[].expr' infra/prometheus/dashboard.json | sed 's/\$__rate_interval/1m/g'
}

all_have_series() {
  expressions | while read -r expression; do
    [ "$(series "$expression")" -gt 0 ] || echo "$expression"
  done >"$scratch/without-series"
  [ ! -s "$scratch/without-series" ]
}
