# The product as people and operators use it, inside the machine. Sourced by package-test.sh.

mails=/var/lib/netwerkplatform/mail
jar=/root/cookies

# ask PATH CURL-ARGUMENT…: of the server itself.
ask() {
  local path=$1
  shift
  machine curl -sS --max-time 20 "$@" "http://127.0.0.1:8080$path"
}

use_product() {
  # Where nothing is, its hint names the command that is typed here.
  machine netwerkplatformctl doctor &&
    machine sh -c 'cd /root && netwerkplatform doctor || true' | grep 'netwerkplatformctl migrate. makes one' &&
    machine netwerkplatformctl tenant open zaanrade 'Gemeente Zaanrade' eigenaar@zaanrade.example || return 1
  same live ok "$(ask /health/live | jq -r .status)" &&
    same ready ok "$(ask /health/ready | jq -r .status)" || return 1
  ask /o/zaanrade >"$scratch/page" && grep -q 'Gemeente Zaanrade' "$scratch/page" || return 1
  local script
  script=$(grep -o '/assets/index-[^"]*\.js' "$scratch/page" | head -1)
  same 'the script of the page' 200 "$(ask "$script" -o /dev/null -w '%{http_code}')" &&
    sign_in && same 'who is signed in' 200 "$(ask /v1/me -b "$jar" -o /dev/null -w '%{http_code}')"
}

# With the code of a mail in the mail folder.
sign_in() {
  local asked code
  machine rm -rf "$mails"
  asked=$(post /v1/sign-in-codes '{"email": "eigenaar@zaanrade.example"}' | jq -r .id)
  eventually 'a mail with a code' has_mail || return 1
  code=$(machine sh -c "sed -n 's/^Subject: \([0-9]\{6\}\) .*/\1/p' $mails/*.eml")
  post /v1/sessions "{\"kind\": \"code\", \"signInCode\": \"$asked\", \"code\": \"$code\"}" -c "$jar" -o /dev/null
}

post() {
  local path=$1 body=$2
  shift 2
  ask "$path" --fail -H 'content-type: application/json' -d "$body" "$@"
}

has_mail() { machine sh -c "ls $mails/*.eml" >/dev/null 2>&1; }

# Served from what was there before.
still_there() {
  ask /o/zaanrade | grep -q 'Gemeente Zaanrade' &&
    same 'the session from before' 200 "$(ask /v1/me -b "$jar" -o /dev/null -w '%{http_code}')"
}

restart() { machine systemctl restart "$@" && eventually 'the server to be ready' is_ready; }

# The secret that the first start made, from a file of root's: what was signed with it still counts.
use_secret_file() {
  machine sh -c 'umask 077; cp /var/lib/netwerkplatform/secret /etc/netwerkplatform/credentials/NP_SECRET' &&
    restart netwerkplatform && still_there &&
    machine netwerkplatformctl doctor | grep 'secret: from NP_SECRET'
}

# As an editor may leave the file: blanks before a name, and no end of the last line. systemd reads such a line too.
read_last_line() {
  machine sh -c "printf ' NP_PUBLIC_URL=https://last.example' >>$settings_file" &&
    machine netwerkplatformctl doctor | grep 'served at https://last.example' &&
    machine sed -i '$d' "$settings_file"
}

set_up() { machine sed -i "s|^#\?$1=.*|$1=$2|" "$settings_file"; }

use_backup() {
  local made
  machine systemctl start netwerkplatform-backup.service || {
    machine journalctl --no-pager -u netwerkplatform-backup
    return 1
  }
  made=$(machine sh -c 'echo /var/backups/netwerkplatform/2*')
  machine test -f "$made/manifest.json" -a -f /var/backups/netwerkplatform/erased &&
    machine systemctl stop netwerkplatform || return 1
  machine mv /var/lib/netwerkplatform /var/lib/before
  machine install -d -o netwerkplatform -g netwerkplatform -m 700 /var/lib/netwerkplatform &&
    machine netwerkplatformctl restore "$made" &&
    machine netwerkplatformctl erasures replay /var/backups/netwerkplatform/erased && restart netwerkplatform && still_there &&
    machine netwerkplatformctl doctor
}
