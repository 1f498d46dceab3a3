"""The demonstration of the run under the command line, copied for each test."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent / "thenchot"


class Demonstration:
    def __init__(self, root: Path, commands=None):
        """`commands`: how they are run, when not each in a process of its own."""
        self.root, self.database = root, root / "data" / "thenchot.sqlite3"
        self.commands = commands
        kept = {k: v for k, v in os.environ.items() if not k.startswith("THENCHOT_")}
        kept.pop("DATABASE_URL", None)
        self.environment = kept | {
            "THENCHOT_HOME": str(root / "data"),
            "THENCHOT_KEYS": str(root / "keys" / "keyring.json"),
            "THENCHOT_HEADS": str(root / "heads.txt"),
        }

    @classmethod
    def of_the_run(cls, home: Path, root: Path) -> "Demonstration":
        """`home`: what `demo_home` gives."""
        made = cls(root)
        shutil.copytree(home / "data", root / "data")
        (root / "keys").mkdir()
        shutil.copy2(home / "keys.json", root / "keys" / "keyring.json")
        base = sqlite3.connect(made.database)
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        base.close()
        return made

    def copied(self, root: Path, commands=None) -> "Demonstration":
        """In place of whatever is there."""
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.root, root)
        return Demonstration(root, commands)

    def run(self, *words) -> subprocess.CompletedProcess:
        if self.commands:
            return self.commands.run(*words)
        command = [str(BIN), *map(str, words)]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=300
        )

    def sql(self, *statements):
        """By hand, past the program: with its functions for constraints and without its triggers
        where it asks.
        """
        from django.db.backends.sqlite3._functions import register

        base = sqlite3.connect(self.database)
        register(base)
        try:
            rows = [base.execute(statement).fetchall() for statement in statements]
            base.commit()
        finally:
            base.close()
        return rows[-1]
