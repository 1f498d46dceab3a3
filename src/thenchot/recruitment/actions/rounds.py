"""What can be done to a need, a round, a position of it, a member of its council."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.platform.scope.actor import over, somewhere
from thenchot.platform.ui.actions import Action, Actions
from thenchot.recruitment.access import DECIDE, EDIT
from thenchot.recruitment.enums import RoundState
from thenchot.recruitment.forms import applicants as applicant_forms
from thenchot.recruitment.forms import rounds as forms
from thenchot.recruitment.queries.needs import get_position
from thenchot.recruitment.queries.rounds import get_member, get_opening, get_round
from thenchot.recruitment.rules import running
from thenchot.recruitment.services import applicants, council, hiring, results, rounds


def page_of(round_) -> str:
    if round_ is None:
        return reverse("recruitment_round_list")
    return reverse("recruitment_round", args=[round_.pk])


def _may_need(actor, position):
    need = vars(position).get("need")
    if need is not None and not need.number:
        return False
    return actor.may(EDIT, position.unit.path)


NEED = Actions(
    code="recruitment_need",
    get=get_position,
    back=lambda _position: reverse("recruitment_round_list"),
    above=lambda position: position or _("Nhu cầu tuyển dụng"),
    actions=(
        Action(
            name="open",
            title=_("Đưa vào đợt tuyển"),
            may=_may_need,
            run=lambda actor, position, data: rounds.open_for_need(actor, position_id=position.pk),
            done=_("Đã đưa cả nhu cầu của vị trí vào đợt đang soạn."),
            to=lambda _position, opening: page_of(opening.round),
            together=True,
        ),
    ),
)


def _at(step: str, permission: str):
    """The step is the next one, and whoever looks may take it."""

    def may(actor, round_):
        if not running.may_step(round_.state, step, round_.manner):
            return False
        return actor.may(permission, round_.unit.path)

    return may


def _may_approve(actor, round_):
    allowed = _at("approve", DECIDE)(actor, round_)
    if not allowed:
        return allowed
    return running.may_approve(actor.account_id, round_.made_by_id, round_.submitted_by_id)


def _may_finish(actor, round_):
    """Nobody who won waits any more."""
    allowed = _at("finish", EDIT)(actor, round_)
    return not results.waiting(round_).exists() if allowed else allowed


def _in(permission: str, *states: str):
    def may(actor, round_):
        return actor.may(permission, round_.unit.path) if round_.state in states else False

    return may


def _may_change(actor, round_):
    is_new = round_.state == RoundState.PUBLISHED and not round_.changed_on
    return actor.may(EDIT, round_.unit.path) if is_new else False


IN_COUNCIL = (
    RoundState.APPROVED,
    RoundState.PUBLISHED,
    RoundState.LISTED,
    RoundState.FIRST,
)


def _plan_of(actor, round_) -> dict:
    names = ("name", "manner", "second", "criteria", "contact")
    return {name: getattr(round_, name) for name in names}


def _notice_of(actor, round_) -> dict:
    return {
        name: getattr(round_, name) for name in ("opens_on", "closes_on", "criteria", "contact")
    }


def _step(name: str, title, form, permission: str, service, done, step: str = "", **more) -> Action:
    """One step of a round, with the form it asks."""
    return Action(
        name=name,
        title=title,
        heading=lambda round_: title,
        submit=more.pop("submit", _("Ghi")),
        form=form,
        may=more.pop("may", None) or _at(step or name, permission),
        run=lambda actor, round_, data: service(actor, round_id=round_.pk, **data),
        done=done,
        **{"tone": "go", **more},
    )


ROUND = Actions(
    code="recruitment_round",
    get=get_round,
    back=page_of,
    above=lambda round_: round_ or _("Đợt tuyển dụng"),
    actions=(
        Action(
            name="new",
            title=_("Lập đợt tuyển dụng"),
            submit=_("Lập"),
            form=forms.RoundForm,
            takes=("actor",),
            may=somewhere(EDIT),
            run=lambda actor, _none, data: rounds.open_round(actor, **data),
            done=_("Đã lập đợt; thêm vị trí cần tuyển."),
            to=lambda _none, round_: page_of(round_),
            on_thing=False,
        ),
        _step(
            "opening",
            _("Thêm vị trí"),
            forms.NewOpeningForm,
            EDIT,
            rounds.add_opening,
            _("Đã thêm vị trí."),
            may=_in(EDIT, RoundState.DRAFT),
            takes=("actor",),
            submit=_("Thêm"),
            tone="",
        ),
        _step(
            "plan",
            _("Sửa kế hoạch"),
            forms.PlanForm,
            EDIT,
            rounds.change_plan,
            _("Đã sửa kế hoạch."),
            may=_in(EDIT, RoundState.DRAFT),
            initial=_plan_of,
            tone="",
        ),
        Action(
            name="submit",
            title=_("Trình kế hoạch"),
            may=_at("submit", EDIT),
            run=lambda actor, round_, data: rounds.submit_plan(actor, round_id=round_.pk),
            done=_("Đã trình; người khác phê duyệt."),
            tone="go",
        ),
        _step(
            "approve",
            _("Phê duyệt kế hoạch"),
            forms.ApproveForm,
            DECIDE,
            rounds.approve_plan,
            _("Đã phê duyệt kế hoạch."),
            may=_may_approve,
        ),
        _step(
            "give_back",
            _("Trả lại kế hoạch"),
            forms.ReasonForm,
            DECIDE,
            rounds.give_back_plan,
            _("Đã trả lại kế hoạch."),
            tone="quiet",
        ),
        _step(
            "publish",
            _("Công bố thông báo"),
            forms.NoticeForm,
            EDIT,
            rounds.publish_notice,
            _("Đã công bố trên trang tuyển dụng công khai."),
            takes=("round_",),
            submit=_("Công bố"),
        ),
        _step(
            "change",
            _("Thay đổi thông báo"),
            forms.ChangeForm,
            EDIT,
            rounds.change_notice,
            _("Đã thay đổi thông báo."),
            may=_may_change,
            initial=_notice_of,
            tone="quiet",
        ),
        _step(
            "form",
            _("Nhận phiếu"),
            applicant_forms.OfficeForm,
            EDIT,
            lambda actor, round_id, **data: applicants.register_form(actor, **data),
            lambda round_, made: (
                _("Đã nhận phiếu số %(number)03d. Mã tra cứu: %(code)s")
                % {"number": made[0].number, "code": made[1]}
            ),
            may=_in(EDIT, RoundState.PUBLISHED),
            takes=("round_",),
            submit=_("Nhận phiếu"),
            tone="",
        ),
        _step(
            "member",
            _("Thêm thành viên hội đồng"),
            forms.MemberForm,
            EDIT,
            council.add_member,
            _("Đã thêm thành viên hội đồng."),
            may=_in(EDIT, *IN_COUNCIL),
            takes=("actor",),
            submit=_("Thêm"),
            tone="",
        ),
        _step(
            "issue",
            _("Lập danh sách đủ điều kiện"),
            forms.ListForm,
            EDIT,
            results.issue_list,
            _("Đã lập danh sách đủ điều kiện."),
            step="list",
            takes=("round_",),
        ),
        _step(
            "seal_first",
            _("Chốt điểm vòng 1"),
            forms.FirstForm,
            EDIT,
            results.seal_first,
            _("Đã chốt điểm vòng 1; điểm không sửa được nữa."),
            takes=("round_",),
            submit=_("Chốt"),
        ),
        _step(
            "seal_second",
            _("Chốt điểm vòng 2"),
            forms.SecondForm,
            EDIT,
            results.seal_second,
            _("Đã chốt điểm vòng 2; điểm không sửa được nữa."),
            takes=("round_",),
            submit=_("Chốt"),
        ),
        _step(
            "rank",
            _("Phê duyệt kết quả"),
            forms.RankForm,
            DECIDE,
            results.approve_results,
            _("Đã phê duyệt kết quả."),
            takes=("round_",),
        ),
        _step(
            "show",
            _("Công khai kết quả"),
            forms.ShowForm,
            EDIT,
            results.show_results,
            _("Đã công khai; mỗi người xem kết quả bằng mã của mình."),
            takes=("round_",),
        ),
        Action(
            name="finish",
            title=_("Kết thúc đợt"),
            may=_may_finish,
            run=lambda actor, round_, data: results.finish_round(actor, round_id=round_.pk),
            done=_("Đã kết thúc đợt."),
            ask=_("Kết quả không bảo lưu cho đợt sau. Kết thúc?"),
        ),
        _step(
            "cancel",
            _("Hủy đợt"),
            forms.ReasonForm,
            EDIT,
            results.cancel_round,
            _("Đã hủy đợt."),
            submit=_("Hủy đợt"),
            tone="quiet",
        ),
    ),
)


def _of_draft(actor, opening):
    return _in(EDIT, RoundState.DRAFT)(actor, opening.round)


def _may_call(actor, opening):
    if opening.round.state != RoundState.RESULTS:
        return False
    allowed = actor.may(DECIDE, opening.round.unit.path)
    return hiring.next_in_line(opening) is not None if allowed else allowed


OPENING = Actions(
    code="recruitment_opening",
    get=get_opening,
    back=lambda opening: page_of(opening and opening.round),
    above=lambda opening: opening.round,
    actions=(
        Action(
            name="change",
            title=_("Sửa"),
            heading=lambda opening: opening.name,
            submit=_("Ghi"),
            form=forms.OpeningForm,
            initial=lambda actor, one: {
                "number": one.number,
                "level": one.level,
                "majors": "\n".join(one.majors),
            },
            may=_of_draft,
            run=lambda actor, one, data: rounds.change_opening(actor, opening_id=one.pk, **data),
            done=_("Đã sửa vị trí."),
        ),
        Action(
            name="drop",
            title=_("Bỏ"),
            may=_of_draft,
            run=lambda actor, one, data: rounds.drop_opening(actor, opening_id=one.pk),
            done=_("Đã bỏ vị trí khỏi đợt."),
            to=lambda _opening, round_: page_of(round_),
            tone="quiet",
        ),
        Action(
            name="call",
            title=_("Gọi người kế tiếp"),
            heading=lambda opening: opening.name,
            submit=_("Gọi"),
            form=forms.CallForm,
            may=_may_call,
            run=lambda actor, one, data: hiring.call_next(actor, opening_id=one.pk, **data),
            done=_("Đã gọi người kế tiếp; thời hạn nộp hồ sơ tính từ hôm nay."),
            tone="go",
        ),
    ),
)


def _may_drop_member(actor, member):
    return False if member.round.marked_on else over(EDIT, "round__unit__path")(actor, member)


MEMBER = Actions(
    code="recruitment_member",
    get=get_member,
    back=lambda member: page_of(member and member.round),
    above=lambda member: member.round,
    actions=(
        Action(
            name="drop",
            title=_("Bỏ"),
            may=_may_drop_member,
            run=lambda actor, one, data: council.drop_member(actor, member_id=one.pk),
            done=_("Đã bỏ khỏi hội đồng."),
            to=lambda _member, round_: page_of(round_),
            tone="quiet",
        ),
    ),
)
