"""The cells of the people, column by column: each distinct text of a column is put into Unicode and
read once.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any

from thenchot.kernel.text import nfc
from thenchot.people import columns as c
from thenchot.people.imports import forms
from thenchot.people.imports.forms import Read
from thenchot.people.imports.headings import Use
from thenchot.people.imports.plan import Plan
from thenchot.people.imports.posts import lines_of
from thenchot.people.imports.rows import Person
from thenchot.platform.office.excel.cells import BadCell, read_flag
from thenchot.platform.office.excel.encodings import legacy_texts
from thenchot.platform.office.excel.grid import cell_text
from thenchot.platform.office.excel.reports import Guess, ImportReport, Problem
from thenchot.policy.codelists import code_list

Tell = Callable[[int, int], None]
LINES = frozenset((*c.POSTS, "post"))  # cells whose line breaks mean something
PUT_TOGETHER = ("name", "name_family", "name_given")
ZERO_SAYS_NO = frozenset(
    (*(column.key for column in c.KEPT if column.form in ("flag", "answer")), "sex_m", "sex_f")
)
FIRST_YEAR = 1900
NO_ERRORS: Mapping[tuple[int, int], str] = {}


def parse(
    people: Sequence[Person],
    uses: Sequence[Use],
    report: ImportReport,
    tell: Tell = lambda done, total: None,
    *,
    sheet: str = "",
    tab: str = "",
    errors: Mapping[tuple[int, int], str] = NO_ERRORS,
) -> list[Plan]:
    """One plan a row; what could not be read stands in the report. `sheet` and `tab` as of the
    plan; `errors`: what formulas show instead of a value, by row and column.
    """
    by_key: dict[str, list[Use]] = {}
    for use in uses:
        by_key.setdefault(use.key, []).append(use)
    plans = [
        Plan(
            person.number,
            person.cells,
            by_key,
            section=person.section,
            sheet=sheet,
            prefix=uses[0].prefix if uses else "",
            tab=tab,
        )
        for person in people
    ]
    wanted = [use for use in uses if use.key and use.key != "ordinal"]
    for done, use in enumerate(wanted):
        cells = [person.cells[use.at] if use.at < len(person.cells) else None for person in people]
        _Column(use, cells, plans, report, by_key[use.key][0] is use).read()
        tell(done + 1, len(wanted))
    _tell_errors(plans, wanted, errors, report)
    return plans


def _tell_errors(plans, uses, errors, report: ImportReport) -> None:
    """A formula that found nothing says nothing: the file keeps what it has."""
    if not errors:
        return
    for use in uses:
        for plan in plans:
            if shown := errors.get((plan.number, use.at)):
                meaning = "công thức báo lỗi: coi là ô trống"
                report.guesses.append(
                    Guess(
                        plan.number,
                        use.title,
                        shown,
                        meaning,
                        f"{use.key}:error",
                        use.letter,
                        sheet=plan.sheet,
                    )
                )


class _Column:
    """`is_first`: of the columns of its key."""

    def __init__(
        self, use: Use, cells: list[Any], plans: list[Plan], report: ImportReport, is_first: bool
    ):
        self.use, self.cells, self.plans, self.report, self.is_first = (
            use,
            cells,
            plans,
            report,
            is_first,
        )
        self.legacy = legacy_texts(cell for cell in set(filter(_is_text, cells)))

    def read(self) -> None:
        known: dict[tuple, Read | BadCell | None] = {}
        key, simply = self.use.key, self.is_first and self.use.key not in PUT_TOGETHER
        for plan, raw in zip(self.plans, self.cells, strict=True):
            if raw is None or raw == "":
                continue
            place = (raw.__class__, raw)
            if place not in known:
                known[place] = self._meaning(raw)
            found = known[place]
            if (
                simply
                and found.__class__ is Read
                and not found.guess
                and not found.more
                and found.value is not None
            ):
                plan.said[key] = found.value  # what nearly every cell is
            elif found is not None:
                self._put(plan, raw, found)

    def _meaning(self, raw: Any) -> Read | BadCell | None:
        """None: the cell is empty after all."""
        cell, legacy = self.legacy.get(raw, (raw, "")) if isinstance(raw, str) else (raw, "")
        cell = nfc(cell) if isinstance(cell, str) else cell
        if self._is_empty(cell):
            return None
        try:
            read = self._read(
                _capitalised(cell) if legacy and self.use.key in PUT_TOGETHER else cell
            )
        except BadCell as bad:
            return bad
        if legacy:
            return Read(
                read.value, f"phông {legacy}, hiểu là “{cell_text(cell)}”", "font", read.more
            )
        return read

    def _is_empty(self, cell: Any) -> bool:
        """Nothing, or the 0 (to a date: of the year 1899) that a formula finds in an empty cell."""
        if isinstance(cell, time) or (isinstance(cell, date) and cell.year < FIRST_YEAR):
            return True
        text = cell_text(cell)
        return text == "" or (text == "0" and self.use.key not in ZERO_SAYS_NO)

    def _read(self, cell: Any) -> Read:
        key = self.use.key
        if key.startswith("hot:"):
            return _one_hot(cell, *key.split(":")[1:])
        if key in ("sex_m", "sex_f"):
            return Read(None, more={"sex": key[-1]}) if read_flag(cell) else forms.NOTHING
        if key in ("born_m", "born_f"):
            return _born_in(cell, key[-1])
        if key == "name_family" and isinstance(cell, str):
            cell = forms.unnumbered(cell)
        if key in LINES and isinstance(cell, str):
            return forms.text(cell, c.BY_KEY[key]) and Read(lines_of(cell))
        column = c.BY_KEY[key]
        return forms.FORMS[column.form](cell, column)

    def _put(self, plan: Plan, raw: Any, found: Read | BadCell) -> None:
        if isinstance(found, BadCell):
            self.report.problems.append(
                Problem(
                    plan.number,
                    self.use.title,
                    found.message_vi,
                    cell_text(raw),
                    self.use.letter,
                    of_value=True,
                    sheet=plan.sheet,
                )
            )
            return
        key = self.use.key
        if key in ("born_m", "born_f") and "born" in found.more and "born" in plan.said:
            self.report.problems.append(
                Problem(
                    plan.number,
                    self.use.title,
                    "Ngày sinh ghi cả ở cột nam và cột nữ: xóa một ô.",
                    cell_text(raw),
                    self.use.letter,
                    sheet=plan.sheet,
                )
            )
        if found.value is not None:
            self._say(plan, key, found.value)
        for other, value in found.more.items():
            plan.said.setdefault(other, value)
        if found.guess:
            self.report.guesses.append(
                Guess(
                    plan.number,
                    self.use.title,
                    cell_text(raw),
                    found.guess,
                    f"{key}:{found.kind}",
                    self.use.letter,
                    sheet=plan.sheet,
                )
            )

    def _say(self, plan: Plan, key: str, value: Any) -> None:
        """Two columns of one meaning: a name is put together, else the first that says something
        counts. What another column said along the way ("ĐH Luật" names a field) gives way to the
        column of its own.
        """
        first, _ = plan.place(key)
        if (
            key in PUT_TOGETHER
            and first is not self.use
            and plan.said.get(key) not in (None, value)
        ):
            plan.said[key] = f"{plan.said[key]} {value}"
        elif first is self.use or key not in plan.said:
            plan.said[key] = value


def _one_hot(cell: Any, area: str, level: str) -> Read:
    """An x, or for a degree the field itself, or the year."""
    try:
        marked = read_flag(cell)
    except BadCell:
        said = cell_text(cell)
        if area == "degree":
            name = code_list("degree").name_of(level)
            return Read(
                None,
                f"hiểu là {name}, ngành {said}",
                "degree",
                {area: level, "degree_field": said[:300]},
            )
        return Read(None, f"hiểu là có đánh dấu ({said})", "mark", {area: level})
    return Read(None, more={area: level}) if marked else forms.NOTHING


def _born_in(cell: Any, sex: str) -> Read:
    """The date stands in the column of the sex; an x alone says only the sex."""
    try:
        if read_flag(cell):
            return Read(None, more={"sex": sex})
    except BadCell:
        pass
    read = forms.born(cell, c.BORN)
    return Read(None, read.guess, read.kind, {"born": read.value, "sex": sex})


def _capitalised(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in cell_text(text).split())


def _is_text(cell: Any) -> bool:
    return isinstance(cell, str) and cell != ""
