#!/usr/bin/env python3
"""Asks the API what its own contract makes up, in five roles: run.py BINARY RESULTS [--short]. api-fuzz.sh runs it."""

import argparse
import concurrent.futures
import contextlib
import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

from world import DOORS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CONTRACT = ROOT / "backend/openapi.json"
# How many questions of each phase an operation gets, and how long one role may take, in seconds.
EXTENTS = {"full": (24, 1_500), "short": (2, 90)}
NOWHERE_EXTENTS = {"full": (16, 900), "short": (4, 60)}
LEAST = 20_000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def server(binary, data, log):
    """A demonstration of its own, without limits on how often one may ask."""
    port = free_port()
    origin = f"http://127.0.0.1:{port}"
    # No page is asked for; the folder that they would be in is.
    pages = pathlib.Path(data) / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    settings = {
        **os.environ,
        "NP_DATA_DIR": str(data),
        "NP_WEB_DIR": str(pages),
        "NP_LISTEN": f"127.0.0.1:{port}",
        "NP_PUBLIC_URL": origin,
        "NP_POSTS_IN_TEN_MINUTES": "0",
        "RUST_LOG": "warn",
    }
    with open(log, "wb") as said:
        running = subprocess.Popen([binary, "serve"], cwd=ROOT, env=settings, stdout=said, stderr=said)
    try:
        wait_for(f"{origin}/health/ready", running)
        yield origin
        if running.poll() is not None:
            sys.exit(f"the server ended with {running.returncode}: see {log}")
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(60)


def wait_for(address, running):
    until = time.monotonic() + 120
    while running.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError):
            if urllib.request.urlopen(address, timeout=5).status == 200:
                return
        time.sleep(0.1)
    sys.exit("the server did not become ready")


def ask(role, origin, extent, folder, nowhere):
    """One run of the tool; what it found, and what the hooks noted."""
    examples, seconds = extent
    notes, found = folder / "notes.json", folder / "found.json"
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "hooks",
        "PYTHONPATH": str(HERE),
        "NP_FUZZ_ORIGIN": origin,
        "NP_FUZZ_ROLE": role,
        "NP_FUZZ_NOTES": str(notes),
        "NP_FUZZ_CONTRACT": str(CONTRACT),
        "NP_FUZZ_NOWHERE": "1" if nowhere else "0",
    }
    tool, rules = pathlib.Path(sys.executable).with_name("st"), HERE / "schemathesis.toml"
    command = [tool, f"--config-file={rules}", "run", CONTRACT]
    command += [f"--url={origin}/v1", f"--max-examples={examples}", "--no-color", f"--report-json-path={found}"]
    if nowhere:
        command += ["--phases=fuzzing", "--mode=positive", "--checks=not_a_server_error,leads_nowhere", "--no-shrink"]
    else:
        command += ["--phases=examples,coverage,fuzzing,stateful", "--exclude-checks=leads_nowhere"]
    with open(folder / "said.txt", "wb") as said:
        running = subprocess.Popen(command, env=environment, stdout=said, stderr=said, cwd=folder)
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            # Asked to stop, it still tells what it found.
            running.send_signal(signal.SIGINT)
            running.wait(60)
    if not found.exists() or not notes.exists():
        sys.exit(f"{role}: {(folder / 'said.txt').read_text(errors='replace')[-3_000:]}")
    return json.loads(found.read_text()), json.loads(notes.read_text())


def failures(role, found):
    for group in found["failures"]:
        operations = ", ".join(group["operations"])
        yield f"{role}: {group['title']}: {operations}"
    for group in found["errors"]:
        yield f"{role}: {group['title']}, {group['count']} times"


