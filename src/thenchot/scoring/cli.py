"""`thenchot score`: a case in a file, the result as JSON. No database, no Django."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from thenchot.scoring.cases.place import BadCase
from thenchot.scoring.cases.score import score_case


def score_main(argv: Sequence[str] | None = None, stdout: IO[str] | None = None) -> int:
    """Chấm điểm một người, một tháng hoặc quý."""
    return run("score", score_case, score_main.__doc__, argv, stdout)


def run(
    name: str,
    judge: Callable[[Any], dict],
    about: str | None,
    argv: Sequence[str] | None,
    stdout: IO[str] | None,
) -> int:
    """0: judged; 2: the case cannot be read (the reason stands on stderr)."""
    parser = argparse.ArgumentParser(prog=f"thenchot {name}", description=about)
    parser.add_argument(
        "file", help="tệp JSON theo mẫu trong docs/scoring.md; “-” để đọc từ đầu vào"
    )
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON (mặc định)")
    given = parser.parse_args(argv)
    try:
        told = judge(_body(given.file))
    except BadCase as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (stdout or sys.stdout).write(text.encode(errors="replace").decode() + "\n")
    return 0


def _body(file: str) -> Any:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
        return json.loads(text, parse_float=Decimal)
    except (OSError, ValueError, RecursionError) as error:
        raise BadCase(_why_unreadable(error)) from None


def _why_unreadable(error: Exception) -> str:
    if isinstance(error, OSError):
        return "Không mở được tệp. Kiểm tra lại đường dẫn và quyền đọc."
    if isinstance(error, json.JSONDecodeError):
        return f"Tệp không phải JSON: dòng {error.lineno}, cột {error.colno}."
    return "Tệp không phải JSON mã UTF-8, hoặc có số quá dài, mục lồng quá sâu."
