#!/usr/bin/env python3
"""Two nodes behind a proxy, used as browsers use them: nodes.py PROXY. nodes.sh runs it inside the machine."""

import asyncio
import email.policy
import http.client
import json
import pathlib
import re
import ssl
import subprocess
import sys
import urllib.request
import uuid

import websockets

HOST = "platform.example.org"
SITE = f"https://{HOST}"
OWNER = "eigenaar@zaanrade.example"
# Where each node listens itself, where it is measured, and how many sockets it lets one have (NP_SOCKETS_EACH).
NODES = {"a": (8081, 9461), "b": (8082, 9462)}
SOCKETS_EACH = 6
MAILS = pathlib.Path("/var/lib/netwerkplatform")
ISSUE = {
    "title": "Van wie is het plein?",
    "coreQuestion": "Hoe maken we het plein weer van iedereen?",
    "whyNow": "Sinds de zomer is het er onrustig.",
    "visibility": "public",
    "regime": "open",
    "perspectives": [{"name": "ouder", "wanted": 2}, {"name": "jongere", "wanted": 2}],
}
ONCE = """content-security-policy strict-transport-security x-content-type-options x-frame-options referrer-policy
    permissions-policy cross-origin-opener-policy cross-origin-resource-policy x-request-id""".split()

trust = ssl.create_default_context(cafile="/etc/ssl/netwerkplatform.crt")


def check(what, found, wanted=True):
    if found != wanted:
        sys.exit(f"{what}: expected {wanted}, found {found}")


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.text = response.status, response.getheaders(), response.read().decode()

    def json(self):
        return json.loads(self.text)

    def all(self, name):
        return [value for key, value in self.headers if key.lower() == name]


def ask(method, path, body=None, node=None, **headers):
    """Through the proxy, or of a node itself."""
    if node is None:
        connection = http.client.HTTPSConnection(HOST, timeout=20, context=trust)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", NODES[node][0], timeout=20)
    headers = {name.replace("_", "-"): value for name, value in headers.items()} | {"Host": HOST}
    if body is not None:
        headers["Content-Type"] = "application/json"
    try:
        connection.request(method, path, body and json.dumps(body), headers)
        return Answer(connection.getresponse())
    finally:
        connection.close()


def made(answer):
    check(f"an answer ({answer.status} {answer.text})", 200 <= answer.status < 300)
    return answer


def connect(cookie="", origin=SITE, told="192.0.2.1", **options):
    headers = {"X-Forwarded-For": told} | ({"Cookie": cookie} if cookie else {})
    return websockets.connect(
        f"wss://{HOST}/v1/socket", ssl=trust, origin=origin, subprotocols=["netwerkplatform.v1"],
        extra_headers=headers, compression=None, **options)


async def refused(**options):
    """The status that a handshake was refused with; none when it was not."""
    try:
        await (await connect(**options)).close()
        return None
    except websockets.InvalidStatusCode as refusal:
        return refusal.status_code


async def eventually(what, holds):
    for _ in range(600):
        if await asyncio.to_thread(holds):
            return
        await asyncio.sleep(0.1)
    sys.exit(f"waited a minute for {what}")


def code_from_mail():
    """The newest of all that a node wrote."""
    files = sorted(MAILS.glob("node-*/mail/*.eml"), key=lambda file: file.stat().st_mtime)
    subjects = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default)["subject"] for file in files]
    codes = [found[0] for subject in subjects if (found := re.match(r"\d{6}", subject))]
    return codes[-1] if codes else None


async def sign_in():
    for old in MAILS.glob("node-*/mail/*.eml"):
        old.unlink()
    asked = made(ask("POST", "/v1/sign-in-codes", {"email": OWNER})).json()["id"]
    await eventually("a mail with a code", code_from_mail)
    proof = {"kind": "code", "signInCode": asked, "code": code_from_mail()}
    cookies = made(ask("POST", "/v1/sessions", proof)).all("set-cookie")
    check("a cookie that travels over TLS only", all("Secure" in cookie for cookie in cookies))
    return "; ".join(cookie.split(";")[0] for cookie in cookies)


def expect_headers():
    page = ask("GET", "/o/zaanrade")
    check("the page", (page.status, "Gemeente Zaanrade" in page.text), (200, True))
    for name in ONCE:
        check(f"{name} once", len(page.all(name)), 1)


async def expect_origin(cookie):
    foreign = "https://elsewhere.example"
    check("a socket of our own page", await refused(cookie=cookie), None)
    check("a socket of another site", await refused(cookie=cookie, origin=foreign), 403)
    posted = ask("POST", "/v1/sign-in-codes", {"email": OWNER}, Origin=foreign)
    check("a form of another site", posted.status, 403)


async def expect_address():
    """Counted is where somebody comes from, not what somebody says about it."""
    visitors = []
    for number in range(len(NODES) * SOCKETS_EACH + 1):
        try:
            visitors.append(await connect(told=f"192.0.2.{number}"))
        except websockets.InvalidStatusCode as refusal:
            check("one visitor too many", refusal.status_code, 429)
            break
    check("sockets of one address", SOCKETS_EACH <= len(visitors) <= len(NODES) * SOCKETS_EACH)
    check("a socket of another address", await refused(local_addr=("127.0.0.9", 0)), None)
    for visitor in visitors:
        await visitor.close()


