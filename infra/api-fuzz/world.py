"""What is known of the installation that is asked: who asks, the contract, and the ids that were seen."""

import collections
import itertools
import json
import threading
import time
import urllib.parse

import requests

# Who asks, and the door of the demonstration that lets them in.
DOORS = {"nobody": None, "citizen": "fatima", "professional": "rachid", "convener": "joost", "owner": "zaanrade"}
METHODS = ("get", "post", "put", "patch", "delete")
# Questions about words of a list: their ids have no type of their own in the contract.
TERMS = ("theme", "region", "expertise", "interest")
# What somebody types, of any form.
TEXT = "text"
FORMED = {"enum", "format", "pattern", "const"}
# A proof of who asks lasts a quarter of an hour.
SIGNED_IN_FOR = 600
# As many of each kind as a question chooses from.
KEPT = 40


class Asker:
    """Somebody with cookies of their own."""

    def __init__(self, origin, role):
        self.origin, self.door, self.lock = origin, DOORS[role], threading.Lock()
        self.cookie, self.entered = "", 0.0

    def cookies(self):
        with self.lock:
            if self.door and time.monotonic() - self.entered > SIGNED_IN_FOR:
                answer = requests.get(f"{self.origin}/demo/in/{self.door}", allow_redirects=False, timeout=30)
                self.cookie = "; ".join(f"{it.name}={it.value}" for it in answer.cookies)
                self.entered = time.monotonic()
            return self.cookie

    def was_put_out(self):
        """A session that was ended: the door is open again at the next question."""
        with self.lock:
            self.entered = 0.0

    def get(self, path):
        return requests.get(f"{self.origin}/v1{path}", headers={"cookie": self.cookies()}, timeout=30)


class Contract:
    def __init__(self, text):
        self.document = json.loads(text)
        self.schemas = self.document["components"]["schemas"]

    def operations(self):
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield method, path, item[method]

    def operation(self, method, path):
        return self.document["paths"].get(path, {}).get(method.lower())

    def each(self, value, schema):
        """Each text of a value: where it stands, so that it can be replaced, and the name of its type, or `TEXT`."""
        yield from self._each([value], 0, schema)

    def _each(self, holder, key, schema):
        value = holder[key]
        name = schema.get("$ref", "").rsplit("/", 1)[-1]
        if name:
            if isinstance(value, str):
                yield holder, key, name
            schema = self.schemas.get(name, {})
        elif isinstance(value, str) and "string" in schema.get("type", []) and not schema.keys() & FORMED:
            yield holder, key, TEXT
        for part in itertools.chain(*(schema.get(of, []) for of in ("allOf", "oneOf", "anyOf"))):
            yield from self._each(holder, key, part)
        if isinstance(value, dict):
            for field, inner in schema.get("properties", {}).items():
                if field in value:
                    yield from self._each(value, field, inner)
        elif isinstance(value, list) and isinstance(schema.get("items"), dict):
            for index in range(len(value)):
                yield from self._each(value, index, schema["items"])

    @staticmethod
    def type_of(parameter):
        """How a place for an id is known by: the name of its type, or its own where the type has none."""
        name = parameter["schema"].get("$ref", "").rsplit("/", 1)[-1] or parameter["name"]
        return "TermId" if name in TERMS else name

    @staticmethod
    def is_id(parameter):
        schema = parameter["schema"]
        return schema.get("$ref", "").endswith(("Id", "PersonRef")) or schema.get("format") == "uuid"


class Pool:
    """Ids by their type and the organisation in whose paths they were seen."""

    def __init__(self, contract):
        self.contract, self.lock = contract, threading.Lock()
        self.ids = collections.defaultdict(lambda: collections.deque(maxlen=KEPT))
        self.seen, self.versions, self.tenants = collections.defaultdict(set), {}, []

    def add(self, kind, tenant, value):
        with self.lock:
            if tenant not in self.seen[kind, value]:
                self.seen[kind, value].add(tenant)
                self.ids[kind, tenant].append(value)

    def learn(self, method, path, tenant, url, status, headers, body):
        """`path` as the contract writes it."""
        version = headers.get("etag")
        if version:
            self.versions[urllib.parse.urlsplit(url).path] = version
        answer = (self.contract.operation(method, path) or {}).get("responses", {}).get(str(status), {})
        schema = answer.get("content", {}).get("application/json", {}).get("schema")
        if schema is None or not 200 <= status < 300:
            return
        for holder, key, kind in self.contract.each(body, schema):
            if kind.endswith(("Id", "Ref")):
                self.add(kind, tenant, holder[key])

    def of(self, kind, tenant):
        with self.lock:
            here = list(self.ids.get((kind, tenant), ()))
            return here or [it for (of, _), ids in self.ids.items() if of == kind for it in ids]

    def of_others(self, kind, tenant):
        """Those that stand in another organisation and never in this one."""
        with self.lock:
            return sorted(it for (of, it), where in self.seen.items() if of == kind and not where & {tenant, None})


def look_around(pool, asker):
    """Everything that this person reads, as far as ids lead, so that later questions are about something."""
    looked = set()
    answer = asker.get("/tenants").json()
    pool.tenants = sorted({it["slug"] for it in answer["items"]} | set(pool.tenants))
    for _ in range(3):
        for method, path, operation in pool.contract.operations():
            parameters = operation.get("parameters", [])
            required = [it for it in parameters if it["in"] == "path"]
            if method != "get" or any(it["name"] in ("token", "code") for it in required):
                continue
            whole = "?limit=100" if any(it["name"] == "limit" for it in parameters) else ""
            for tenant in pool.tenants if "{tenant}" in path else [None]:
                choices = [pool.of(Contract.type_of(it), tenant)[:8] for it in required if it["name"] != "tenant"]
                names = [it["name"] for it in required if it["name"] != "tenant"]
                for chosen in itertools.islice(itertools.product(*choices), 8):
                    filled = path.format(tenant=tenant, **dict(zip(names, chosen)))
                    if filled in looked:
                        continue
                    looked.add(filled)
                    found = asker.get(filled + whole)
                    body = found.json() if "json" in found.headers.get("content-type", "") else None
                    pool.learn(method, path, tenant, found.url, found.status_code, found.headers, body)
