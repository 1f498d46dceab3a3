"""Model fields for sensitive text: stored sealed, read open.

    identity_no = EncryptedTextField(blank=True)
    identity_index = BlindIndexField(of="identity_no", blank=True)      # unique=True where it must
    be

Find by `Person.objects.filter(identity_index__in=blind_indexes("people_person.identity_no",
typed))`.
"""

from django.db import models

from thenchot.platform.keys.sealing import blind_index, seal, unseal


class EncryptedTextField(models.TextField):
    """Cannot be searched or ordered by; NULL and the empty text stay as they are, so emptiness can
    be asked for.
    """

    @property
    def place(self):
        return f"{self.model._meta.db_table}.{self.column}"

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return seal(self.place, value) if value else value

    def from_db_value(self, value, expression, connection):
        return unseal(self.place, value) if value else value

    def get_lookup(self, lookup_name):
        """Two sealings of one text differ, so any comparison but IS NULL would silently find
        nothing.
        """
        if lookup_name not in ("isnull", "isblank"):
            raise TypeError(f"{self.name} is encrypted: search by its blind index")
        return super().get_lookup(lookup_name)


@EncryptedTextField.register_lookup
class IsBlank(models.Lookup):
    """`health__isblank=True`: nothing was written. Only that can be asked of a sealed column."""

    lookup_name = "isblank"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        sql, params = self.process_lhs(compiler, connection)
        return (f"{sql} = ''" if self.rhs else f"{sql} <> ''"), params


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
