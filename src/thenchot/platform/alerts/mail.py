"""One mail a day and person with the notices not read yet: what kind of thing each is about and the
page where it stands. Names, points and reasons stay in the house. Without a mail server nothing is
sent and nothing fails.

Nobody gets the same notice twice, whatever happens: a notice belongs to one digest, and a digest
goes to the server once. Only what the server did not take for certain is tried again.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from logging import getLogger
from smtplib import (
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from thenchot.platform import policies
from thenchot.platform.accounts.models import Account
from thenchot.platform.alerts import registry
from thenchot.platform.alerts.models import Digest, DigestState, Notice
from thenchot.platform.alerts.queries import FRESH, unread
from thenchot.platform.audit.labels import label_of
from thenchot.platform.language import in_vietnamese
from thenchot.platform.scope.models import Grant
from thenchot.policy.parameters import NoticePolicy

log = getLogger(__name__)
TRIES = 24  # hours in which a mail that is refused is tried again
REFUSED = (SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError, ValueError)


class NotSent(Exception):
    """Some mails wait for the next turn; `sent` are out."""

    def __init__(self, sent: int, reasons: list[str]):
        super().__init__(f"{len(reasons)} thư chưa gửi được: {reasons[0]}")
        self.sent = sent


class _NoServer(Exception):
    """Nothing can be handed over now: the others need not be tried."""


def send_digests(at: datetime) -> int:
    """Put together what is due at this hour, send everything that waits; how many went out. What
    could not be sent is raised in the end (`NotSent`) and tried again at the next turn.
    """
    if not settings.EMAIL_HOST:
        return 0
    for account_id in _due(at):
        _put_together(account_id, at)
    sent, reasons = 0, []
    for digest in Digest.objects.filter(state=DigestState.WAITING).order_by("pk"):
        try:
            sent += _send(digest, at)
        except _NoServer as error:
            reasons.append(str(error))
            break
        except REFUSED as error:
            reasons.append(_in_short(error))
    if reasons:
        raise NotSent(sent, reasons)
    return sent


def hour_for(paths: Iterable[str], on: date) -> int | None:
    """When somebody with roles in these branches gets the mail: the earliest hour of those that
    send it; None where none does.
    """
    held = [policies.in_force(NoticePolicy, path=path, on=on) for path in list(paths) or ["/"]]
    return min((one.digest_hour for one in held if one.digest_is_sent), default=None)


def _due(at: datetime) -> list[int]:
    """Accounts for which there is something, whose hour has come, and who got none today."""
    had = Digest.objects.filter(day=at.date()).exclude(state=DigestState.WAITING)
    rows = _unsent(at).filter(account__in=_readers()).exclude(account__in=had.values("account"))
    waiting = sorted(set(rows.values_list("account_id", flat=True)))
    paths = defaultdict(list)
    grants = Grant.objects.in_force(at.date()).filter(account__in=_readers())
    for account_id, path in grants.values_list("account_id", "path"):
        paths[account_id].append(path)
    hours = {pk: hour_for(paths[pk], at.date()) for pk in waiting}
    return [pk for pk, hour in hours.items() if hour is not None and hour <= at.hour]


def _readers():
    return Account.objects.filter(is_active=True, wants_digest=True).exclude(email="")


def _unsent(at: datetime):
    return unread(Notice.objects.filter(digest=None, created_at__gte=at - FRESH))


@transaction.atomic
def _put_together(account_id: int, at: datetime) -> None:
    """One that waits since yesterday takes in what came since: still one mail."""
    waits = Digest.objects.filter(account_id=account_id, state=DigestState.WAITING)
    digest = waits.select_for_update().first() or Digest(account_id=account_id, made_at=at)
    digest.day = at.date()
    digest.save()
    _unsent(at).filter(account_id=account_id).update(digest=digest)


def _send(digest: Digest, at: datetime) -> int:
    notices = list(unread(digest.notices.select_related("alert")).order_by("-created_at", "-pk"))
    account = _readers().filter(pk=digest.account_id).first()
    if account is None or not notices:  # read, switched off or closed meanwhile
        Digest.objects.filter(pk=digest.pk).update(state=DigestState.OVER)
        return 0
    message = _message(account, digest, notices)
    with _connected(digest, at) as connection:
        message.connection = connection
        return _hand_over(message, digest, at)


def _connected(digest: Digest, at: datetime):
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:  # SMTPException is one
        _put_back(digest, at, str(error))
        raise _NoServer(str(error)) from error
    return connection


def _hand_over(message: EmailMultiAlternatives, digest: Digest, at: datetime) -> int:
    mine = Digest.objects.filter(pk=digest.pk)
    waits = mine.filter(state=DigestState.WAITING)
    if not waits.update(state=DigestState.HANDED, tried_at=at):  # by another program
        return 0
    try:
        message.send()
    except REFUSED as error:
        _put_back(digest, at, _in_short(error))
        raise
    except (OSError, SMTPException) as error:  # it may have got it
        log.warning("digest %s: the server broke off", digest.pk, exc_info=True)
        mine.update(failure=_in_short(error))
        return 0
    mine.update(state=DigestState.SENT, sent_at=at, failure="")
    return 1


def _put_back(digest: Digest, at: datetime, reason: str) -> None:
    log.warning("digest %s not sent: %s", digest.pk, reason)
    mine = Digest.objects.filter(pk=digest.pk)
    mine.update(
        state=DigestState.WAITING, tried_at=at, failures=F("failures") + 1, failure=reason[:300]
    )
    mine.filter(failures__gte=TRIES).update(state=DigestState.FAILED)


def _in_short(error: Exception) -> str:
    """What the server answered, without the address in it."""
    code = getattr(error, "smtp_code", "")
    if isinstance(error, SMTPRecipientsRefused):
        code = next(iter(error.recipients.values()))[0]
    return f"{type(error).__name__} {code}".strip()


@in_vietnamese
def _message(account: Account, digest: Digest, notices: list[Notice]) -> EmailMultiAlternatives:
    context = {
        "account": account,
        "total": len(notices),
        "rows": _by_kind(notices),
        "base": settings.BASE_URL,
    }
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    message = EmailMultiAlternatives(
        f"Then Chốt: {len(notices)} việc báo ông (bà) chưa đọc",
        _plain(context),
        to=[account.email],
        headers={
            "Message-ID": f"<digest-{digest.pk}-{digest.day:%Y%m%d}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(render_to_string("alerts/mail.html", context), "text/html")
    return message


def _plain(context: dict) -> str:
    """The same in lines: templates of pages are written without any."""
    base = context["base"]
    rows = [
        f"- {title}{f': {count} việc' if count > 1 else ''}\n  {base}{page}"
        for title, count, page in context["rows"]
    ]
    parts = (
        f"Kính gửi ông (bà) {context['account'].name},",
        f"Có {context['total']} việc báo ông (bà) chưa đọc:",
        "\n".join(rows),
        "Nội dung chỉ xem được sau khi đăng nhập. "
        f"Thôi nhận thư này: {base}{reverse('digest_choice')}",
        "Thư do hệ thống Then Chốt gửi; xin không trả lời.",
    )
    return "\n\n".join(parts) + "\n"


def _by_kind(notices: list[Notice]) -> list[tuple[str, int, str]]:
    """Kind, how many, and the page: that of the one notice, or the list of all."""
    kinds: dict[str, list[Notice]] = {}
    for notice in notices:
        kinds.setdefault(title_of(notice), []).append(notice)
    return [(title, len(alike), _page_of(alike)) for title, alike in kinds.items()]


def _page_of(alike: list[Notice]) -> str:
    one = len(alike) == 1
    return reverse("notice_open", args=[alike[0].pk]) if one else reverse("notice_list")


def title_of(notice: Notice) -> str:
    """What kind of thing it is about, never whom or how much."""
    if notice.alert is None:
        return label_of(notice.news)
    rule = registry.rules().get(notice.alert.rule)
    return str(rule.label) if rule else "Cảnh báo"
