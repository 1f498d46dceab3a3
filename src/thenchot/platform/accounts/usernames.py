"""One spelling of a name to sign in with, however it was typed."""

import unicodedata


def normal_username(typed: str) -> str:
    """Without spaces around, letters of one form and one case: "ＡnNV" and " annv" are one name.
    Upper case comes first, so that letters whose capital is a plain one (ı) are that one.
    """
    return unicodedata.normalize("NFKC", typed).strip().upper().casefold()
