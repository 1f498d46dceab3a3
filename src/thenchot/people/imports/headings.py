"""What the columns of a ward's own sheet mean: by their whole path, by the last part under a known
group, by the last part alone. Pure but for the labels of the code lists.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from thenchot.people import columns as c
from thenchot.platform.office.excel.tables import Heading, folded
from thenchot.policy.codelists import code_list

ONE_HOT = (
    "degree",
    "theory",
    "state_management",
    "it",
)  # levels that stand as columns of their own, with an x
OTHERS = re.compile(
    r"\b(?:vo|chong|con|bo me|bo de|me|cha|than nhan|quan he|nguoi than|anh chi em)\b"
)  # somebody else's data
NOT_USED = "-"
RECOGNISED, REMEMBERED, SAID, UNKNOWN = "recognised", "remembered", "said", "unknown"


@dataclass(frozen=True)
class Use:
    """What one column means: the key of a column, "hot:theory:high", or nothing. `how` it was
    found; `prefix`: of the sheet, where several are read ("2!").
    """

    heading: Heading
    key: str = ""
    how: str = UNKNOWN
    prefix: str = ""

    @property
    def letter(self) -> str:
        return self.prefix + self.heading.letter

    @property
    def at(self) -> int:
        return self.heading.at

    @property
    def title(self) -> str:
        """For a complaint: what the column means, else how the sheet calls it."""
        if self.key.startswith("hot:"):
            return self.heading.title
        return c.BY_KEY[self.key].title if self.key else self.heading.title


def uses_of(
    headings: Sequence[Heading],
    remembered: Mapping[str, str],
    said: Mapping[str, str],
    prefix: str = "",
) -> list[Use]:
    """`said` by the officer goes before what is `remembered` of the commune, that before what the
    words mean.
    """
    made = []
    for heading in headings:
        for answers, how in ((said, SAID), (remembered, REMEMBERED)):
            if heading.key in answers and is_meaning(answers[heading.key]):
                made.append(Use(heading, answers[heading.key].strip("-"), how, prefix))
                break
        else:
            key = meaning_of(heading.parts)
            made.append(Use(heading, key, RECOGNISED if key else UNKNOWN, prefix))
    return _given_names(made)


def _given_names(uses: list[Use]) -> list[Use]:
    """ "Tên" beside "Họ và tên đệm" is only the last part of the name."""
    if not any(use.key == "name_family" for use in uses):
        return uses
    return [
        replace(use, key="name_given")
        if use.key == "name" and use.heading.parts[-1] == "ten"
        else use
        for use in uses
    ]


def rate(headings: Sequence[Heading]) -> float:
    """How much of a header row this is: each thing known once, a little more for a full path.
    Without a name: nothing.
    """
    known: dict[str, float] = {}
    for heading in headings:
        key = meaning_of(heading.parts)
        if key:
            known[key] = max(known.get(key, 0), 1 + 0.1 * len(heading.parts))
    has_name = "name" in known or "name_family" in known
    return sum(known.values()) if has_name else 0.0


def shape_of(headings: Iterable[Heading]) -> str:
    """Digest of what the columns are called, in their order."""
    return hashlib.sha256("\n".join(heading.key for heading in headings).encode()).hexdigest()


def is_meaning(key: str) -> bool:
    """An empty one: nothing chosen; NOT_USED: the column was looked at, and is not used."""
    return (
        key in ("", NOT_USED)
        or key in c.BY_KEY
        or (key.startswith("hot:") and len(key.split(":")) == 3)
    )


@cache
def meaning_of(parts: tuple[str, ...]) -> str:
    """Key of the column that a path of folded names means; empty when none."""
    names, last, groups = _names(), parts[-1], parts[:-1]
    if any(OTHERS.search(group) for group in groups):
        return ""
    for start in range(len(parts)):
        if (joined := " ".join(parts[start:])) in names and (start == 0 or len(parts) - start > 1):
            return names[joined]
    for column in c.BY_KEY.values():
        if any(
            last in leaves and any(re.search(pattern, group) for group in groups)
            for pattern, leaves in column.within
        ):
            return column.key
    return _one_hot(groups, last) or names.get(last, "")


def _one_hot(groups: Sequence[str], last: str) -> str:
    """ "LLCT → Cao cấp": a level as a column of its own."""
    for area in ONE_HOT:
        names = {
            folded(name)
            for column in c.BY_KEY.values()
            if column.area == area and column.field == "level"
            for name in (column.title, *column.names)
        }
        if any(group in names for group in groups):
            found = code_list(area).find(last)
            return f"hot:{area}:{found.code}" if found else ""
    return ""


@cache
def _names() -> dict[str, str]:
    """Every name of every column, folded. A name that means two things means the earlier one."""
    known: dict[str, str] = {}
    for column in c.BY_KEY.values():
        for name in (column.title, *column.names):
            known.setdefault(folded(name), column.key)
    return known
