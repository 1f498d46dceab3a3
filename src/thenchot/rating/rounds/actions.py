"""What can be done to a whole round: of people, or of the organisations its head recognises."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.policy.parameters import RatingCapPolicy, RatingRoundPolicy, ScoringPolicy
from thenchot.rating.access import KEEP_YEAR, may_direct, may_keep
from thenchot.rating.organisations import services as organisations
from thenchot.rating.persons.services import computing, deciding
from thenchot.rating.rounds import access, forms
from thenchot.rating.rounds.queries import get_round
from thenchot.rating.rounds.services import finishing, meetings, opening, sending
from thenchot.worklog.forms.fields import ReasonForm

CAPPED = _("Đã áp mức trần xuất sắc.")


def page_of(found) -> str:
    return reverse("round_detail", args=[found.pk]) if found else reverse("year_list")


def _enrolled(found, n: int) -> str:
    return ngettext("Thêm %(n)s vào đợt.", "Thêm %(n)s vào đợt.", n) % {"n": n}


def _computed(found, n: int) -> str:
    return ngettext("Đã tính lại cho %(n)s người.", "Đã tính lại cho %(n)s người.", n) % {"n": n}


def _proposed(found, n: int) -> str:
    text = ngettext("Đã đề xuất mức cho %(n)s người.", "Đã đề xuất mức cho %(n)s người.", n)
    return text % {"n": n}


def _decided(found, n: int) -> str:
    text = ngettext("Đã quyết định cho %(n)s người.", "Đã quyết định cho %(n)s người.", n)
    return text % {"n": n}


def _told(found, n: int) -> str:
    return ngettext(
        "Đã thông báo cho %(n)s người, công khai trong đơn vị.",
        "Đã thông báo cho %(n)s người, công khai trong đơn vị.",
        n,
    ) % {"n": n}


def _shares(found) -> str:
    caps = found.in_force(RatingCapPolicy)
    text = _(
        "Bình thường %(usual)s%%, tổ chức xuất sắc đến %(most)s%% số người hoàn thành tốt "
        "(Điều 20.5)."
    )
    return text % {
        "usual": caps.excellent_percent,
        "most": caps.excellent_percent_outstanding,
    }


def _to_send(found) -> str:
    days = found.in_force(ScoringPolicy).send_days
    return _("Gửi trong %(n)s ngày kể từ ngày có kết quả (Điều 26).") % {"n": days}


def _done_before(found) -> str:
    ends = found.in_force(RatingRoundPolicy).ends(found.year)
    told = {code: f"{day:%d/%m/%Y}" for code, day in ends.items()}
    return _("Xong trước ngày %(usual)s; nơi có lịch riêng: trước %(own)s (Điều 19.2).") % told


ROUND = Actions(
    code="round",
    get=get_round,
    back=page_of,
    above=lambda found: str(found) if found else _("Xếp loại năm"),
    actions=(
        Action(
            name="new",
            title=_("Mở đợt xếp loại"),
            heading=lambda none: _("Mở đợt xếp loại năm"),
            submit=_("Mở"),
            form=forms.RoundForm,
            takes=("actor",),
            initial=lambda actor, none: {"year": today().year},
            may=somewhere(KEEP_YEAR),
            run=lambda actor, none, data: opening.open_round(actor, **data),
            done=_("Đã mở đợt xếp loại, danh sách đã lập."),
            to=lambda none, made: page_of(made),
            tone="go",
            on_thing=False,
        ),
        Action(
            name="enrol",
            title=_("Cập nhật danh sách"),
            may=may_keep,
            run=lambda actor, found, data: opening.enrol(actor, round_id=found.pk),
            done=_enrolled,
            address="do/enrol/",
        ),
        Action(
            name="compute",
            title=_("Tính lại"),
            may=access.may_keep_people,
            run=lambda actor, found, data: computing.compute(actor, round_id=found.pk),
            done=_computed,
            address="do/compute/",
        ),
        Action(
            name="meeting",
            title=_("Ghi biên bản họp"),
            submit=_("Ghi biên bản"),
            form=forms.MinutesForm,
            takes=("actor", "found"),
            initial=lambda actor, found: {"held_on": today()},
            may=access.may_record_meeting,
            run=lambda actor, found, data: meetings.record_meeting(
                actor, round_id=found.pk, **data
            ),
            done=_("Đã ghi biên bản họp."),
            template="rating/minutes.html",
            route="meeting_new",
        ),
        Action(
            name="propose",
            title=_("Đề xuất như máy tính"),
            may=access.may_propose_all,
            run=lambda actor, found, data: deciding.consolidate_all(actor, round_id=found.pk),
            done=_proposed,
            address="do/propose/",
        ),
        Action(
            name="caps",
            title=_("Áp mức trần"),
            may=access.may_keep_people,
            run=lambda actor, found, data: deciding.apply_caps(actor, round_id=found.pk),
            done=CAPPED,
            address="do/caps/",
        ),
        Action(
            name="body_caps",
            title=_("Áp mức trần"),
            may=access.may_keep_organisations,
            run=lambda actor, found, data: organisations.cap_organisations(
                actor, round_id=found.pk
            ),
            done=CAPPED,
            address="do/body_caps/",
        ),
        Action(
            name="share",
            title=_("Mức trần cao hơn"),
            heading=lambda found: _("Mức trần xuất sắc"),
            submit=_("Ghi"),
            note=_shares,
            form=forms.ShareForm,
            initial=lambda actor, found: {
                "is_outstanding": found.is_outstanding,
                "basis": found.outstanding_basis,
            },
            may=may_direct,
            run=lambda actor, found, data: opening.allow_more(actor, round_id=found.pk, **data),
            done=_("Đã ghi; áp mức trần lại."),
        ),
        Action(
            name="decide",
            title=_("Quyết định như đề xuất"),
            submit=_("Quyết định"),
            note=_(
                "Theo đề xuất sau mức trần. Người bằng điểm tại mức trần, phiếu của chính mình, "
                "người mình đã đề xuất và người bị thấp hơn quyết định trước thì để lại quyết định "
                "riêng."
            ),
            form=forms.DecideAllForm,
            initial=lambda actor, found: {"decided_on": today()},
            may=access.may_decide_all,
            run=lambda actor, found, data: deciding.decide_all(actor, round_id=found.pk, **data),
            done=_decided,
            tone="go",
        ),
        Action(
            name="notify",
            title=_("Thông báo, công khai"),
            may=access.may_notify,
            run=lambda actor, found, data: finishing.notify(actor, round_id=found.pk),
            done=_told,
            tone="go",
            address="do/notify/",
        ),
        Action(
            name="lock",
            title=_("Khóa"),
            may=may_direct,
            run=lambda actor, found, data: finishing.lock(actor, round_id=found.pk),
            done=_("Đã khóa đợt xếp loại."),
            address="do/lock/",
        ),
        Action(
            name="reopen",
            title=_("Mở lại"),
            heading=lambda found: _("Mở lại đợt xếp loại cơ quan, đơn vị"),
            form=ReasonForm,
            may=access.may_reopen_round,
            run=lambda actor, found, data: finishing.reopen_round(actor, round_id=found.pk, **data),
            done=_("Đã mở lại đợt; ai mở, vì sao được giữ lại."),
        ),
        Action(
            name="days",
            title=_("đặt ngày"),
            heading=lambda found: _("Ngày của các bước"),
            submit=_("Ghi"),
            note=_done_before,
            form=forms.DaysForm,
            takes=("found",),
            may=may_keep,
            run=lambda actor, found, data: opening.set_days(actor, round_id=found.pk, days=data),
            done=_("Đã đặt ngày các bước."),
        ),
        Action(
            name="sent",
            title=_("Ghi đã gửi"),
            heading=lambda found: _("Đã gửi cơ sở dữ liệu quốc gia"),
            submit=_("Ghi"),
            note=_to_send,
            form=forms.SentForm,
            initial=lambda actor, found: {"sent_on": today()},
            may=access.may_note_sent,
            run=lambda actor, found, data: sending.mark_sent(actor, round_id=found.pk, **data),
            done=_("Đã ghi ngày gửi."),
        ),
    ),
)
