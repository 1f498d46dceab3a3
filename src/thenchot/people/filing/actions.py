"""What can be done to a file: its parts, scans, the confirmation; proposals, pledges, requests,
breaches.
"""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.people import queries
from thenchot.people.access import EDIT, KEEP_DATA_RIGHTS, is_own
from thenchot.people.actions import over_person
from thenchot.people.enums import ProposalState
from thenchot.people.filing import (
    breaches,
    changing,
    confirming,
    forms,
    parts,
    photos,
    pledges,
    proposing,
    scans,
)
from thenchot.people.filing.reading import get_readable_person
from thenchot.people.filing.sections import NOT_FOR_THE_PERSON
from thenchot.people.queries import place_of
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import somewhere
from thenchot.platform.ui.actions import Action, Actions, Offer

WRITE, ADD, CHANGED = _("Ghi"), _("Thêm"), _("Đã ghi thay đổi.")
ADD_ROW, EDIT_ROW, DROP_ROW = _("thêm"), _("sửa"), _("bỏ khỏi hồ sơ")


def may_keep(actor, person):
    """The own file, or one the actor keeps."""
    return True if is_own(actor, person) else actor.may(EDIT, place_of(person))


def page_of_file(person, anchor: str = "") -> str:
    page = reverse("person_file", args=[person.pk])
    return f"{page}#{anchor}" if anchor else page


# Parts of the file


def _page_of_part(part) -> str:
    return page_of_file(part.person, part.code)


def _keeps_part(actor, part):
    return actor.may(EDIT, part.place)


def _of_parts(code, get, at, keys, *actions) -> Actions:
    return Actions(
        code=code,
        get=get,
        back=_page_of_part,
        above=lambda part: part.person.full_name,
        at=at,
        keys=keys,
        actions=actions,
    )


def _of_person(part) -> dict:
    return {"pk": part.person.pk, "code": part.code}


GROUP = _of_parts(
    "group",
    parts.get_group,
    "<int:pk>/file/<slug:code>/",
    _of_person,
    Action(
        name="edit",
        title=_("Sửa"),
        heading=lambda part: part.title,
        submit=WRITE,
        form=parts.form_of,
        takes=("of",),
        may=_keeps_part,
        run=lambda actor, part, data: changing.change_items(
            actor, person_id=part.person.pk, **data
        ),
        done=CHANGED,
    ),
)
TABLE = _of_parts(
    "row",
    parts.get_section,
    "<int:pk>/file/<slug:code>/",
    _of_person,
    Action(
        name="new",
        title=ADD,
        heading=lambda part: f"{part.title}: {ADD_ROW}",
        form=parts.form_of,
        takes=("of",),
        may=_keeps_part,
        run=lambda actor, part, data: changing.add_row(
            actor, person_id=part.person.pk, section=part.code, **data
        ),
        done=_("Đã thêm vào hồ sơ."),
    ),
)
ROW = _of_parts(
    "row",
    parts.get_row,
    "<slug:code>/<int:pk>/",
    lambda part: {"code": part.code, "pk": part.row.pk},
    Action(
        name="edit",
        title=_("Sửa"),
        heading=lambda part: f"{part.title}: {EDIT_ROW}",
        submit=WRITE,
        form=parts.form_of,
        takes=("of",),
        may=_keeps_part,
        run=lambda actor, part, data: changing.replace_row(
            actor, section=part.code, row_id=part.row.pk, **data
        ),
        done=_("Đã ghi; dòng cũ còn trong lịch sử."),
    ),
    Action(
        name="withdraw",
        title=_("Bỏ"),
        heading=lambda part: f"{part.title}: {DROP_ROW} · {part.row}",
        submit=_("Bỏ khỏi hồ sơ"),
        tone="quiet",
        form=forms.ReasonForm,
        may=_keeps_part,
        run=lambda actor, part, data: changing.withdraw_row(
            actor, section=part.code, row_id=part.row.pk, **data
        ),
        done=_("Dòng này không còn trong hồ sơ; lịch sử vẫn giữ."),
    ),
)


def propose(part, title) -> list[Offer]:
    """To the person: ask whoever keeps the file."""
    if part.code in NOT_FOR_THE_PERSON:
        return []
    address = reverse("file_proposal_new", args=[part.code])
    query = f"?row={part.row.pk}" if part.row else ""
    return [Offer("propose", title, address + query, "", False, "")]


# The file as a whole


def _confirm(actor, person, data):
    return confirming.confirm_file(actor, person_id=person.pk)


def _told_confirmed(person, result):
    return _("Đã xác nhận hồ sơ đúng trong năm %(year)s.") % {"year": today().year}


FILE = Actions(
    code="file",
    get=queries.get_person,
    back=page_of_file,
    above=lambda person: person.full_name,
    actions=(
        Action(
            name="confirm",
            address="file/confirm/",
            title=_("Xác nhận hồ sơ đúng"),
            tone="go",
            may=may_keep,
            run=_confirm,
            done=_told_confirmed,
        ),
    ),
)
SCAN = Actions(
    code="scan",
    get=queries.get_person,
    back=lambda person: page_of_file(person, "scans"),
    above=lambda person: person.full_name,
    actions=(
        Action(
            name="new",
            address="file/scans/new/",
            title=_("Thêm bản quét"),
            heading=lambda person: _("Thêm bản quét hồ sơ giấy"),
            submit=_("Lưu"),
            form=forms.ScanForm,
            may=over_person(EDIT),
            run=lambda actor, person, data: scans.add_scan(actor, person_id=person.pk, **data),
            done=_("Đã lưu bản quét."),
        ),
        Action(
            name="photo",
            address="file/photo/",
            title=_("Ảnh 4 × 6"),
            heading=lambda person: _("Ảnh của hồ sơ"),
            submit=_("Lưu"),
            form=forms.PhotoForm,
            may=over_person(EDIT),
            run=lambda actor, person, data: photos.set_photo(actor, person_id=person.pk, **data),
            done=_("Đã lưu ảnh."),
        ),
    ),
)

