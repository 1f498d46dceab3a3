"""Model fields for sensitive text: stored sealed, read open.

    identity_no = EncryptedTextField(blank=True)
    identity_index = BlindIndexField(of="identity_no", blank=True)      # unique=True where it must be

Find by `Person.objects.filter(identity_index__in=blind_indexes("people_person.identity_no", typed))`.
"""

from django.db import models

from thenchot.platform.keys.sealing import blind_index, seal, unseal


class EncryptedTextField(models.TextField):
    """Cannot be searched or ordered by; NULL and the empty text stay as they are."""

    @property
    def place(self):
        return f"{self.model._meta.db_table}.{self.column}"

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return seal(self.place, value) if value else value

    def from_db_value(self, value, expression, connection):
        return unseal(self.place, value) if value else value

    def get_lookup(self, lookup_name):
        """Two sealings of one text differ, so any comparison but IS NULL would silently find nothing."""
        if lookup_name != "isnull":
            raise TypeError(f"{self.name} is encrypted: search by its blind index")
        return super().get_lookup(lookup_name)


class BlindIndexField(models.CharField):
    """Keyed digest of another field of the row, filled whenever the row is saved."""

    def __init__(self, *args, of="", **kwargs):
        self.of = of
        kwargs.setdefault("max_length", 64)
        kwargs.setdefault("db_index", True)
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def pre_save(self, instance, add):
        source = instance._meta.get_field(self.of)
        text = getattr(instance, self.of)
        value = blind_index(source.place, text) if text else (None if self.null else "")
        setattr(instance, self.attname, value)
        return value
