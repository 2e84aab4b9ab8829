"""Where a name stands, and which addresses are public."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Allowed = Callable[[str], bool]
"""Says whether a connection to this IP address may be opened."""

Resolve = Callable[[str, int], list[str]]
"""Gives the IP addresses of a host; raises OSError when there are none."""

_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_HOST_SERVICES = frozenset({IPv4Address("168.63.129.16")})


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host stand in the system's order, each once.

    Args:
        host: a name, or an address in any notation that the system reads.
        port: the port that will be connected to.

    Raises:
        OSError: when the name is unknown.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def public(address: str) -> bool:
    """Whether the address is one host on the public internet, whatever it is wrapped in.

    Private, loopback, link-local, shared, documentation, reserved and multicast addresses are
    not, nor is the one public address at which a cloud provider serves its own machines. An IPv6
    address must be global unicast; one that carries an IPv4 address (mapped, 6to4, or by way of
    NAT64) is as public as that.

    Args:
        address: an IP address as `resolve` gives it.

    Source: the IANA registries of special-purpose addresses, as `ipaddress` knows them; RFC 4291,
    2.4 (global unicast); RFC 3056 (6to4); RFC 6052 (NAT64); Microsoft Learn, "What is IP address
    168.63.129.16?": a virtual address of the host node in all regions of Azure.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast and ip not in _HOST_SERVICES
    inner = _carried(ip)
    if inner is not None:
        return public(str(inner))
    return ip.is_global and ip in _UNICAST


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to, if any."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
