"""Nothing is sent into our own network, whatever a name resolves to."""

import ipaddress
import socket

import pytest

from articles.operations import outbound
from articles.operations.outbound import Refused, checked_addresses, post
from tests.receiver import receiver

PUBLIC = "93.184.216.34"


@pytest.fixture
def names(monkeypatch):
    """What names lead to, in place of the resolver."""
    known, really = {}, socket.getaddrinfo

    def resolve(host, port, *args, **kwargs):
        if host not in known:
            return really(host, port, *args, **kwargs)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in known[host]]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return known


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "100.100.100.200",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:5ef5:79fd:0:0:80ff:fffe",
    ],
)
def test_addresses_that_are_not_public_are_refused(names, address):
    names["partner.example"] = [address]
    with pytest.raises(Refused, match="not on the public internet"):
        checked_addresses("partner.example", 443, is_safe=True)


@pytest.mark.parametrize("address", [PUBLIC, "2606:4700:4700::1111", "64:ff9b::5db8:d822"])
def test_public_addresses_are_reached_with_https_only(names, address):
    names["partner.example"] = [address]
    assert checked_addresses("partner.example", 443, is_safe=True) == [str(ipaddress.ip_address(address))]
    with pytest.raises(Refused, match="without https"):
        checked_addresses("partner.example", 80, is_safe=False)


def test_one_address_of_ours_among_public_ones_is_enough_to_refuse(names):
    names["partner.example"] = [PUBLIC, "10.0.0.1"]
    with pytest.raises(Refused):
        checked_addresses("partner.example", 443, is_safe=True)


def test_networks_of_the_setting_are_allowed_and_no_others(names, settings):
    settings.WEBHOOK_NETWORKS = ["10.1.0.0/16"]
    names["intranet"] = ["10.1.2.3"]
    names["other"] = ["10.2.2.3"]
    assert checked_addresses("intranet", 80, is_safe=False) == ["10.1.2.3"]
    with pytest.raises(Refused):
        checked_addresses("other", 443, is_safe=True)


def test_numbers_in_any_spelling_lead_nowhere():
    for host in ("2130706433", "0x7f000001", "127.1", "0177.0.0.1", "[::1]", "localhost"):
        answer = post(f"http://{host}:1/", b"{}", {})
        assert answer.status is None and answer.error, host


def test_the_connection_goes_to_what_was_looked_at_under_the_name_that_was_asked_for(names, settings):
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    with receiver() as server:
        names["partner.test"] = ["127.0.0.1"]
        port = server.server_port
        assert post(f"http://partner.test:{port}", b"{}", {}).status == 200
        [(path, headers, _body)] = server.got
    assert (path, headers["Host"]) == ("/", f"partner.test:{port}")


def test_the_next_address_is_tried_where_one_does_not_answer(names, settings):
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    with receiver() as server:
        names["partner.test"] = ["127.0.0.9", "127.0.0.1"]
        assert post(f"http://partner.test:{server.server_port}/", b"{}", {}).status == 200


def test_https_goes_on_only_with_a_certificate_of_that_name(settings):
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    with receiver() as server:
        answer = post(f"https://127.0.0.1:{server.server_port}/", b"{}", {})
        assert answer.status is None and "SSL" in answer.error and server.got == []


def test_an_answer_that_drips_is_left(settings, monkeypatch):
    """Each read comes in time, the whole does not."""
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]
    monkeypatch.setattr(outbound, "SECONDS", 0.1)
    with receiver("hang") as server:
        answer = post(server.url, b"{}", {})
    assert answer.status is None and answer.error and answer.milliseconds < 4000


def test_a_header_that_somebody_tries_to_slip_in_is_refused():
    assert post("https://partner.example/a b", b"", {"x": "1\r\ny: 2"}).status is None
