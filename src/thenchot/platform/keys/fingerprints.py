"""What tells one key ring from another without telling a key: "k1" alone is the name of the first
key everywhere.
"""

from collections.abc import Mapping

from thenchot.platform.keys.ring import KeyRing, key_file, ring

SIZE = 8  # bytes shown


def fingerprint(of: KeyRing, key_id: str) -> str:
    """ "3f9a 01c2 …": to be compared by eye and read over a telephone."""
    letters = of.derive("fingerprint", key_id)[:SIZE].hex()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def fingerprints(of: KeyRing | None = None) -> dict[str, str]:
    """By name, of every key of the ring."""
    chosen = of or ring()
    return {name: fingerprint(chosen, name) for name in chosen.keys}


def differing(wanted: Mapping[str, str]) -> list[str]:
    """Names of the keys that were in use and that the ring here does not hold, or holds others
    under their name.
    """
    here = fingerprints()
    return [name for name, mark in wanted.items() if here.get(name) != mark]


def told(marks: Mapping[str, str]) -> str:
    return ", ".join(f"{name} (dấu {mark})" for name, mark in marks.items())


def other_keys(wanted: Mapping[str, str], what: str) -> str:
    """The sentence for whoever stands before data of other keys."""
    return (
        f"{what} cần khóa {told(wanted)}; tệp khóa ở đây ({key_file()}) có khóa "
        f"{told(fingerprints())}: không phải bộ khóa ấy. Đặt lại đúng tệp khóa, hoặc nhập phiếu "
        f"phục hồi của bộ khóa ấy: thenchot keys restore PHIẾU."
    )
