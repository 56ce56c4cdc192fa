"""Loaded by schemathesis: who asks, ids of things that are there, and, on demand, ids that lead nowhere."""

import atexit
import collections
import hashlib
import json
import os
import re
import threading
import uuid

import requests
import schemathesis
from schemathesis.core.failures import Failure
from world import DOORS, TEXT, Asker, Contract, Pool, look_around

ORIGIN = os.environ["NP_FUZZ_ORIGIN"]
ROLE = os.environ["NP_FUZZ_ROLE"]
NOTES = os.environ["NP_FUZZ_NOTES"]
# Ids that lead nowhere, instead of ids that lead somewhere.
NOWHERE = os.environ.get("NP_FUZZ_NOWHERE") == "1"
# No run asks more than this, whatever it is told.
MOST = 100_000
# None of a thing's: before the first, after the last, and the ends of what a number holds.
VERSIONS = ['"-1"', '"9223372036854775807"', '"-9223372036854775808"', 'W/"0"']
# What people write, so that some questions get as far as the rules behind the form.
WORDS = ["Van wie is het plein?", "Buurt", "ouder", "Morgen om drie uur, bij de school.", "fatima@example.org", "اسم"]
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)

with open(os.environ["NP_FUZZ_CONTRACT"], encoding="utf-8") as file:
    contract = Contract(file.read())
asker = Asker(ORIGIN, ROLE)
pool = Pool(contract)
lock = threading.Lock()
asked, answered, reached = collections.Counter(), collections.Counter(), collections.Counter()
turns, aims = collections.Counter(), {}

look_around(pool, asker)
mine = {it for (_, it) in pool.seen}
if NOWHERE:
    for role in DOORS:
        look_around(pool, Asker(ORIGIN, role))


def dice(*of):
    """The same question falls the same way again, or no failure could be made smaller."""
    return int.from_bytes(hashlib.blake2b(repr(of).encode(), digest_size=6).digest())


def one_of(choices, *of):
    return choices[dice(*of) % len(choices)]


def mostly(*of):
    return dice("mostly", *of) % 10 < 8


def parameters_of(case):
    operation = contract.operation(case.method, case.operation.path)
    return operation.get("parameters", []) if operation else []


@schemathesis.hook
def before_load_schema(_context, document):
    """Two numbers in a list: the tool turns `prefixItems` into what it then finds wrong itself."""
    for schema in nodes(document):
        if "prefixItems" in schema:
            parts = schema.pop("prefixItems")
            schema.update(items={"anyOf": parts}, minItems=len(parts), maxItems=len(parts))


