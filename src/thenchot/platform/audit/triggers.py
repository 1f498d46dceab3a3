"""The database itself refuses to change or remove an event or a recorded look, whoever asks and
however. Whoever may drop the triggers can still do it: then `missing` names them, the chain shows
where, and the exported heads show what is missing at the end.

On PostgreSQL a table beside counts the events as they come, as SQLite's own sequence does: events
that go leave a count that is too high.
"""

from django.db import connection

MESSAGES = {
    "audit_event": "audit events are append-only",
    "audit_read": "recorded looks are append-only",
}
TALLY = "audit_tally"


def _sqlite(table: str, message: str) -> list[str]:
    return [
        f"""CREATE TRIGGER IF NOT EXISTS {table}_no_{action} BEFORE {action.upper()} ON {table}
        BEGIN SELECT RAISE(ABORT, '{message}'); END"""
        for action in ("update", "delete")
    ]


def _postgres(table: str, message: str) -> list[str]:
    return [
        f"""CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{message}'; END $$""",
        f"""CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_append_only()""",
        f"""CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()""",
        f"CREATE TABLE IF NOT EXISTS {TALLY} (name text PRIMARY KEY, written bigint NOT NULL)",
        f"""CREATE OR REPLACE FUNCTION {table}_tally() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            INSERT INTO {TALLY} (name, written) SELECT '{table}', count(*) FROM added
            ON CONFLICT (name) DO UPDATE SET written = {TALLY}.written + excluded.written;
            RETURN NULL;
        END $$""",
        f"""CREATE OR REPLACE TRIGGER {table}_counted AFTER INSERT ON {table}
        REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_tally()""",
    ]


def names(vendor: str) -> set[str]:
    endings = {
        "sqlite": ("no_update", "no_delete"),
        "postgresql": ("no_change", "no_truncate", "counted"),
    }
    return {f"{table}_{ending}" for table in MESSAGES for ending in endings[vendor]}


def install(using=None):
    make = {"sqlite": _sqlite, "postgresql": _postgres}
    using = using or connection
    statements = [sql for pair in MESSAGES.items() for sql in make[using.vendor](*pair)]
    _execute(statements, using)


def remove(using=None):
    using = using or connection
    if using.vendor == "sqlite":
        _execute([f"DROP TRIGGER IF EXISTS {name}" for name in names("sqlite")], using)
        return
    _execute(
        [
            sql
            for table in MESSAGES
            for sql in (
                *(
                    f"DROP TRIGGER IF EXISTS {table}_{ending} ON {table}"
                    for ending in ("no_change", "no_truncate", "counted")
                ),
                f"DROP FUNCTION IF EXISTS {table}_append_only()",
                f"DROP FUNCTION IF EXISTS {table}_tally()",
            )
        ]
        + [f"DROP TABLE IF EXISTS {TALLY}"],
        using,
    )


def missing(using=None) -> list[str]:
    """Triggers that ought to be there; on PostgreSQL also those that were switched off."""
    using = using or connection
    sql = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')",
    }
    with using.cursor() as cursor:
        cursor.execute(sql[using.vendor])
        there = {row[0] for row in cursor.fetchall()}
    return sorted(names(using.vendor) - there)


def lost(table: str, using=None) -> int:
    """Rows that were written and are there no longer, as the database itself counted them."""
    using = using or connection
    sql = {
        "sqlite": "SELECT seq FROM sqlite_sequence WHERE name = %s",
        "postgresql": f"SELECT written FROM {TALLY} WHERE name = %s",
    }
    if using.vendor == "postgresql" and TALLY not in using.introspection.table_names():
        return 0  # `missing` tells that the trigger that fills it is gone
    with using.cursor() as cursor:
        cursor.execute(sql[using.vendor], [table])
        row = cursor.fetchone()
        cursor.execute(f"SELECT count(*) FROM {table}")
        there = cursor.fetchone()[0]
    return max((row[0] if row else 0) - there, 0)


def _execute(statements, using):
    with using.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
