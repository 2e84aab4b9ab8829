"""Which addresses are public."""

import pytest

from generator.web.addresses import public, resolve

PUBLIC = [
    "1.1.1.1",
    "93.184.215.14",
    "168.63.129.15",
    "2606:4700:4700::1111",
    "::ffff:1.1.1.1",
    "2002:0101:0101::1",
    "64:ff9b::1.1.1.1",
]
REFUSED = [
    "0.0.0.0",  # noqa: S104  refused, not bound to
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.8.9.10",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:168.63.129.16",
    "::ffff:224.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::168.63.129.16",
    "64:ff9b::224.0.0.1",
    "64:ff9b:1::1",
    "100::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a83f:8110::",
    "2002:e000:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "localhost",
    "",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    """A host on the public internet may be asked, however its address is wrapped."""
    assert public(address)


@pytest.mark.parametrize("address", REFUSED)
def test_refused(address: str) -> None:
    """Private, local, reserved and multicast addresses are not public, nor what wraps them."""
    assert not public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
def test_every_notation_is_resolved_first(host: str) -> None:
    """Whatever notation of loopback the system reads is refused by what it resolves to."""
    found = resolve(host, 80)
    assert found == ["127.0.0.1"]
    assert not any(map(public, found))
