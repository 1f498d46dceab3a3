"""Roles in prose, and which permission each holds.

A room declares its permissions in its `access.py`: `declare("programmes.import", Role.OFFICER)`.
Asking for a permission nobody declared raises, so a typing mistake never means "yes".
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    ADMIN = (
        "admin",
        _("Quản trị hệ thống"),
    )  # accounts, grants, unit tree, backups; no business content
    OFFICER = (
        "officer",
        _("Cán bộ Ban Xây dựng Đảng"),
    )  # imports programmes, follows all of them, prints
    LEADER = "leader", _("Lãnh đạo")  # sees where things are stuck; approves, grants extensions
    CLERK = "clerk", _("Văn phòng")  # registers documents, follows, sees all
    HEAD = "head", _("Trưởng đơn vị")  # accepts, names the responsible person, answers for the unit
    STAFF = "staff", _("Cán bộ, công chức")  # reports progress on the unit's tasks
    INSPECTOR = (
        "inspector",
        _("Kiểm tra, giám sát"),
    )  # reads everything in the branch, and the audit trail
    GUEST = "guest", _("Chỉ xem")  # reads the tasks of the branch


EVERYONE = tuple(Role)
_HOLDERS: dict[str, frozenset[str]] = {}


def declare(permission: str, *roles: Role) -> str:
    _HOLDERS[permission] = frozenset(roles)
    return permission


def holders(permission: str) -> frozenset[str]:
    """Roles that hold the permission; KeyError when nobody declared it."""
    return _HOLDERS[permission]


def declared() -> dict[str, frozenset[str]]:
    return dict(_HOLDERS)
