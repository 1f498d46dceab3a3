"""How far each field may travel. Every field of every model has a class; a test walks the whole
project.

A room says it in `classification.py`:

    CLASSIFICATION = {
        "people.Person": of(PRIVATE, full_name=PUBLIC, identity_no=SENSITIVE),
    }

One class for the model, and the fields that differ.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


class Class(IntEnum):
    PUBLIC = 0  # may stand on a public page
    WORK = 1  # whoever works in the branch
    PRIVATE = 2  # personal data: who needs it for a task; reads are logged where a room says so
    SENSITIVE = 3  # encrypted or hashed, never in logs, exports or events; every read is logged


PUBLIC, WORK, PRIVATE, SENSITIVE = Class


@dataclass(frozen=True)
class ModelClasses:
    default: Class
    fields: dict[str, Class] = field(default_factory=dict)

    def of(self, name: str) -> Class:
        return self.fields.get(name, self.default)


def of(default: Class, **fields: Class) -> ModelClasses:
    return ModelClasses(default, fields)


def own_apps():
    return [config for config in apps.get_app_configs() if config.name.startswith("thenchot.")]


def declared() -> dict[str, ModelClasses]:
    """What every room says, by model label."""
    found: dict[str, ModelClasses] = {}
    for config in own_apps():
        if find_spec(f"{config.name}.classification"):
            found |= import_module(f"{config.name}.classification").CLASSIFICATION
    return found


def class_of(model, name: str) -> Class:
    """KeyError when nobody classified the model."""
    return declared()[model._meta.label].of(name)


def gaps() -> list[str]:
    """Models nobody classified, and names in a classification that are no model or field."""
    classes = declared()
    models = {model._meta.label: model for config in own_apps() for model in config.get_models()}
    missing = [f"{label}: not classified" for label in models if label not in classes]
    unknown = [f"{label}: no such model" for label in classes if label not in models]
    wrong = [
        w
        for label, model in models.items()
        if label in classes
        for w in _wrong(model, classes[label])
    ]
    return sorted(missing + unknown + wrong)


def _wrong(model, classes):
    names = {f.name for f in model._meta.get_fields() if not f.auto_created}
    return [
        f"{model._meta.label}.{name}: no such field" for name in classes.fields if name not in names
    ]
