"""Tables of the check of a list, or of a catalogue: what is wrong in it, what each line becomes."""

from django.utils.translation import gettext_lazy as _

from thenchot.platform.registers import columns
from thenchot.platform.registers.listing import Listing

STEP = {"created": _("thêm mới"), "updated": _("cập nhật"), "unchanged": _("không đổi")}
STEP_TONE = {"created": "done", "updated": "wait"}
STEP_OF_DRAFT = {"created": _("thêm mới"), "updated": _("đổi"), "dropped": _("bỏ")}
TONE_OF_DRAFT = {"created": "done", "updated": "wait", "dropped": "act"}


class ProblemListing(Listing):
    """Cells that cannot be taken as they are."""

    label = _("Các chỗ sai")

    row = columns.Column(_("Dòng"), lambda problem: problem.row or None)
    column = columns.Column(_("Cột"))
    value = columns.Column(_("Trong ô"))
    reason = columns.Column(_("Vì sao"), "reason_vi")


class CatalogueProblemListing(ProblemListing):
    """The same, of a workbook with several sheets."""

    sheet = columns.Column(_("Trang"), lambda problem: problem.sheet or None)

    class Meta(ProblemListing.Meta):
        sequence = ("sheet", "...")


class GuessListing(Listing):
    """What was understood and should be looked at."""

    label = _("Các chỗ máy hiểu")

    sheet = columns.Column(_("Trang"), lambda guess: guess.sheet or None)
    row = columns.Column(_("Dòng"), lambda guess: guess.row or None)
    column = columns.Column(_("Cột"))
    meaning = columns.Column(_("Hiểu là"), "meaning_vi")


class ChangeListing(Listing):
    """Where the workbook differs from the draft."""

    label = _("Chỗ khác")

    line = columns.Column(_("Dòng"), lambda change: change.label)
    column = columns.Column(_("Cột"))
    before = columns.Column(_("Trước"), lambda change: change.before or None, css="was")
    after = columns.Column(_("Sau"), lambda change: change.after or None)


class CatalogueLineListing(Listing):
    """What each line of the workbook becomes, where it is not the same."""

    label = _("Các dòng")

    sheet = columns.Column(_("Trang"), lambda line: line.sheet or None)
    row = columns.Column(_("Dòng"), lambda line: line.row or None)
    name = columns.Column(_("Công việc"), lambda line: line.label)
    action = columns.StateColumn(_("Sẽ"), labels=STEP_OF_DRAFT, tones=TONE_OF_DRAFT)
    details = columns.Column(_("Chi tiết"))