def findings(trial, name, fault, build):
    version = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return {
        "trial": trial,
        "name": name,
        "fault": fault,
        "database": "sqlite",
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "machine": f"{os.cpu_count()} cores of {model[1] if model else platform.machine()}, Linux {platform.release()}",
        "version": f"{version[1] if version else ''} {build}",
        "seed": 1,
        "rounds": 0,
        "load": "questions that schemathesis makes up from the contract, two roles at a time, each at its own server",
        "accepted": 0,
        "lost": 0,
        "doubled": 0,
        "recoveredInMs": None,
        "seconds": 0,
        "verdict": "held",
        "broken": [],
        "late": [],
        "measured": {},
    }


def one(code, role, nowhere, extent, content, arguments):
    """One role, at a server of its own: what was noted, and each expectation that was not met."""
    place = arguments.kept / f"{code}-{role}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="netwerkplatform-") as data:
        shutil.copytree(content, data, dirs_exist_ok=True)
        with server(arguments.binary, data, place / "server.log") as origin:
            found, notes = ask(role, origin, extent, place, nowhere)
    broken = list(failures(role, found))
    log = (place / "server.log").read_text(errors="replace")
    amiss = re.findall(r"(?: ERROR |panicked at).*", log)
    broken += sorted({f"{role}: in the log: {line.strip()[:200]}" for line in amiss})
    many = notes["asked"]["all"]
    if not arguments.short and not nowhere and many < LEAST:
        broken.append(f"{role}: {many} questions, where {LEAST} are asked for")
    return notes, broken


def trial(name, told, roles, extent, content, arguments):
    """One trial: what all roles found, two of them at a time."""
    code, fault, nowhere = told
    began = time.monotonic()
    result = findings(code, name, fault, pathlib.Path(arguments.binary).parent.name)
    measured, broken = result["measured"], result["broken"]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        all_found = pool.map(lambda role: one(code, role, nowhere, extent, content, arguments), roles)
        for role, (notes, amiss) in zip(roles, all_found):
            asked, answered = notes["asked"], notes["answered"]
            result["rounds"] += asked["all"]
            result["accepted"] += sum(many for status, many in answered.items() if status.startswith("2"))
            measured[f"{role}: questions"] = f"{asked['all']}; {len(notes['reached'])} operations did what was asked"
            measured[f"{role}: answers"] = ", ".join(f"{status}: {answered[status]}" for status in sorted(answered))
            if nowhere:
                kinds = (f"{what}: {many}" for what, many in sorted(asked.items()) if what != "all")
                measured[f"{role}: led nowhere"] = ", ".join(kinds)
            broken += amiss
            print(f"{code} {role}: {measured[f'{role}: questions']}; {measured[f'{role}: answers']}", flush=True)
    result["seconds"] = round(time.monotonic() - began)
    result["verdict"] = "broken" if broken else "held"
    for line in broken:
        print(f"  broken: {line}", flush=True)
    arguments.results.mkdir(parents=True, exist_ok=True)
    text = json.dumps(result, indent=2, ensure_ascii=False)
    (arguments.results / f"{code}-sqlite.json").write_text(text + "\n", encoding="utf-8")
    return not broken


TRIALS = {
    "contract": ("I1", "what the contract allows and what it does not, as five kinds of people", False),
    "nowhere": ("I15", "ids of others, guessed, impossible, and cursors that were tampered with", True),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary")
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--kept", type=pathlib.Path, required=True, help="where what was said is kept")
    parser.add_argument("--short", action="store_true", help="two minutes; asserts no number of questions")
    parser.add_argument("--only", choices=TRIALS, action="append")
    parser.add_argument("--role", choices=DOORS, action="append")
    arguments = parser.parse_args()
    size = "short" if arguments.short else "full"
    held = True
    arguments.kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="netwerkplatform-") as content:
        # Made once; each role gets a copy.
        with server(arguments.binary, content, arguments.kept / "content.log"):
            pass
        for name in arguments.only or TRIALS:
            extent = (NOWHERE_EXTENTS if TRIALS[name][2] else EXTENTS)[size]
            held &= trial(name, TRIALS[name], arguments.role or list(DOORS), extent, content, arguments)
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
