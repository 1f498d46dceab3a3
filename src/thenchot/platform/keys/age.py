"""Keys of the age format (age-encryption.org/v1), derived from the ring: one for each key of it."""

import pyrage

from thenchot.platform.keys.ring import ring

LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
PREFIX = "age-secret-key-"


def secret(key_id: str) -> str:
    """As the `age` command takes it from a file: AGE-SECRET-KEY-1…"""
    return bech32(PREFIX, ring().derive("backup-age", key_id)).upper()


def identity(key_id: str) -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.from_str(secret(key_id))


def bech32(prefix: str, body: bytes) -> str:
    """BIP 173: groups of five bits and a checksum of six letters."""
    groups = _groups_of_five(body)
    expanded = [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]
    checksum = _polymod([*expanded, *groups, *[0] * 6]) ^ 1
    groups += [(checksum >> 5 * (5 - at)) & 31 for at in range(6)]
    return f"{prefix}1{''.join(LETTERS[group] for group in groups)}"


def _groups_of_five(body: bytes) -> list[int]:
    bits = "".join(f"{byte:08b}" for byte in body)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[at : at + 5], 2) for at in range(0, len(bits), 5)]


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for at, generator in enumerate(GENERATOR):
            checksum ^= generator if top >> at & 1 else 0
    return checksum
