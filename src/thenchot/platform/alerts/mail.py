"""One mail a person and run: a short list with links. Without an SMTP server nothing is sent and
nothing fails.
"""

from collections import defaultdict
from logging import getLogger

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string

from thenchot.platform.alerts.models import Notice
from thenchot.platform.alerts.rules import AlertState
from thenchot.platform.clock import real_now

log = getLogger(__name__)
AT_ONCE = 5000


def send_waiting() -> int:
    """Mail every notice not yet mailed, one mail a person; tell how many mails went out. A person
    whose mail fails is tried again at the next run; the others are not held up.
    """
    if not settings.EMAIL_HOST:
        return 0
    by_account = _waiting()
    with get_connection() as connection:
        return sum(_send(connection, account, notices) for account, notices in by_account.items())


def _waiting():
    notices = Notice.objects.filter(
        mailed_at__isnull=True,
        read_at__isnull=True,
        over_at__isnull=True,
        account__is_active=True,
    )
    notices = notices.exclude(account__email="").exclude(alert__state=AlertState.RESOLVED)
    by_account = defaultdict(list)
    for notice in notices.select_related("account", "alert").order_by("account_id", "pk")[:AT_ONCE]:
        by_account[notice.account].append(notice)
    return by_account


def _send(connection, account, notices):
    subject = f"Then Chốt: {len(notices)} việc cần ông (bà) xem"
    body = render_to_string(
        "alerts/mail.txt", {"account": account, "notices": notices, "base": settings.BASE_URL}
    )
    try:
        EmailMessage(subject, body, to=[account.email], connection=connection).send()
    except OSError:  # SMTPException is one
        log.warning("mail to account %s failed", account.pk, exc_info=True)
        return 0
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=real_now())
    return 1
