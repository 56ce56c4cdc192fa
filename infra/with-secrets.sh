#!/bin/sh
# shellcheck disable=SC3045 # ulimit -H and -S: dash, bash and busybox know them.
# Runs a command with its secrets: the text of each file that is named after a setting (NP_SECRET,
# NP_SMTP_PASSWORD, …) becomes that setting. They lie in $CREDENTIALS_DIRECTORY, where systemd puts its own name
# before theirs, or else in /run/secrets, where containers have them.
set -eu
for file in "${CREDENTIALS_DIRECTORY:-/run/secrets}"/*NP_*; do
  name=NP_${file##*NP_}
  # A copy that an editor left is not a setting.
  case $name in *[!A-Z0-9_]*) continue ;; esac
  # On a line of its own: what cannot be read ends the start.
  value=$(cat "$file")
  # A mail server that asks for no name and password: both files are empty, and neither is a setting.
  case $name=$value in NP_SMTP_USER= | NP_SMTP_PASSWORD=) continue ;; esac
  export "$name=$value"
done
# Each socket is an open file, and where containers begin with 1024 of them nothing else lets more be opened. The unit of
# Debian allows as many.
files=65536
most=$(ulimit -H -n)
[ "$most" = unlimited ] || [ "$most" -ge "$files" ] || files=$most
now=$(ulimit -S -n)
[ "$now" = unlimited ] || [ "$now" -ge "$files" ] || ulimit -S -n "$files" || true
exec "$@"
