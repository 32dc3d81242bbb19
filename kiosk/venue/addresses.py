"""Where phones in the room can reach this laptop."""

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

import psutil


def lan_addresses() -> list[str]:
    """This machine's IPv4 addresses that others can reach, private ones first; empty without a network."""
    found = {
        address.address
        for interface in psutil.net_if_addrs().values()
        for address in interface
        if address.family is socket.AF_INET
    }
    reachable = [
        ip for ip in map(ipaddress.ip_address, found) if not (ip.is_loopback or ip.is_link_local or ip.is_unspecified)
    ]
    return [str(ip) for ip in sorted(reachable, key=lambda ip: (not ip.is_private, int(ip)))]


def join_address(configured: str, port: int) -> str:
    """What stands in QR codes: the configured address, else the laptop's in digits, else loopback."""
    if configured:
        return configured
    addresses = lan_addresses()
    host = addresses[0] if addresses else "127.0.0.1"
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"


def host_names(configured: Iterable[str], address: str) -> set[str]:
    """Names this kiosk answers to, beside addresses in digits: the laptop's own and those in the settings."""
    own = socket.gethostname().split(".")[0]
    return {own, f"{own}.local", *configured, *filter(None, [urlsplit(address).hostname])}
