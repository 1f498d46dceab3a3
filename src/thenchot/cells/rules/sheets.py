"""Lines of a scoring sheet as they are typed, and the one that ships. Pure."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from thenchot.kernel.decision import Decision, Reason
from thenchot.kernel.text import nfc, tidy

TOTAL = 100
LONGEST = 400


@dataclass(frozen=True)
class Criterion:
    """`most`: points at most; `measure`: what the record suggests them by."""

    text: str
    most: int
    measure: str = ""


@dataclass(frozen=True)
class ShippedSheet:
    name: str
    source: str
    certainty: str
    criteria: tuple[Criterion, ...]


@cache
def shipped() -> ShippedSheet:
    """The sheet a place may begin with."""
    text = (files("thenchot.cells") / "shipped/sheet.toml").read_text(encoding="utf8")
    told = tomllib.loads(text)
    criteria = tuple(
        Criterion(one["text"], one["most"], one.get("measure", "")) for one in told["criterion"]
    )
    return ShippedSheet(told["name"], told["source"], told["certainty"], criteria)


def as_lines(criteria: Sequence[Criterion], names: dict[str, str]) -> str:
    """One criterion a line, as they are typed."""
    return "\n".join(" | ".join(filter(None, _parts(one, names))) for one in criteria)


def _parts(one: Criterion, names: dict[str, str]) -> tuple[str, ...]:
    return one.text, str(one.most), names.get(one.measure, "")


def read_lines(text: str, names: dict[str, str]) -> list[Criterion]:
    """`criterion | points | suggested by`, one a line; refused with the number of each wrong line.
    `names`: code -> word of what may suggest.
    """
    codes = {word: code for code, word in names.items()}
    found, reasons = [], []
    for number, line in enumerate(nfc(text).splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(_criterion(line, codes))
        except ValueError as wrong:
            reasons.append(Reason("sheet.line", f"Dòng {number}: {wrong}"))
    _total(found, reasons)
    Decision(not reasons, tuple(reasons)).or_refuse()
    return found


def _criterion(line: str, codes: dict[str, str]) -> Criterion:
    words, most, measure = ([tidy(part) for part in line.split("|")] + ["", ""])[:3]
    if not words or len(words) > LONGEST:
        raise ValueError(f"ghi tiêu chí, không quá {LONGEST} ký tự.")
    if not (most.isascii() and most.isdigit() and 0 < int(most) <= TOTAL):
        raise ValueError(f"sau dấu | ghi điểm tối đa, từ 1 đến {TOTAL}.")
    if measure and measure not in codes:
        known = "; ".join(codes)
        raise ValueError(f"không có cách gợi ý “{measure}”; có thể ghi: {known}.")
    return Criterion(words, int(most), codes.get(measure, ""))


def _total(found: list[Criterion], reasons: list[Reason]) -> None:
    total = sum(one.most for one in found)
    if not reasons and total != TOTAL:
        reasons.append(
            Reason("sheet.total", f"Tổng điểm các tiêu chí là {total}, phải bằng {TOTAL}.")
        )
    names = [one.text for one in found]
    twice = sorted({text for text in names if names.count(text) > 1})
    if twice:
        reasons.append(Reason("sheet.twice", f"Tiêu chí ghi hai lần: {'; '.join(twice)}."))
