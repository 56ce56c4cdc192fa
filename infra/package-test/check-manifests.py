"""What Haven and the `restricted` Pod Security Standard ask of the manifests, a line for each that is not so."""

import sys
from pathlib import Path

import yaml

objects = [it for it in yaml.safe_load_all(Path(sys.argv[1]).read_text()) if it]
by_kind = {}
for it in objects:
    by_kind.setdefault(it["kind"], []).append(it)
pods = {it["metadata"]["name"]: it for it in by_kind["Deployment"]}
wrong = []


def must(what, holds):
    if not holds:
        wrong.append(what)


for kind in ("ClusterRole", "ClusterRoleBinding", "Secret", "Namespace"):
    must(f"no {kind}", kind not in by_kind)
must("one namespace for all", len({it["metadata"]["namespace"] for it in objects}) == 1)
selected = [it["spec"]["podSelector"]["matchLabels"] for it in by_kind["NetworkPolicy"]]
must("a NetworkPolicy for all pods", {"app.kubernetes.io/name": "netwerkplatform"} in selected)
let_in = [rule for it in by_kind["NetworkPolicy"] for rule in it["spec"].get("ingress", [])]
must("Prometheus is let in", any({"port": "metrics"} in rule["ports"] for rule in let_in))
must("a PodDisruptionBudget", "PodDisruptionBudget" in by_kind)

for name, deployment in pods.items():
    spec = deployment["spec"]["template"]["spec"]
    must(f"{name}: runs as a user, not as root", spec["securityContext"]["runAsNonRoot"])
    must(f"{name}: seccomp", spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"})
    must(f"{name}: no token of the cluster", spec["automountServiceAccountToken"] is False)
    must(f"{name}: nothing of the host", not any(spec.get(it) for it in ("hostNetwork", "hostPID", "hostIPC")))
    for container in spec["initContainers"] + spec["containers"]:
        limits = container["securityContext"]
        must(f"{name}: read-only root", limits["readOnlyRootFilesystem"])
        must(f"{name}: no more rights", limits["allowPrivilegeEscalation"] is False)
        must(f"{name}: no capabilities", limits["capabilities"] == {"drop": ["ALL"]})
        resources = container["resources"]
        must(f"{name}: requests and a limit", resources["requests"] and resources["limits"]["memory"])
        must(f"{name}: a version, not latest", container["image"].rsplit(":", 1)[1] != "latest")
    ports = {it["name"]: it["containerPort"] for it in spec["containers"][0]["ports"]}
    must(f"{name}: a port for Prometheus", ports.get("metrics") == 9464)

serve = pods["serve"]["spec"]
container = serve["template"]["spec"]["containers"][0]
must("serve: two replicas", serve["replicas"] >= 2)
must("serve: replaced without a gap", serve["strategy"]["rollingUpdate"]["maxUnavailable"] == 0)
must("serve: spread", serve["template"]["spec"]["topologySpreadConstraints"])
must("serve: alive", container["livenessProbe"]["httpGet"]["path"] == "/health/live")
must("serve: ready", container["readinessProbe"]["httpGet"]["path"] == "/health/ready")
# The wait of preStop, and what backend/app/src/server.rs says.
must("serve: time to finish", serve["template"]["spec"]["terminationGracePeriodSeconds"] > 5 + 27)
must("work: one at a time", pods["work"]["spec"]["replicas"] == 1 and pods["work"]["spec"]["strategy"] == {"type": "Recreate"})
work = pods["work"]["spec"]["template"]["spec"]
must("work: alive", work["containers"][0]["livenessProbe"]["httpGet"]["port"] == "metrics")
must("work: time to finish", work["terminationGracePeriodSeconds"] > 25)

for what in wrong:
    print(f"not so: {what}", file=sys.stderr)
sys.exit(bool(wrong))
