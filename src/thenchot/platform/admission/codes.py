"""The code on a slip: short enough to type, too long to guess, kept only as a keyed digest."""

import hashlib
import hmac
import secrets

from thenchot.platform import keys

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0/O, 1/I/L: slips are read off paper
LENGTH, GROUP = 12, 4


def new_code() -> str:
    """XXXX-XXXX-XXXX: 59 bits."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return "-".join(letters[i : i + GROUP] for i in range(0, LENGTH, GROUP))


def digest(code: str) -> str:
    """Spaces, dashes and case do not count. The oldest key, so that rotation leaves printed slips
    valid.
    """
    bare = "".join(c for c in code.upper() if c.isalnum())
    key = keys.ring().derive("slip", keys.first_id())
    return hmac.new(key, bare.encode(), hashlib.sha256).hexdigest()
