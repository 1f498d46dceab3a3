"""Key ring: one file outside the data, mode 0600, from which every secret of the system is derived.

The file holds numbered master keys; the newest signs and encrypts, the older ones stay readable, so
rotation never makes a record unreadable. Losing the file loses the encrypted fields: print the
recovery sheet.
"""

from thenchot.platform.keys.ring import (
    KeyRing,
    KeysMissing,
    current_id,
    derive,
    first_id,
    home,
    is_private,
    key_file,
    ring,
)

__all__ = [
    "KeyRing",
    "KeysMissing",
    "current_id",
    "derive",
    "first_id",
    "home",
    "is_private",
    "key_file",
    "ring",
]
