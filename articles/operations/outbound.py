"""Requests to addresses that other people chose: never into our own network, never longer than a moment, nothing followed."""

import dataclasses
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

PATIENCE, SECONDS = 5, 10  # seconds to connect and for any one read; for everything together
MOST_ADDRESSES = 4  # of one name that are tried
# What Python takes for public and is not: protocol assignments (with the metadata of Oracle's cloud), translation
# within a network, documentation, and where Azure answers its machines.
NOT_PUBLIC = tuple(
    ipaddress.ip_network(text) for text in ("192.0.0.0/24", "64:ff9b:1::/48", "3fff::/20", "168.63.129.16/32")
)
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(OSError):
    """We do not connect to that address, whatever stands there."""


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came of a request: a status, or why there is none."""

    status: int | None = None
    error: str = ""
    milliseconds: int = 0

    @property
    def is_good(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Send it once, within ten seconds. Touches no database. A redirect is an answer like any other: not followed."""
    began = time.monotonic()
    status, error = None, ""
    try:
        status = _post(url, body, headers)
        if not 200 <= status < 300:
            error = f"answered {status}"
    except (OSError, HTTPException, ValueError) as trouble:
        error = str(trouble) or type(trouble).__name__
    return Answer(status, error[:200], round(1000 * (time.monotonic() - began)))


def _post(url: str, body: bytes, headers: dict[str, str]) -> int:
    parts = urlsplit(url)
    host, is_safe = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if is_safe else 80)
    addresses = checked_addresses(host, port, is_safe=is_safe)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    connection = _Connection(host, port, addresses, is_safe=is_safe)
    watch = threading.Timer(SECONDS, connection.hang_up)
    with closing(connection):
        watch.start()
        try:
            connection.request("POST", path, body, headers)
            return connection.getresponse().status
        finally:
            watch.cancel()


def checked_addresses(host: str, port: int, *, is_safe: bool) -> list[str]:
    """The addresses of that name, after all of them were looked at. Raises ``Refused`` when one is not of the public internet.

    The connection goes to what was looked at, so that a name cannot mean another address a moment later. Networks in
    ``WEBHOOK_NETWORKS`` are allowed, there also without encryption.
    """
    found = dict.fromkeys(
        _plain(str(info[4][0])) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    )
    for address in found:
        if not all(_is_ours(meant) or _is_public(meant) for meant in _meant_by(address)):
            raise Refused(f"{host} leads to {address}, which is not on the public internet")
        if not is_safe and not _is_ours(address):
            raise Refused("without https nothing is sent over the public internet")
    return [str(address) for address in found][:MOST_ADDRESSES]


def _plain(text: str) -> Any:
    """The address without a zone; one of the old kind that is written like a new one as what it is."""
    address = ipaddress.ip_address(text.partition("%")[0])
    return (address.version == 6 and address.ipv4_mapped) or address


def _is_ours(address: Any) -> bool:
    return any(address in ipaddress.ip_network(network) for network in settings.WEBHOOK_NETWORKS)


def _is_public(address: Any) -> bool:
    is_open = address.is_global and not address.is_multicast
    return is_open and not any(address in network for network in NOT_PUBLIC)


def _meant_by(address: Any) -> list[Any]:
    """The address, and those of the old kind that stand in it and to which a gateway would lead."""
    if address.version == 4:
        return [address]
    inner = [address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        inner.append(ipaddress.ip_address(int(address) & 0xFFFFFFFF))
    return [address, *(one for one in inner if one is not None)]


class _Connection(HTTPConnection):
    """To an address that was looked at, under the name that was asked for."""

    def __init__(self, host: str, port: int, addresses: list[str], *, is_safe: bool) -> None:
        super().__init__(host, port, timeout=PATIENCE)
        self.addresses, self.is_safe = addresses, is_safe
        self.default_port = 443 if is_safe else 80

    def connect(self) -> None:
        self.sock = self._reach()
        if self.is_safe:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def _reach(self) -> socket.socket:
        *others, last = self.addresses
        for address in others:
            with suppress(OSError):
                return socket.create_connection((address, self.port), self.timeout)
        return socket.create_connection((last, self.port), self.timeout)

    def hang_up(self) -> None:
        """End what takes too long: whoever reads gets nothing more. It may have ended by itself in that moment."""
        with suppress(OSError):
            if self.sock:
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
