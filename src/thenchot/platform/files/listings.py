"""Tables of the page that shows what a list from Excel would do."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers.columns import Column, StateColumn
from thenchot.platform.registers.listing import Listing

WRONG = "wrong"
OUTCOMES = {
    WRONG: _("cần sửa"),
    "created": _("thêm mới"),
    "updated": _("cập nhật"),
    "unchanged": _("không đổi"),
}
TONES = {WRONG: "act", "created": "done", "updated": "wait"}
MOST = 200  # rows of a table on the page


class ProblemListing(Listing):
    """Cells that do not read; a problem of the whole file has neither row nor column."""

    label = _("Các chỗ sai")

    row = Column(_("Dòng"), lambda problem: problem.row or "")
    column = Column(_("Cột"))
    value = Column(_("Trong ô"))
    reason = Column(_("Vì sao"), "reason_vi")


class GuessListing(Listing):
    """Cells that were understood rather than read."""

    label = _("Các chỗ máy hiểu")

    row = Column(_("Dòng"))
    column = Column(_("Cột"))
    value = Column(_("Trong ô"))
    meaning = Column(_("Hiểu là"), "meaning_vi")


class OutcomeListing(Listing):
    """What each row becomes. `wrong`: rows with something to mend."""

    label = _("Các dòng")

    row = Column(_("Dòng"))
    name = Column(_("Tên"), "label")
    action = StateColumn(_("Sẽ"), lambda line: line["action"], labels=OUTCOMES, tones=TONES)
    details = Column(_("Chi tiết"))


def tables_of(report, lines=None) -> dict:
    """The tables of a report by their names in the template; none where there is nothing to say.
    `lines`: those worth showing, by default the first ones.
    """
    shown = report.lines[:MOST] if lines is None else lines
    wrong = report.bad_rows
    outcomes = [
        {**vars(line), "action": WRONG if line.row in wrong else line.action} for line in shown
    ]
    return {
        "problems": ProblemListing(report.problems) if report.problems else None,
        "guesses": GuessListing(report.guesses[:MOST]) if report.guesses else None,
        "lines": OutcomeListing(outcomes) if outcomes else None,
        "shown": len(outcomes),
    }
