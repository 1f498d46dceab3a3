"""Names to sign in with: given name and initials, as offices write them: Nguyễn Văn An -> annv,
annv2.
"""

import re

from thenchot.kernel.text import fold
from thenchot.platform.accounts.models import Account
from thenchot.platform.admission.models import Slip

FORM = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


def is_well_formed(username: str) -> bool:
    return FORM.fullmatch(username) is not None


def taken(usernames) -> set[str]:
    """Two queries for any number of names."""
    accounts = Account.objects.filter(username__in=usernames).values_list("username", flat=True)
    waiting = Slip.objects.filter(
        username__in=usernames, used_at__isnull=True, cancelled_at__isnull=True
    )
    return {*accounts, *waiting.values_list("username", flat=True)}


def suggest(names) -> list[str]:
    """A free username for each full name, in order."""
    stems = [_stem(name) for name in names]
    used, result = _taken_like(set(stems)), []
    for stem in stems:
        number = 1
        while (username := stem if number == 1 else f"{stem}{number}") in used:
            number += 1
        used.add(username)
        result.append(username)
    return result


def _stem(name):
    words = re.findall(r"[a-z]+", fold(name)) or ["taikhoan"]
    stem = words[-1] + "".join(word[0] for word in words[:-1])
    return stem if len(stem) >= 3 else f"{stem}.tk"


def _taken_like(stems):
    found = set()
    for model in (Account, Slip):
        for start in sorted({stem[:3] for stem in stems}):
            found |= set(
                model.objects.filter(username__startswith=start).values_list("username", flat=True)
            )
    return found
