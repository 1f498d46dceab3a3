"""The secrecy stamps of the State: MẬT, TỐI MẬT, TUYỆT MẬT, on a line or in a cell of their own.
Pure.
"""

import re

from thenchot.kernel.text import fold

_STAMP = re.compile(
    r"^\W*(?:(?:do|dong dau|muc do|do mat)\s*:?\s*)?(tuyet\s*m\s*a\s*t|toi\s*m\s*a\s*t"
    r"|m\s*a\s*t)\W*(?:\(?\s*(?:ban so|so)\b.*)?$"
)
_NAMES = {"tuyet": "TUYỆT MẬT", "toi": "TỐI MẬT", "mat": "MẬT"}


def secret_stamp(text: str, *, capitals: bool = True) -> str | None:
    """The stamp that is all a line says, also letter-spaced or badly scanned. `capitals`: only in
    capital letters, as a stamp is; without it also "Mật", as a column "Độ mật" says it.
    """
    letters = [char for char in text if char.isalpha()]
    if not 3 <= len(letters) <= 40 or (
        capitals and not all(char.isupper() for char in letters[:9])
    ):
        return None
    squeezed = re.sub(
        r"(?<=\b\w)\s(?=\w\b)", "", re.sub(r"\s+", " ", text.replace("4", "A").replace("0", "O"))
    )
    match = _STAMP.match(fold(squeezed)) or _STAMP.match(fold(text.replace(" ", "")))
    return (
        next((name for key, name in _NAMES.items() if match[1].startswith(key)), None)
        if match
        else None
    )