def nodes(tree):
    if isinstance(tree, dict):
        yield tree
        for inner in list(tree.values()):
            yield from nodes(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from nodes(inner)


@schemathesis.hook
def before_call(_context, case, _kwargs):
    with lock:
        asked["all"] += 1
        if asked["all"] > MOST:
            raise SystemExit("asked enough")
    tenant = lead_somewhere(case)
    if NOWHERE:
        aims[case.id] = lead_nowhere(case, tenant)
    cookies = asker.cookies()
    if cookies:
        case.headers = {**(case.headers or {}), "Cookie": cookies}


def lead_somewhere(case):
    """What fits the contract becomes, mostly, the id of something that is there. Nonsense stays nonsense."""
    path, query, headers = case.path_parameters or {}, case.query or {}, case.headers or {}
    tenant = path.get("tenant")
    if isinstance(tenant, str) and (NOWHERE or mostly(case.operation.label, tenant)):
        tenant = path["tenant"] = one_of(pool.tenants, tenant)
    if isinstance(path.get("organisation"), str) and mostly(path["organisation"]):
        path["organisation"] = one_of(pool.tenants, path["organisation"])
    for parameter in parameters_of(case):
        values = {"path": path, "query": query}.get(parameter["in"], {})
        value = values.get(parameter["name"])
        if not isinstance(value, str) or not Contract.is_id(parameter) or not UUID.fullmatch(value):
            continue
        there = pool.of(Contract.type_of(parameter), tenant)
        if there and (NOWHERE or mostly(value)):
            values[parameter["name"]] = one_of(there, value)
    told = texts_of_body(case)
    plain = dice("plain", repr(case.body)) % 10 < 6
    for holder, key, kind in told:
        value = holder[key]
        if kind == TEXT and plain:
            holder[key] = one_of(WORDS, value)
        there = pool.of(kind, tenant) if UUID.fullmatch(value) else []
        if there and mostly(value):
            holder[key] = one_of(there, value)
    name = next((it for it in headers if it.lower() == "if-match"), None)
    if name and isinstance(headers[name], str) and mostly(headers[name]):
        # Mostly the version of what is there, where the same address tells it.
        known = pool.versions.get(f"/v1{case.formatted_path}", '"1"').removeprefix("W/")
        headers[name] = one_of([known] * 6 + VERSIONS, headers[name])
    return tenant


def texts_of_body(case):
    operation = contract.operation(case.method, case.operation.path) or {}
    schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    if schema is None or not isinstance(case.body, (dict, list)):
        return []
    return list(contract.each(case.body, schema))


def places(case):
    """Where an id or a cursor can stand: (where, name, type)."""
    for parameter in parameters_of(case):
        known = parameter["name"] in ("tenant", "cursor", "token", "code", "organisation")
        if parameter["in"] in ("path", "query") and (known or Contract.is_id(parameter)):
            yield parameter["in"], parameter["name"], Contract.type_of(parameter)


# What lists are of: their cursors are such ids, or numbers.
OFTEN = ("IssueId", "ThreadId", "PostId")
MALFORMED = [
    "x", "-1", "0", "99999999999999999999999999", "null", "%00", "../../me", "' OR 1=1 --", "\U0001f4a9", "a" * 4000,
    "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "1e9", "[]",
]  # fmt: skip


def lead_nowhere(case, tenant):
    """One place after the other gets an id of another organisation, a guessed one, a neighbour's, or nonsense."""
    there = list(places(case))
    if not there:
        return None
    with lock:
        turn = turns[case.operation.label]
        turns[case.operation.label] += 1
    where, name, kind = there[turn % len(there)]
    values = case.path_parameters if where == "path" else case.query
    real = one_of(pool.of(kind, tenant) or [str(uuid.uuid4())], turn)
    choice = turn // len(there)
    kinds = OFTEN if name == "cursor" else (kind,)
    others = [it for of in kinds for it in pool.of_others(of, tenant)]
    wrong = ("guessed", str(uuid.uuid5(uuid.NAMESPACE_URL, f"{case.operation.label} {turn}")))
    if name in ("tenant", "token", "code", "organisation"):
        wrong = ("malformed", MALFORMED[choice % len(MALFORMED)])
    elif choice % 4 == 2:
        wrong = ("malformed", MALFORMED[choice // 4 % len(MALFORMED)])
    elif choice % 4 == 0 and others:
        wrong = ("foreign", one_of(others, turn))
    elif choice % 4 == 1:
        wrong = ("neighbour", real[:-1] + format(int(real[-1], 16) ^ 1, "x"))
    if wrong[1] in mine:
        return None
    values[name] = wrong[1]
    return wrong[0], where, name, wrong[1]


@schemathesis.hook
def after_call(_context, case, response):
    label = case.operation.label
    with lock:
        answered[response.status_code] += 1
        reached[label] += response.status_code < 400
    if response.status_code == 401 or "/me/sessions" in label and response.status_code == 204:
        asker.was_put_out()
    headers = {name: values[0] for name, values in response.headers.items()}
    if "application/json" in headers.get("content-type", ""):
        tenant = (case.path_parameters or {}).get("tenant")
        if not NOWHERE and tenant in [None, *pool.tenants]:
            url, status, body = response.request.url, response.status_code, response.json()
            pool.learn(case.method, case.operation.path, tenant, url, status, headers, body)


@schemathesis.check
def leads_nowhere(_context, response, case):
    """An id that leads nowhere is refused as one that never was."""
    aim = aims.pop(case.id, None)
    if aim is None:
        return
    kind, where, name, wrong = aim
    with lock:
        asked[f"{kind} {'cursor' if name == 'cursor' else 'id'}"] += 1
    status = response.status_code
    if status in {400, 404, 429} or (status == 401 and ROLE == "nobody"):
        return
    # In a question an id narrows a list, and narrows it to nothing; a cursor may be a place where nothing stands.
    if where == "query" and status == 200 and not strangers(case, response):
        return
    # What is told of the asker, or refused for what the id hangs under, is told of every guess as well.
    changes = case.method in ("POST", "PUT", "PATCH") and status < 300
    if not changes and same_for_a_guess(response, wrong):
        return
    raise Failure(
        operation=case.operation.label,
        title=f"An id that leads nowhere is answered {status}",
        message=f"{kind} {name} as {ROLE}: {status} {response.text[:300]}",
    )


def same_for_a_guess(response, wrong):
    guess, request = str(uuid.uuid4()), response.request
    if wrong not in request.url:
        return False
    headers = {**request.headers, "Cookie": asker.cookies()}
    address = request.url.replace(wrong, guess)
    answer = requests.request(request.method, address, headers=headers, data=request.body, timeout=30)
    told = response.text.replace(wrong, guess)
    return (answer.status_code, answer.text) == (response.status_code, told)


def strangers(case, response):
    """Ids in an answer that this person is not shown otherwise."""
    told = contract.operation(case.method, case.operation.path)["responses"]["200"]["content"]["application/json"]
    each = contract.each(response.json(), told["schema"])
    return {holder[key] for holder, key, kind in each if kind.endswith("Id")} - mine


@atexit.register
def note():
    with open(NOTES, "w", encoding="utf-8") as notes:
        json.dump({"asked": asked, "answered": answered, "reached": sorted(it for it in reached if reached[it])}, notes)
