#!/bin/sh
# Makes what compose.full.yaml asks for, in infra/container/secrets: random, once. Existing files stay as they are.
# Nobody else on this machine gets into the folder; the containers' users read the files in it.
set -eu
cd "$(dirname "$0")"
umask 022
mkdir -p -m 700 secrets

# Whole or not at all: what is left half or empty would be kept the next time.
keep() { [ -e "secrets/$1" ] || { cat >"secrets/.$1" && mv "secrets/.$1" "secrets/$1"; }; }
# random NAME BYTES
random() {
  text=$(openssl rand -hex "$2")
  printf '%s\n' "$text" | keep "$1"
}

random NP_SECRET 32
random postgres_password 24
random runtime_password 24
# The owner of the tables brings the schema up to date; the program runs as a role that owns nothing.
printf 'postgres://netwerkplatform:%s@postgres/netwerkplatform' "$(cat secrets/postgres_password)" | keep NP_DATABASE_OWNER_URL
printf 'postgres://netwerkplatform_runtime:%s@postgres/netwerkplatform' "$(cat secrets/runtime_password)" | keep NP_DATABASE_URL
random NP_SEARCH_KEY 24
random nats_password 24
printf 'netwerkplatform:%s' "$(cat secrets/nats_password)" | keep NP_NATS_CREDENTIALS
printf 'authorization { user: netwerkplatform, password: "%s" }\n' "$(cat secrets/nats_password)" | keep nats.conf
random NP_FILES_KEY_ID 10
random NP_FILES_KEY 24
keep storage.json <<JSON
{"identities": [{"name": "netwerkplatform", "actions": ["Admin", "Read", "Write", "List", "Tagging"],
  "credentials": [{"accessKey": "$(cat secrets/NP_FILES_KEY_ID)", "secretKey": "$(cat secrets/NP_FILES_KEY)"}]}]}
JSON
keep NP_SMTP_USER </dev/null
keep NP_SMTP_PASSWORD </dev/null
cat <<'NOTE'
Still yours to bring, in infra/container/secrets:
  tls.crt, tls.key                the certificate of NP_PUBLIC_URL
  NP_SMTP_USER, NP_SMTP_PASSWORD  of the mail server; both stay empty for one that asks for none
NOTE
