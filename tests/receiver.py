"""A receiver of webhooks on this machine: answers as it is told to, and remembers what it was sent."""

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers.items()), body))
        answer = self.server.answers.pop(0) if self.server.answers else 200
        if answer == "hang":
            self.server.may_end.wait(20)
            return
        self.send_response(answer)
        if answer in (301, 307):
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Quiet."""


@contextmanager
def receiver(*answers: Any) -> Iterator[Any]:
    """A server with ``url``, ``got`` (path, headers and body of each request) and ``answers``: 200 when none is left."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.got, server.answers, server.may_end = [], list(answers), threading.Event()
    server.url = f"http://127.0.0.1:{server.server_port}/hook?x=1"
    server.messages = lambda: [json.loads(body) for _path, _headers, body in server.got]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.may_end.set()
    server.shutdown()
    server.server_close()
    thread.join()


def is_ours(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """What a receiver does; stands word for word in docs/api/webhooks.md."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    sent_at = headers["webhook-timestamp"]
    if abs(time.time() - int(sent_at)) > 300:
        return False
    signed = f"{headers['webhook-id']}.{sent_at}.".encode() + body
    wanted = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(wanted, given) for given in headers["webhook-signature"].split())
