# The ways to run it that this machine cannot run: their files are validated. Sourced by package-test.sh.

validators() {
  local venv=${XDG_CACHE_HOME:-$HOME/.cache}/netwerkplatform/package-test/venv
  python3 -c 'import ensurepip' 2>/dev/null || need ensurepip python3-venv || return 1
  [ -x "$venv/bin/python" ] || python3 -m venv "$venv" || return 1
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement infra/package-test/requirements.txt &&
    validators=$venv/bin
}

# unknown_settings FILE…: a name that the program does not know would be passed over in silence.
unknown_settings() {
  grep -ohE '\bNP_[A-Z0-9_]+' "$@" | sort -u | comm -23 - "$scratch/known"
}

settings_known() { same "settings of $1 that the program does not know" '' "$(unknown_settings "$@")"; }

check_compose() {
  validators && "$validators/python" infra/package-test/check-compose.py infra/container/compose*.yaml || return 1
  (cd "$scratch" && cp "$OLDPWD/infra/container/make-secrets.sh" . && ./make-secrets.sh >/dev/null) || return 1
  same 'secrets that are made and asked for' '' "$(grep -o 'file: secrets/[^}]*' infra/container/compose.full.yaml |
    cut -d / -f 2 | grep -v '^tls\|^NP_SMTP' | while read -r name; do [ -s "$scratch/secrets/$name" ] || echo "$name"; done)" || return 1
  settings_known infra/container/compose.yaml infra/container/compose.full.yaml || return 1
  not_tried 'compose files' 'started: there is no Docker daemon and no registry of images here'
  not_tried 'Containerfile' 'built: the images that it starts from cannot be fetched here'
}

check_manifests() {
  validators && "$validators/kubectl" kustomize infra/kubernetes >"$scratch/manifests.yaml" &&
    "$validators/kubernetes-validate" --strict --quiet "$scratch/manifests.yaml" &&
    "$validators/python" infra/package-test/check-manifests.py "$scratch/manifests.yaml" || return 1
  settings_known infra/kubernetes/settings.env infra/kubernetes/serve.yaml || return 1
  not_tried 'Kubernetes manifests' 'applied: there is no cluster here'
}
