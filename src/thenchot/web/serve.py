"""`thenchot serve`: the web server. By default one worker on 127.0.0.1: put a proxy with TLS in
front of anything else.
"""

import argparse
import os
import sys

STATIC_STAMP = "staticfiles.json"


def main(argv: list[str]) -> int:
    options = _parser().parse_args(argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.web.settings")
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # glibc keeps an arena for each thread otherwise
    _prepare()
    _run(options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thenchot serve", description="Máy chủ web của Then Chốt."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument(
        "--threads", type=int, default=4, help="số yêu cầu một tiến trình làm cùng lúc"
    )
    return parser


def _prepare() -> None:
    """Build the static files of this version, once. Only the parent knows Django's commands;
    workers start clean.
    """
    from thenchot.platform import keys

    stamp = keys.home() / "static" / STATIC_STAMP
    if stamp.exists() and stamp.stat().st_mtime >= _newest_source():
        return
    import subprocess

    command = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity=0"]
    subprocess.run(command, check=True)


def _newest_source() -> float:
    from pathlib import Path

    package = Path(__file__).resolve().parent.parent
    return max(path.stat().st_mtime for path in package.glob("**/static/**/*") if path.is_file())


def _run(options: argparse.Namespace) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        "thenchot.web.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=options.threads,
        log_level=LogLevels.warning,
        websockets=False,
        respawn_failed_workers=True,
    ).serve()
