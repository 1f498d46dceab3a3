"""The dated tree of units: province -> commune -> agency -> group."""

from functools import lru_cache

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import StrIndex
from django.utils.translation import gettext_lazy as _

from thenchot.organisation.enums import HOMES, Bloc, UnitKind


def beginning(field, paths):
    """Rows whose `field` lies in one of the branches; none when there is no branch."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__startswith": path})
    return condition


class UnitQuerySet(models.QuerySet):
    def under(self, paths):
        """Units inside any of the branches."""
        return self.filter(beginning("path", paths))

    def visible_to(self, actor, permission=None):
        """Units of the actor's branches, and the dissolved ones that a unit of these branches
        succeeded.
        """
        paths = actor.paths_for(permission) if permission else actor.paths
        if "/" in paths:
            return self
        inherited = Q(valid_to__isnull=False) & Exists(succeeded_in(paths))
        return self.filter(beginning("path", paths) | inherited) if paths else self.none()

    def homes_of(self, paths):
        """The nearest commune or province of each branch, and the communes and provinces inside the
        branches.
        """
        homes = beginning("path", paths)
        for path in paths:
            ids = [int(part) for part in path.split("/") if part]
            inside_commune = Unit.objects.filter(pk__in=ids, kind=UnitKind.COMMUNE)
            homes |= Q(pk__in=ids, kind=UnitKind.COMMUNE)
            homes |= Q(pk__in=ids, kind=UnitKind.PROVINCE) & ~Exists(inside_commune)
        return self.filter(homes, kind__in=HOMES)

    def in_force(self, on):
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), valid_from__lte=on)


@lru_cache(maxsize=1000)
def succeeded_in(paths):
    """Dissolved units around the outer one of whose heirs one, or the successor of the successor,
    lies in the branches.

    Only those outside of the branches: few, and found once for all outer rows. What lies in a
    dissolved unit is dissolved too, so that no unit in force is ever compared with them. Put
    together once for the same branches: every page asks for it several times.
    """
    heirs = beginning("successor__path", paths) | beginning("successor__successor__path", paths)
    heirs |= Q(pk__in=UnitLink.objects.filter(beginning("heir__path", paths)).values("unit"))
    outside = Unit.objects.filter(heirs, valid_to__isnull=False).exclude(beginning("path", paths))
    around = Unit.objects.filter(valid_to__isnull=False, pk__in=outside.values("pk"))
    return around.annotate(found_at=StrIndex(OuterRef("path"), F("path"))).filter(found_at=1)


class Unit(models.Model):
    """`path` is "/3/17/52/": the ids from the root to this unit, each stable for ever."""

    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    path = models.CharField(max_length=200, unique=True)
    code = models.CharField(_("Mã"), max_length=40, blank=True)
    name = models.CharField(_("Tên đơn vị"), max_length=200)
    short_name = models.CharField(_("Tên gọn"), max_length=80, blank=True)
    folded = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(_("Loại"), max_length=20, choices=UnitKind.choices)
    bloc = models.CharField(_("Khối"), max_length=20, choices=Bloc.choices)
    position = models.PositiveIntegerField(_("Thứ tự"), default=0)
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors"
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        indexes = [
            models.Index(
                fields=["valid_to"], name="unit_dissolved", condition=Q(valid_to__isnull=False)
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="unit_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(path__startswith="/", path__endswith="/"), name="unit_path_form"
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(valid_to__isnull=False),
                name="unit_successor_of_ended",
            ),
            models.UniqueConstraint(
                fields=["parent", "folded"],
                condition=Q(valid_to__isnull=True),
                name="unit_name_once_under_parent",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def depth(self):
        return self.path.count("/") - 2

    @property
    def ancestor_ids(self):
        """Ids from the root to this unit, itself included."""
        return [int(part) for part in self.path.strip("/").split("/")]


class UnitVersion(models.Model):
    """How a unit was called and where it sat until a day. Written when it is renamed or moved,
    never changed.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(_("Tên đơn vị"), max_length=200)
    short_name = models.CharField(_("Tên gọn"), max_length=80, blank=True)
    parent = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    valid_from = models.DateField(_("Từ ngày"))
    valid_to = models.DateField(_("Đến ngày"))
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-valid_to", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="version_ends_after_start"
            )
        ]

    def __str__(self):
        return self.name


class Alias(models.Model):
    """How documents of one commune call a body: "Các cơ quan, đơn vị" -> several units. Remembered
    from mapping.
    """

    home = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)
    units = models.ManyToManyField(Unit, related_name="+", blank=True)

    class Meta:
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(fields=["home", "folded"], name="alias_once_per_home")
        ]

    def __str__(self):
        return self.text


class UnitLink(models.Model):
    """What became of a unit when several were joined or one was divided: from `unit`, on `on`, into
    `heir`.

    `Unit.successor` names the one heir that answers for the old links; a split has several.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="heirs")
    heir = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="forebears")
    on = models.DateField(_("Từ ngày"))
    basis = models.CharField(_("Căn cứ"), max_length=300, blank=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "heir"], name="unit_link_once"),
            models.CheckConstraint(condition=~Q(unit=F("heir")), name="unit_link_of_two"),
        ]

    def __str__(self):
        return f"{self.unit} → {self.heir}"
