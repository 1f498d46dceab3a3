"""Violations in a year: which fail it, and where those count that do not (Đ11.2, Đ20.4)."""

from collections.abc import Iterable, Sequence

from thenchot.rating.persons.rules.year_facts import Violation, YearFacts
from thenchot.rating.rules.conditions import ARTICLE as PARTY
from thenchot.scoring.rules.receipt import Remark
from thenchot.worklog.enums import Band, Regulation

SPECIAL = "NĐ 335/2025, Điều 11.2"
FAILS = "NĐ 335/2025, Điều 20.4"
NATURES = {
    "degeneration": "suy thoái về tư tưởng chính trị, đạo đức, lối sống",
    "forbidden": "vi phạm điều không được làm",
    "bad_example": "vi phạm trách nhiệm nêu gương",
    "duty": "vi phạm liên quan hoạt động công vụ",
}
MILDER = (
    "phê bình",
    "nhắc nhở",
    "rút kinh nghiệm",
    "kiểm điểm",
)  # less than khiển trách, the mildest discipline


def violation_limits(facts: YearFacts) -> Iterable[tuple[Band | None, Remark]]:
    """(at most, why), none where an act lowers nothing here. One act fails one year at one unit,
    however many bodies decided about it.
    """
    for name in dict.fromkeys(act.act for act in facts.acts):
        yield _limit(
            facts,
            sorted((act for act in facts.acts if act.act == name), key=lambda act: act.decided_on),
        )


def _limit(facts: YearFacts, decisions: Sequence[Violation]) -> tuple[Band | None, Remark]:
    what = f"{decisions[0].act}: {NATURES[decisions[0].nature]}"
    here = [act for act in decisions if not act.unit or not facts.unit or act.unit == facts.unit]
    if not here:
        return None, Remark(
            "act_counts_at_other_unit",
            f"{what}; tính tại đơn vị xảy ra vi phạm ({decisions[0].unit}).",
            SPECIAL,
        )
    counting = [act for act in here if _counts(act)]
    if not counting:
        return None, Remark(
            "act_without_discipline", f"{what}; chưa bị kỷ luật từ khiển trách trở lên.", FAILS
        )
    year = _year_of(counting)
    if year != facts.year:
        return None, Remark(
            "act_counts_in_other_year", f"{what}; tính cho năm {year}, không tính lại.", SPECIAL
        )
    return Band.FAILED, Remark(
        f"act_{counting[0].nature}", f"{what}.", PARTY if facts.rules == Regulation.QD366 else FAILS
    )


def _counts(act: Violation) -> bool:
    """Wrongs of public duty count once disciplined; degeneration, forbidden acts and a bad example
    once concluded.
    """
    form = act.form.casefold().strip()
    return act.nature != "duty" or (form != "" and not form.startswith(MILDER))


def _year_of(decisions: Sequence[Violation]) -> int:
    """The year it was used for; else that of the first decision."""
    used = [act.used_for_year for act in decisions if act.used_for_year is not None]
    return used[0] if used else decisions[0].decided_on.year
