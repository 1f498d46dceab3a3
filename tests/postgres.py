"""Tests on PostgreSQL: `THENCHOT_TEST_DATABASE=postgres pytest -m postgres`.

The server is a throw-away one, started by `scripts/postgres.sh` for as long as this run lasts. With
DATABASE_URL set already (a server somebody else runs), that one is used.
"""

import atexit
import os
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "postgres.sh"


def is_asked_for() -> bool:
    return os.environ.get("THENCHOT_TEST_DATABASE") == "postgres"


def start() -> str:
    """Address of the server; it ends with this process, however that ends: it waits for the end of
    its input.
    """
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return os.environ["DATABASE_URL"]
    command = [SCRIPT, "sh", "-c", 'echo "$DATABASE_URL"; exec cat']
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    url = server.stdout.readline().strip()
    if not url:
        raise RuntimeError("PostgreSQL did not start")
    atexit.register(_stop, server)
    return url


def _stop(server) -> None:
    server.stdin.close()
    server.wait(timeout=30)
    server.stdout.close()


def use() -> None:
    """Point Django at it. To be called before the first connection is opened."""
    import dj_database_url
    from django.conf import settings
    from django.db import connections

    os.environ["DATABASE_URL"] = url = start()
    settings.DATABASES["default"] = dj_database_url.parse(url)
    connections.settings = connections.configure_settings(settings.DATABASES)
    connections["default"].close()
    del connections["default"]
