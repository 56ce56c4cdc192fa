#!/bin/sh
# Makes what compose.full.yaml asks for, in infra/container/secrets: random, once. Existing files stay as they are.
# Nobody else on this machine gets into the folder; the containers' users read the files in it.
set -eu
cd "$(dirname "$0")"
umask 022
mkdir -p -m 700 secrets

random() { openssl rand -hex "$1"; }
keep() { [ -e "secrets/$1" ] || cat >"secrets/$1"; }

random 32 | keep NP_SECRET
random 24 | keep postgres_password
random 24 | keep runtime_password
# The owner of the tables brings the schema up to date; the program runs as a role that owns nothing.
printf 'postgres://netwerkplatform:%s@postgres/netwerkplatform' "$(cat secrets/postgres_password)" | keep NP_DATABASE_OWNER_URL
printf 'postgres://netwerkplatform_runtime:%s@postgres/netwerkplatform' "$(cat secrets/runtime_password)" | keep NP_DATABASE_URL
random 24 | keep NP_SEARCH_KEY
random 24 | keep nats_password
printf 'netwerkplatform:%s' "$(cat secrets/nats_password)" | keep NP_NATS_CREDENTIALS
printf 'authorization { user: netwerkplatform, password: "%s" }\n' "$(cat secrets/nats_password)" | keep nats.conf
random 10 | keep NP_FILES_KEY_ID
random 24 | keep NP_FILES_KEY
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