# Proposals of the person


def _may_withdraw(actor, proposal):
    return proposal.state == ProposalState.OPEN and is_own(actor, proposal.person)


def _may_decide(actor, proposal):
    if proposal.state != ProposalState.OPEN or is_own(actor, proposal.person):
        return False
    return actor.may(EDIT, place_of(proposal.person))


def page_of_proposal(proposal) -> str:
    return reverse("file_proposal_detail", args=[proposal.pk])


def _all_proposals(proposal, result) -> str:
    return reverse("file_proposal_list")


PROPOSAL = Actions(
    code="file_proposal",
    get=proposing.get_proposal,
    back=page_of_proposal,
    above=lambda proposal: _("Đề nghị sửa hồ sơ"),
    actions=(
        Action(
            name="withdraw",
            title=_("Rút đề nghị"),
            may=_may_withdraw,
            run=lambda actor, proposal, data: proposing.withdraw(actor, proposal_id=proposal.pk),
            done="",
            to=lambda proposal, result: reverse("my_proposals"),
        ),
        Action(
            name="accept",
            title=_("Nhận vào hồ sơ"),
            tone="go",
            may=_may_decide,
            run=lambda actor, proposal, data: proposing.accept(actor, proposal_id=proposal.pk),
            done="",
            to=_all_proposals,
        ),
        Action(
            name="return",
            title=_("Trả lại"),
            form=forms.ReturnForm,
            may=_may_decide,
            run=lambda actor, proposal, data: proposing.give_back(
                actor, proposal_id=proposal.pk, **data
            ),
            done="",
            to=_all_proposals,
        ),
    ),
)

# Pledges


def page_of_pledges(person) -> str:
    return reverse("person_pledges", args=[person.pk])


PLEDGE_OF_PERSON = Actions(
    code="pledge",
    get=get_readable_person,
    back=page_of_pledges,
    above=lambda person: person.full_name,
    actions=(
        Action(
            name="new",
            address="pledges/new/",
            title=_("Ghi cam kết"),
            heading=lambda person: _("Bản cam kết rèn luyện, nêu gương"),
            submit=WRITE,
            tone="go",
            form=forms.PledgeForm,
            initial=lambda actor, person: {"content": pledges.PROPOSED},
            may=may_keep,
            run=lambda actor, person, data: pledges.sign_pledge(actor, person_id=person.pk, **data),
            done=_("Đã ghi bản cam kết."),
        ),
    ),
)


def get_pledge(actor, pk: int):
    """Of a file that the actor reads; the read is noted."""
    pledge = pledges.get_pledge(pk)
    pledge.person = get_readable_person(actor, pledge.person_id)
    return pledge


def _may_review(actor, pledge):
    return False if pledge.review else may_keep(actor, pledge.person)


PLEDGE = Actions(
    code="pledge",
    get=get_pledge,
    back=lambda pledge: page_of_pledges(pledge.person),
    above=lambda pledge: pledge.person.full_name,
    actions=(
        Action(
            name="review",
            title=_("Nhìn lại"),
            heading=lambda pledge: _("Nhìn lại cam kết năm %(year)s") % {"year": pledge.year},
            submit=WRITE,
            form=forms.ReviewForm,
            may=_may_review,
            run=lambda actor, pledge, data: pledges.review_pledge(
                actor, pledge_id=pledge.pk, **data
            ),
            done=_("Đã ghi kết quả thực hiện cam kết."),
        ),
    ),
)

# Breaches


def _note_breach(actor, _none, data):
    unit = data.pop("unit")
    return breaches.note_breach(actor, unit_id=unit.pk, **data)


BREACH = Actions(
    code="breach",
    get=breaches.get_breach,
    back=lambda breach: reverse("breach_list"),
    above=lambda breach: _("Sổ sự cố"),
    actions=(
        Action(
            name="new",
            title=_("Ghi sự cố dữ liệu cá nhân"),
            submit=WRITE,
            form=forms.BreachForm,
            takes=("actor",),
            may=somewhere(KEEP_DATA_RIGHTS),
            run=_note_breach,
            done=_("Đã vào sổ sự cố."),
            on_thing=False,
        ),
        Action(
            name="edit",
            title=_("Theo dõi sự cố"),
            heading=lambda breach: f"{_('Theo dõi sự cố')} {breach.found_at:%d/%m/%Y}",
            submit=WRITE,
            form=forms.FollowForm,
            initial=lambda actor, breach: {
                name: getattr(breach, name) for name in ("measures", "notified_at", "closed_on")
            },
            may=somewhere(KEEP_DATA_RIGHTS),
            run=lambda actor, breach, data: breaches.follow_breach(
                actor, breach_id=breach.pk, **data
            ),
            done=_("Đã ghi."),
        ),
    ),
)
