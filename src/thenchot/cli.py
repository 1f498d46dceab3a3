"""`thenchot`: every command of the system. Heavy parts are imported by the command that needs
them.
"""

import os
import sys
from importlib import import_module

# Commands that need neither a database nor Django.
PURE = {
    "parse": "thenchot.importer.cli:parse_main",
    "deadline": "thenchot.importer.cli:deadline_main",
    "target": "thenchot.importer.cli:target_main",
    "score": "thenchot.scoring.cli:score_main",
    "year": "thenchot.rating.cli:year_main",
    "rate": "thenchot.rating.cli:rate_main",
    "serve": "thenchot.web.serve:main",
}
# Django management commands under their short names.
MANAGED = (
    "demo",
    "init",
    "invite",
    "grants",
    "worker",
    "run_due",
    "backup",
    "restore",
    "salvage",
    "keys",
    "audit",
    "doctor",
    "migrate",
)

# What works on data that are there: new keys would open none of them, and bury the right ones.
NEED_KEYS = ("backup", "restore", "salvage", "audit", "keys")

USAGE = """usage: thenchot COMMAND [...]

  demo  init  invite  grants  serve  worker  run_due  parse  deadline
  target  score  year  rate  backup  restore  salvage  keys  audit
  doctor  migrate

`thenchot COMMAND --help` tells more."""


def main(argv=None):
    argv = sys.argv[1:] if argv is None else argv
    name, rest = (argv[0], argv[1:]) if argv else ("", [])
    if name in PURE:
        module, function = PURE[name].split(":")
        return getattr(import_module(module), function)(rest)
    if (name, *rest[:1]) == (
        "keys",
        "restore",
    ):  # before settings, which refuse to load without keys
        return import_module("thenchot.platform.keys.recovery").restore_main(rest[1:])
    if name in NEED_KEYS and (missing := keys_missing()):
        print(missing, file=sys.stderr)
        return 1
    if name in MANAGED:
        return managed(name, rest)
    print(USAGE)
    return 0 if name in ("", "-h", "--help", "help") else 2


def keys_missing() -> str:
    """A sentence when there is no key file."""
    from thenchot.platform.keys import key_file

    if key_file().exists():
        return ""
    return (
        f"Không thấy tệp khóa {key_file()}: đặt tệp khóa vào chỗ ấy trước, hoặc nhập phiếu phục "
        f"hồi: thenchot keys restore PHIẾU (xem docs/operations.md)."
    )


def managed(name, rest):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.web.settings")
    from django.core.management import execute_from_command_line

    return execute_from_command_line(["thenchot", name, *rest])


if __name__ == "__main__":
    sys.exit(main())
