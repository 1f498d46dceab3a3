"""`thenchot parse`, `thenchot deadline`, `thenchot target`: no database, no Django."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from typing import IO, Any

from thenchot.kernel.deadlines import parse_deadline
from thenchot.kernel.targets import parse_target
from thenchot.kernel.typed import ENDLESS, FIRST_YEAR, LAST_YEAR


class BadLine(ValueError):
    """A line that nobody can mean; the message is for the person."""


def parse_main(argv: Sequence[str] | None = None, stdout: IO[str] | None = None) -> int:
    """Print what a file holds. 0: read; 2: the file cannot be read (the reason stands on
    stderr).
    """
    from thenchot.importer.parse import parse_file
    from thenchot.importer.secrecy import SecretDocument
    from thenchot.platform.office.reading import Unreadable
    from thenchot.platform.office.reading.limits import OF_A_JOB

    given = _arguments().parse_args(argv)
    try:
        parsed = parse_file(given.file, limits=OF_A_JOB)
    except (Unreadable, SecretDocument) as refusal:
        sys.stderr.write(refusal.message_vi + "\n")
        return 2
    except OSError:
        sys.stderr.write("Không mở được tệp. Kiểm tra lại đường dẫn và quyền đọc.\n")
        return 2
    _print(parsed, given, stdout or sys.stdout)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thenchot parse",
        description="Đọc nhiệm vụ, chỉ tiêu, thời hạn từ văn bản (.txt, .md, .docx, .doc, .pdf)",
    )
    parser.add_argument("file")
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.add_argument("--explain", action="store_true", help="in cách đọc từng giá trị")
    parser.add_argument("--spans", action="store_true", help="JSON kèm vị trí trong văn bản")
    return parser


def _print(parsed: Any, given: argparse.Namespace, stdout: IO[str]) -> None:
    from thenchot.importer.output.as_json import to_json
    from thenchot.importer.output.explain import explain

    if given.explain and not given.json:
        stdout.write(explain(parsed))
        return
    json.dump(to_json(parsed, spans=given.spans), stdout, ensure_ascii=False, indent=1)
    stdout.write("\n")


def deadline_main(
    argv: Sequence[str] | None = None, stdin: IO[str] | None = None, stdout: IO[str] | None = None
) -> int:
    """One phrase a line, optionally a tab and the document's date; one JSON object a line."""
    argparse.ArgumentParser(prog="thenchot deadline", description=deadline_main.__doc__).parse_args(
        argv
    )
    return _each_line(_deadline_lines, stdin, stdout)


def target_main(
    argv: Sequence[str] | None = None, stdin: IO[str] | None = None, stdout: IO[str] | None = None
) -> int:
    """One phrase a line; one JSON object a line."""
    argparse.ArgumentParser(prog="thenchot target", description=target_main.__doc__).parse_args(
        argv
    )
    return _each_line(_target_lines, stdin, stdout)


def _each_line(answers: Any, stdin: IO[str] | None, stdout: IO[str] | None) -> int:
    """0: all were read; 2: a line cannot be (the reason stands on stderr)."""
    out = stdout or sys.stdout
    try:
        for answer in answers(stdin or sys.stdin):
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    except BadLine as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 2
    return 0


def _deadline_lines(lines: IO[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        _refuse_endless(line, number)
        phrase, _, given = line.rstrip("\r\n").partition("\t")
        yield {"raw": phrase.strip()} | parse_deadline(phrase, _day(given, number)).as_json()


def _day(text: str, number: int) -> date | None:
    try:
        found = date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        return None
    if found and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadLine(
            f"Dòng {number}: ngày của văn bản {text.strip()} nằm ngoài các năm {FIRST_YEAR} đến "
            f"{LAST_YEAR}."
        )
    return found


def _refuse_endless(line: str, number: int) -> None:
    if ENDLESS.search(line):
        raise BadLine(f"Dòng {number}: có một số dài quá 30 chữ số, xem lại chỗ gõ.")


def _target_lines(lines: IO[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        _refuse_endless(line, number)
        answer = asdict(parse_target(line.rstrip("\r\n")))
        value = answer["value"]
        answer["value"] = int(value) if value is not None and value == int(value) else value
        yield {name: item for name, item in answer.items() if name != "span"}
