"""The database itself refuses to change or remove an event, whoever asks and however. Whoever may
drop the trigger can still do it: then the chain shows where, and the exported heads show what is
missing at the end.
"""

from django.db import connection

TABLE = "audit_event"
MESSAGE = "audit events are append-only"

SQLITE = [
    f"""CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{action} BEFORE {action.upper()} ON {TABLE}
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"""
    for action in ("update", "delete")
]
POSTGRES = [
    f"""CREATE OR REPLACE FUNCTION {TABLE}_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$""",
    f"""CREATE OR REPLACE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION {TABLE}_append_only()""",
    f"""CREATE OR REPLACE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_append_only()""",
]
DROP = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {TABLE}_no_{action}" for action in ("update", "delete")],
    "postgresql": [
        f"DROP TRIGGER IF EXISTS {TABLE}_no_change ON {TABLE}",
        f"DROP TRIGGER IF EXISTS {TABLE}_no_truncate ON {TABLE}",
        f"DROP FUNCTION IF EXISTS {TABLE}_append_only()",
    ],
}


def install(using=None):
    _execute({"sqlite": SQLITE, "postgresql": POSTGRES}, using or connection)


def remove(using=None):
    _execute(DROP, using or connection)


def _execute(statements, using):
    with using.cursor() as cursor:
        for statement in statements[using.vendor]:
            cursor.execute(statement)
