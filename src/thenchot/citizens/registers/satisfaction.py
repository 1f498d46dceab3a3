"""Satisfaction by unit, procedure, person, group; slips; what people wrote; told once."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thenchot.citizens.access import EDIT, EXPORT, SEE
from thenchot.citizens.actions.satisfaction import SLIP
from thenchot.citizens.labels import FACE, RESPONDENTS
from thenchot.citizens.queries import satisfaction as queries
from thenchot.citizens.queries.policy import strictest
from thenchot.citizens.registers.cases import TABS, bounds_told, year_asked
from thenchot.organisation.filters import UnitFilter
from thenchot.organisation.queries.tree import homes_over
from thenchot.platform.admission.public import address_of_code, qr_of
from thenchot.platform.clock import today
from thenchot.platform.registers import columns, filters
from thenchot.platform.registers.official import Official
from thenchot.platform.registers.register import PageLink, Register

MOST_TOLD = 5  # places whose coverage stands above the list
PARTS = {
    "unit": _("Đơn vị"),
    "procedure": _("Thủ tục"),
    "person": _("Người xử lý"),
    "group": _("Đối tượng"),
}


def named(row):
    """A group by its word, whatever else by its own name."""
    return RESPONDENTS.get(row.name, row.name)


def share_told(row):
    return row.share.value if row.share else None


def bounds_of(row) -> str:
    return bounds_told(row.share) if row.share else ""


class SatisfactionRegister(Register):
    """How satisfied people were in a year, with the interval; none is told of too few (S2-006)."""

    code, title = "satisfaction_list", _("Mức hài lòng")
    lead = _(
        "Tỷ lệ phiếu hài lòng và rất hài lòng, kèm khoảng tin cậy 95%. Ít phiếu thì không nêu "
        "tỷ lệ; số này đứng cạnh đánh giá, không tự cộng vào điểm của ai."
    )
    see, take = SEE, EXPORT
    template, is_found = "citizens/of_year.html", False
    tabs, file_name = TABS, "muc-hai-long"
    empty = _("Năm này chưa có phiếu đánh giá nào.")
    official = Official("Mức hài lòng của người dân, doanh nghiệp")
    links = (PageLink(_("Phiếu đánh giá"), "rating_slip_list", EDIT),)

    name = columns.Column(_("Tên"), named, sort=False, width=44, paper=70)
    answers = columns.NumberColumn(
        _("Số phiếu"), lambda row: row.counted.whole, sort=False, width=10, paper=22
    )
    share = columns.ShareColumn(_("Hài lòng"), share_told, sort=False, places=1, paper=26)
    bounds = columns.Column(_("Khoảng 95%"), bounds_of, sort=False, width=20, paper=40)

    @property
    def by(self) -> str:
        asked = self.given.get("by", "unit")
        return asked if asked in PARTS else "unit"

    def get_rows(self, permission):
        year = year_asked(self.given)
        least = strictest(self.actor, "least_answers")
        return queries.satisfactions(self.actor, permission, year, self.by, least)

    def context(self):
        homes = homes_over(self.actor, SEE)[:MOST_TOLD]
        return {
            "year": year_asked(self.given),
            "by": self.by,
            "parts": PARTS.items(),
            "notes": [self._coverage_told(home) for home in homes],
        }

    def _coverage_told(self, home) -> str:
        found = queries.coverage(home, year_asked(self.given), today())
        told = {
            "place": home.name,
            "asked": found.asked,
            "people": found.people,
            "percent": found.percent,
            "met": gettext("đạt") if found.is_met else gettext("chưa đạt"),
        }
        words = gettext(
            "%(place)s: đã đưa phiếu cho %(asked)s trong %(people)s người có thủ tục giải quyết "
            "xong trong năm; cần trên %(percent)s%%: %(met)s."
        )
        return words % told


class SlipFilter(filters.RegisterFilter):
    q = filters.WordsFilter("code", "case__code")
    unit = UnitFilter(EDIT)
    to_give = filters.FlagFilter(_("Chưa đưa"), lambda rows: rows.filter(given_on__isnull=True))
    waiting = filters.FlagFilter(_("Chưa trả lời"), lambda rows: rows.filter(used_in__isnull=True))
    since = filters.DaysFilter(_("Phát từ ngày"), "made_on", "gte")


class SlipRegister(Register):
    """Slips with their codes, to be printed and given at the counter."""

    code, title = "rating_slip_list", _("Phiếu đánh giá")
    lead = _(
        "In trang này, cắt từng phiếu, đưa kèm kết quả rồi đánh dấu “Đã đưa”. Mỗi phiếu trả lời "
        "một lần."
    )
    see = take = EDIT
    rows = staticmethod(queries.list_slips)
    filters = SlipFilter
    actions, together = SLIP, ("give",)
    above = ((_("Mức hài lòng"), "satisfaction_list"),)
    links = (PageLink(_("Phát phiếu cho hồ sơ vừa xong"), "rating_slip_new", EDIT, "go"),)
    file_name = "phieu-danh-gia"
    empty = _("Chưa phát phiếu nào.")

    code_ = columns.Column(_("Mã phiếu"), "code", width=16, css="nowrap")
    qr = columns.PartColumn(_("Mã vuông"), "citizens/_qr.html", excel=False)
    case = columns.Column(_("Hồ sơ"), "case__code", notes=("case__procedure",), width=40)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30)
    made_on = columns.DayColumn(_("Ngày phát"), width=12)
    given_on = columns.DayColumn(_("Đã đưa ngày"), width=12)
    answered = columns.FlagColumn(_("Đã trả lời"), lambda row: bool(row.used_in), width=12)
    step = columns.OffersColumn(offers=SLIP.offers, about="code")

    def prepare(self, rows):
        for slip in rows:
            slip.qr_data = "" if slip.used_in else self._qr(slip.code)
        return rows

    def _qr(self, code: str) -> str:
        return qr_of(address_of_code(self.request, "public_rate", code))


class WordFilter(filters.RegisterFilter):
    q = filters.WordsFilter("word")
    unit = UnitFilter(SEE)
    face = filters.CodeFilter(_("Mức hài lòng"), FACE)


def month_of(row) -> str:
    return f"{row.month:%m/%Y}"


class WordRegister(Register):
    """What people wrote: by month and unit only, so that nobody is known by it; never scored."""

    code, title = "satisfaction_word_list", _("Lời góp ý")
    lead = _("Chỉ hiện khi tháng ấy đơn vị có đủ phiếu; số điện thoại, số định danh đã che.")
    see, take = SEE, EXPORT
    filters = WordFilter
    tabs, file_name = TABS, "loi-gop-y"
    empty = _("Chưa có lời góp ý nào đủ điều kiện hiện.")
    official = Official("Lời góp ý của người dân, doanh nghiệp", landscape=True)

    month = columns.Column(_("Tháng"), month_of, sort="month", width=12, paper=24)
    unit = columns.Column(_("Đơn vị"), "unit__name", width=30, paper=56)
    face = columns.ChoiceColumn(_("Mức hài lòng"), labels=FACE, width=18, paper=34)
    word = columns.Column(_("Lời góp ý"), width=60, paper=150)

    def get_rows(self, permission):
        least = strictest(self.actor, "words_from")
        return queries.words(self.actor, permission).filter(beside__gte=least)
