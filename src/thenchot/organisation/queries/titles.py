"""Titles that hold in a place, and which of them a free text means."""

from collections.abc import Iterable

from django.db.models import Max, Q

from thenchot.organisation.models import Title, TitleRank, Unit
from thenchot.organisation.titles import Named, Titles
from thenchot.platform.clock import today
from thenchot.platform.scope.actor import NotVisible


def list_titles(actor):
    """Everything the actor's places may use, the shipped list first."""
    return (
        Title.objects.visible_to(actor)
        .select_related("unit")
        .order_by("unit__path", "position", "name")
    )


def get_title(actor, pk: int) -> Title:
    title = Title.objects.visible_to(actor).select_related("unit").filter(pk=pk).first()
    if title is None:
        raise NotVisible
    return title


def below_the_ladder() -> int:
    """The step of whoever holds no title of the ladder: one below its last."""
    last = Title.objects.aggregate(last=Max("ladder"))["last"]
    return (last or 0) + 1


def titles_for(unit: Unit, on=None):
    """What somebody in this unit may be given on a day, its own list and those above; of the
    shipped order.
    """
    still = Q(valid_to__isnull=True) | Q(valid_to__gte=on or today())
    return Title.objects.serving(unit).filter(still).order_by("position", "name")


def match_titles(unit: Unit, texts: Iterable[str | tuple[str, str]]) -> dict:
    """Which title each text means in a commune, none where nothing fits. One query, however many
    texts.

    A text may be a pair (what is written, name of the body in which the person sits): "Trưởng ban"
    in "Ban Xây dựng Đảng" means more than alone. The keys of the answer are the texts as they came.
    """
    spelled = Titles(map(_named, sorted(titles_for(unit), key=_nearest)), unit.name)
    pairs = ((text, (text, "") if isinstance(text, str) else text) for text in texts)
    return {text: spelled.find(*pair) for text, pair in pairs}


def _nearest(title: Title) -> tuple:
    """A locality's own title goes before a shipped one of the same name."""
    return (title.unit_id is None, title.position, title.pk)


def _named(title: Title) -> Named:
    return Named(title, (title.name, *title.names), title.rank == TitleRank.MEMBER)
