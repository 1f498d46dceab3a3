"""Whether there is data already: then a missing key file is an accident, and new keys would bury
it.
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit


def data_exists(home: Path) -> bool:
    url = os.environ.get("DATABASE_URL", "")
    if url.startswith(("postgres", "pgsql")):
        return _postgres_has_data(url)
    path = Path(unquote(urlsplit(url).path)[1:] if url else home / "thenchot.sqlite3")
    return path.exists() and path.stat().st_size > 0


def _postgres_has_data(url: str) -> bool:
    import psycopg

    with psycopg.connect(url.replace("pgsql:", "postgresql:", 1), connect_timeout=5) as connection:
        row = connection.execute("SELECT to_regclass('audit_event') IS NOT NULL").fetchone()
        has_table = bool(row and row[0])
        found = (
            connection.execute("SELECT EXISTS (SELECT 1 FROM audit_event)").fetchone()
            if has_table
            else None
        )
    return bool(found and found[0])
