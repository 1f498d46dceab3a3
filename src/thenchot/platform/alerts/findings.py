"""How a room puts together what it found: about which row, whom it tells, and what being late
changes.
"""

from datetime import date
from typing import Any

from django.db.models import Model

from thenchot.platform.alerts.registry import AccountAudience, Audience, Finding, Severity


def about(
    subject: Model,
    message: str,
    *,
    path: str,
    url: str,
    tells: tuple[Audience | AccountAudience, ...],
    since: date | None = None,
    severity: Severity = Severity.ACT,
    next_step: str = "",
    basis: str = "",
    detail: str = "",
    step: int = 0,
    never: int | None = None,
) -> Finding:
    """One row of the database that somebody must look at; `path` of the unit in whose lists it
    stands. `detail` tells two findings about one row apart.
    """
    return Finding(
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        detail=detail,
        unit_path=path,
        severity=severity,
        since=since,
        message=message,
        basis=basis,
        next_step=next_step,
        url=url,
        step=step,
        audience=tells,
        never=never,
    )


def due(subject: Model, message: str, *, last: date, on: date, **more: Any) -> Finding:
    """With a last day: something to do until then, late (and told once more) afterwards. `since` is
    that day unless said.
    """
    late = last < on
    return about(
        subject,
        message,
        severity=Severity.LATE if late else Severity.ACT,
        step=int(late),
        **{"since": last} | more,
    )


def roles(path: str, *names: str) -> tuple[Audience, ...]:
    """Whoever holds one of the roles over the branch."""
    return tuple(Audience(name, path) for name in names)


def the_person(person: Any) -> tuple[AccountAudience, ...]:
    """The one it is about, where that person has an account."""
    return (
        (AccountAudience((person.account_id,)),) if person is not None and person.account_id else ()
    )
