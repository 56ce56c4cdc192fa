#!/bin/bash
# Ends with 0 when the server of this container can do its work. Needs nothing but bash.
set -eu
port=${NP_LISTEN##*:}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
