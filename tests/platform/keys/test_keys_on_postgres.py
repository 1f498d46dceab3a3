"""Data on PostgreSQL without the key file refuses to start as well."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from thenchot.platform.audit.trail import record
from thenchot.platform.scope.actor import SYSTEM

pytestmark = pytest.mark.postgres


def start(tmp_path, database):
    config = connection.settings_dict
    url = f"postgres://{config['USER']}@{config['HOST']}:{config['PORT']}/{database}"
    environment = {**os.environ, "DATABASE_URL": url, "THENCHOT_KEYS": str(tmp_path / "none.json")}
    command = [sys.executable, "-c", "from thenchot.platform import keys; keys.ring()"]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


def test_it_refuses_in_words_and_makes_no_keys(committed, account, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("needs THENCHOT_TEST_DATABASE=postgres")
    from django.db import transaction

    with transaction.atomic():
        record(SYSTEM, "thing.done", subject=account())
    refused = start(tmp_path, connection.settings_dict["NAME"])
    assert "không thấy tệp khóa" in refused.stderr and not (tmp_path / "none.json").exists()
    assert start(tmp_path, "postgres").returncode == 0