class Listener:
    """A page that stays open: it comes back when its socket goes, and asks for what it missed."""

    def __init__(self, cookie, topic):
        self.cookie, self.topic = cookie, topic
        self.last, self.heard, self.open, self.came_back = None, [], False, -1
        self.running = asyncio.create_task(self.run())

    async def run(self):
        while True:
            try:
                async with connect(self.cookie) as socket:
                    await socket.send(json.dumps({"type": "subscribe", "topic": self.topic, "after": self.last}))
                    async for frame in socket:
                        self.take(json.loads(frame))
            except (OSError, websockets.WebSocketException):
                pass
            self.open = False
            await asyncio.sleep(0.1)

    def take(self, frame):
        if frame["type"] == "subscribed":
            self.open, self.came_back = True, self.came_back + 1
            self.last = frame["seq"] if self.last is None else self.last
        elif frame["type"] == "event":
            self.heard.append(frame["seq"])
            self.last = frame["seq"]
        else:
            sys.exit(f"a listener was told {frame}")


class Room:
    def __init__(self, cookie):
        self.cookie = cookie
        issue = made(self.post("/v1/tenants/zaanrade/issues", ISSUE)).json()["id"]
        path = f"/v1/tenants/zaanrade/issues/{issue}"
        made(self.post(f"{path}/_move", {"to": "open"}))
        thread = made(self.post(f"{path}/threads", {"title": "Hoe gaat het?", "body": "Vertel."})).json()["id"]
        self.topic, self.posts = f"thread:{thread}", f"/v1/tenants/zaanrade/threads/{thread}/posts"
        self.listeners, self.said = [], 0

    def post(self, path, body, node=None, key=None):
        return ask("POST", path, body, node, Cookie=self.cookie, Idempotency_Key=key or str(uuid.uuid4()))

    async def listen(self, count):
        self.listeners = [Listener(self.cookie, self.topic) for _ in range(count)]
        await self.all_open()
        self.first = self.listeners[0].last

    async def all_open(self):
        await eventually("all sockets", lambda: all(listener.open for listener in self.listeners))

    async def everybody_heard(self):
        """Each change once, in order, whichever node it was made on."""
        wanted = list(range(self.first + 1, self.first + 1 + self.said))
        await eventually("everybody to hear", lambda: all(it.heard == wanted for it in self.listeners))

    async def say(self, node):
        made(await asyncio.to_thread(self.post, self.posts, {"body": f"Van knoop {node}."}, node))
        self.said += 1
        await self.everybody_heard()

    def ask_and_post(self):
        """A page and a post, each tried once more when there was no good answer; how many had to be."""
        key, again = str(uuid.uuid4()), 0
        for asked in (lambda: ask("GET", "/o/zaanrade"), lambda: self.post(self.posts, {"body": key}, key=key)):
            for attempt in (1, 2):
                try:
                    answer = asked()
                    if answer.status in (200, 201):
                        break
                    why = f"{answer.status} {answer.text[:200]}"
                except (OSError, http.client.HTTPException) as fault:
                    why = repr(fault)
                again += 1
                check(f"a second attempt ({why})", attempt, 1)
        self.said += 1
        return again


def asked(node):
    """How many requests a node has answered."""
    with urllib.request.urlopen(f"http://127.0.0.1:{NODES[node][1]}/metrics", timeout=20) as answer:
        lines = answer.read().decode().splitlines()
    counts = [line for line in lines if line.startswith("netwerkplatform_http_request_duration_seconds_count")]
    return sum(int(line.rsplit(" ", 1)[1]) for line in counts if "/health/" not in line)


def gets_its_share(node):
    before = asked(node)
    for _ in NODES:
        ask("GET", "/o/zaanrade")
    return asked(node) > before


def unit(*words):
    return subprocess.Popen(["systemctl", *words])


async def replace(room, node):
    """A node is stopped while people go on, and comes back."""
    before = [listener.came_back for listener in room.listeners]
    stopping, again, rounds = unit("stop", f"netwerkplatform-{node}"), 0, 0
    while stopping.poll() is None or rounds < 10:
        again += await asyncio.to_thread(room.ask_and_post)
        rounds += 1
    await room.all_open()
    await room.everybody_heard()
    back = sum(listener.came_back > number for listener, number in zip(room.listeners, before))
    check("sockets that came back to another node", back > 0)
    print(f"  {node} stopped: {rounds} pages and posts, {again} asked twice, {back} of {len(before)} sockets came back")
    unit("start", f"netwerkplatform-{node}").wait()
    await eventually(f"node {node} again", lambda: has_answered(node))
    await eventually("the proxy to use it again", lambda: gets_its_share(node))
    await room.say(node)


def has_answered(node):
    try:
        return ask("GET", "/health/ready", node=node).status == 200
    except OSError:
        return False


async def main():
    for node in NODES:
        await eventually(f"node {node}", lambda: has_answered(node))
        await eventually(f"requests of node {node}", lambda: gets_its_share(node))
    expect_headers()
    cookie = await sign_in()
    await expect_origin(cookie)
    await expect_address()
    room = Room(cookie)
    await room.listen(4)
    for node in NODES:
        await room.say(node)
    for node in NODES:
        await replace(room, node)
    for listener in room.listeners:
        listener.running.cancel()


asyncio.run(main())
