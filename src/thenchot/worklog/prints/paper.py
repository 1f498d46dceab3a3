"""The paper of a unit, and how amounts and days stand on it."""

from datetime import date
from decimal import Decimal

from thenchot.organisation.issuing import issuer_of
from thenchot.organisation.models import Bloc, Unit, UnitKind
from thenchot.platform.office.word import paper


class Paper(paper.Paper):
    """Of the office, with the unit in its head."""

    def __init__(
        self,
        unit: Unit,
        title: str,
        subtitle: str,
        form: str = "",
        issued_on: date | None = None,
        landscape: bool = False,
        layout: str = "state",
    ):
        super().__init__(
            issuer_of(unit),
            title,
            subtitle,
            form=form,
            issued_on=issued_on,
            landscape=landscape,
            layout=layout,
        )


def party_body_of(home: Unit) -> Unit:
    """The Party committee's own body right below; where none or several are recorded, the place
    itself.
    """
    bodies = list(
        Unit.objects.filter(parent=home, kind=UnitKind.AGENCY, bloc=Bloc.PARTY, valid_to=None)[:2]
    )
    return bodies[0] if len(bodies) == 1 else home


def points(value) -> str:
    """81.04 -> 81,04; nothing for none."""
    return "" if value in (None, "") else f"{Decimal(value):.2f}".replace(".", ",")


def amount(value) -> str:
    """4.00 -> 4; 16.80 -> 16,8; what is no decimal (1/3) as it is."""
    if value in (None, ""):
        return ""
    text = str(value)
    return text if "/" in text else f"{Decimal(text).normalize():f}".replace(".", ",")


def share(value) -> str:
    """0.8510 -> 85,10%."""
    return "" if value in (None, "") else f"{Decimal(value) * 100:.2f}".replace(".", ",") + "%"


def capital(text: str) -> str:
    """ "quý IV/2026" -> "Quý IV/2026": the rest as it is."""
    return text[:1].upper() + text[1:]


def day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else ""
