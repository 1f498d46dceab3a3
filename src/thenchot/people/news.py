"""What happens to personnel files, told at once: corrections people ask for, and their answers."""

from django.urls import reverse
from django.utils.translation import gettext_noop as noop

from thenchot.people.filing.sections import title_of
from thenchot.people.models import Proposal
from thenchot.platform.alerts.findings import about, roles, the_person
from thenchot.platform.alerts.news import news
from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.roles import Role


def _tell(facts, words: str, **more):
    """The part is named; its values are not told."""
    rows = Proposal.objects.filter(pk__in=list(facts)).select_related("person__registered_in")
    for one in rows:
        path = one.person.registered_in.path
        yield about(
            one,
            words.format(name=one.person.full_name, part=title_of(one.section)),
            path=path,
            **{key: value(one, path) if callable(value) else value for key, value in more.items()},
        )


@news("proposal_made")
@in_vietnamese
def proposed(facts):
    return list(
        _tell(
            facts,
            "{name} đề nghị sửa hồ sơ: {part}",
            url=lambda one, path: reverse("file_proposal_detail", args=[one.pk]),
            tells=lambda one, path: roles(path, Role.OFFICER),
            next_step=noop("Đối chiếu giấy tờ, chấp nhận hoặc trả lại"),
        )
    )


def _answered(facts, words: str):
    return list(
        _tell(
            facts,
            words,
            url=reverse("my_proposals"),
            tells=lambda one, path: the_person(one.person),
            next_step=lambda one, path: one.reason[:300],
        )
    )


@news("proposal_accepted", ends=("proposal_made",))
@in_vietnamese
def accepted(facts):
    return _answered(facts, "Đề nghị sửa hồ sơ được chấp nhận: {part}")


@news("proposal_returned", ends=("proposal_made",))
@in_vietnamese
def returned(facts):
    return _answered(facts, "Đề nghị sửa hồ sơ được trả lại: {part}")
