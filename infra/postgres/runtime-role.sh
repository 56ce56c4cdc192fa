#!/bin/sh
# Run by the image of PostgreSQL when its volume is new: the role that the program runs as. It owns nothing, so that
# the wall between tenants holds for it (docs/postgresql.md).
set -eu
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/runtime_password)" \
  --username "$POSTGRES_USER" --dbname "${POSTGRES_DB:-$POSTGRES_USER}" <<'SQL'
CREATE ROLE netwerkplatform_runtime LOGIN PASSWORD :'password';
SQL
