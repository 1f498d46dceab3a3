"""Text without case and accents inside the database, as `kernel.text.fold` has it: "đỗ" finds "Đỗ".

SQLite calls the function of the kernel; PostgreSQL puts the plain letter in the place of every
Vietnamese one. What is searched often keeps its folded text in a column instead.
"""

import json
import unicodedata

from django.db.backends.signals import connection_created
from django.db.models import CharField, Func, JSONField, Value
from django.db.models.functions import Cast

from thenchot.kernel.text import fold

OF_TEXT, OF_JSON = "THENCHOT_FOLD", "THENCHOT_FOLD_JSON"  # SQLite keeps JSON with escapes
VOWELS, TONES = "aăâeêioôơuưy", ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES)
LETTERS = SMALL + SMALL.upper() + "đĐðÐ"
PLAIN = "".join(map(fold, LETTERS))


class Folded(Func):
    """The text of a path or an expression, folded; a list is folded as its words."""

    function = OF_TEXT
    output_field = CharField()

    def as_sqlite(self, compiler, connection, **more):
        (source,) = self.get_source_expressions()
        is_json = isinstance(source.output_field, JSONField)
        return self.as_sql(compiler, connection, function=OF_JSON if is_json else OF_TEXT)

    def as_postgresql(self, compiler, connection, **more):
        (source,) = self.get_source_expressions()
        letters = (Value(LETTERS), Value(PLAIN))
        plain = Func(
            Cast(source, CharField()), *letters, function="TRANSLATE", output_field=CharField()
        )
        return compiler.compile(Func(plain, function="LOWER", output_field=CharField()))


def teach_connections() -> None:
    """Every connection to SQLite learns to fold."""
    connection_created.connect(_teach, dispatch_uid="registers-fold")


def _teach(connection, **signal) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function(OF_TEXT, 1, _fold, deterministic=True)
        connection.connection.create_function(OF_JSON, 1, _fold_json, deterministic=True)


def _fold(text):
    return None if text is None else fold(str(text))


def _fold_json(text):
    return None if text is None else fold(json.dumps(json.loads(text), ensure_ascii=False))
