"""What a row says and the file does not, key by key."""

from typing import Any

from thenchot.kernel.text import nfc, plain, tidy
from thenchot.people import columns as c
from thenchot.people.imports.forms import STUDYING
from thenchot.people.imports.known import is_same_name
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.state import LISTS, FileState, discipline_text, reward_text
from thenchot.people.names import folded_words

EXACT = {"y": 0, "m": 1, "d": 2}  # a year is never put in place of a day
TEXTS = ("text", "unit", "posts", "email", "rank", "step")


def differences(plan: Plan, state: FileState) -> dict[str, tuple[Any, Any]]:
    """What the row says and the file does not, by key, in the order of the columns."""
    found: dict[str, tuple[Any, Any]] = {}
    seatless = state.seat is None and "unit" not in plan.said
    for column in c.KEPT:
        key = column.key
        if key == "id" or (column.area == "seat" and seatless):
            continue
        if key == "title":
            _titles(plan, state, found)
        elif key in plan.said and not _says(state, key, plan.said):
            after = plan.said[key]
            found[key] = (
                state.get(key),
                after[0] if column.form in ("reward", "discipline") else after,
            )
    if "unit" in found:  # a new seat begins on its own day
        found.pop("valid_from", None)
    return found


def _titles(plan: Plan, state: FileState, found: dict) -> None:
    """The primary title, and posts beside it that are not held yet; a cell as it was exported says
    nothing new.
    """
    written = "; ".join(plan.posts.titles)
    if not written or is_said(plan.said.get("title"), "; ".join(state.titles)):
        return
    kept = {folded_words(title) for title in state.titles}
    beside = [title for title in plan.posts.titles[1:] if folded_words(title) not in kept]
    primary = tidy(nfc(state.seat.title)) if state.seat else ""
    if not is_said(plan.title, primary) or beside:
        found["title"] = (state.titles or None, plan.posts.titles)


def _says(state: FileState, key: str, said: dict[str, Any]) -> bool:
    """Whether the file says this already, if not in its best row then in another."""
    value, now = said[key], state.get(key)
    column = c.BY_KEY[key]
    if value == now or (value is False and now is None and column.form == "flag"):
        return True
    if key == "born":
        return now is not None and EXACT[value[1]] < EXACT[now[1]]
    if key == "name":
        return is_same_name(value, now)
    if isinstance(value, str) and column.form in TEXTS and is_said(value, now):
        return True
    if column.area in LISTS:
        return _learnt(state, column, value, said)
    if key == "valid_from":  # a list from before a transfer still says when the former seat began
        return value in state.began
    if key == "salary_from":
        return now is not None and value[0] == now[0]
    if key == "reward":
        return any(reward_text(row) == value[0] for row in state.rewards)
    if key == "discipline":
        return any(discipline_text(row) == value[0] for row in state.disciplines)
    return False


def is_said(value: Any, now: Any) -> bool:
    """The same but for capitals, the place of a tone mark, or Ð for Đ: no change."""
    if value == now:
        return True
    return isinstance(value, str) and isinstance(now, str) and plain(value) == plain(now)


def gains(plan: Plan, state: FileState) -> list[tuple[str, dict[str, Any]]]:
    """What further rows of the person say of studies that the file does not know yet."""
    return [(area, said) for area, said in plan.learnt if not _is_learnt(state, area, said)]


def _is_learnt(state: FileState, area: str, said: dict[str, Any]) -> bool:
    columns = [column for column in c.KEPT if column.key in said]
    return any(
        all(_qualification_says(row, column, said[column.key]) for column in columns)
        for row in state.learnt.get(area, ())
    )


def _qualification_says(row, column, value: Any) -> bool:
    if column.field == "level":
        is_studying = str(value).startswith(STUDYING)
        return row.level == str(value).removeprefix(STUDYING) and row.is_studying == is_studying
    return is_said(value, getattr(row, column.field))


def _learnt(state: FileState, column, value: Any, said: dict[str, Any]) -> bool:
    row = row_meant(state, column.area, said)
    return row is not None and _qualification_says(row, column, value)


def row_meant(state: FileState, area: str, said: dict[str, Any]):
    """The qualification of the kind that a row of the sheet speaks of: that of the level it names,
    else the best.
    """
    best = state.best(area)
    if area == "language":
        same = [
            row
            for row in state.learnt.get(area, ())
            if "language" in said and row.language == said["language"]
        ]
        return max(same, key=lambda row: row.pk) if same and best not in same else best
    level = said.get(area)
    if level is None or best is None:
        return best
    wanted = (level.removeprefix(STUDYING), level.startswith(STUDYING))
    rows = [row for row in state.learnt[area] if (row.level, row.is_studying) == wanted]
    return best if not rows or best in rows else rows[-1]
