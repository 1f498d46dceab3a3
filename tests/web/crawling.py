"""Walks the demonstration as one account after the other, link by link, and prints as JSON what a
reader should never meet. A process of its own: its database is the demonstration's.
"""

import gc
import json
import os
import re
import sys
from collections import Counter, deque
from html import unescape
from pathlib import Path

CODES = {
    "clause of our own list": r"\bS[0-4]-\d{3}\b",
    "mark of certainty": r"\b(?:SEEN|RECALLED|SEEN-2nd)\b",
    "value of Python": r"\[\{'|\{'[a-z]|\b(?:None|True|False)\b|datetime\.date|Decimal\(",
    "name of code": r"(?<![\w/.@:#?=&-])[a-z]{3,}_[a-z_]{3,}(?![\w/.@=-])",
    "day as a browser writes it": r"\b20\d\d-\d\d-\d\d\b",
    "place as the importer names it": r"\b(?:bullet|para) \d",
}
FILES = (".xlsx", ".docx", ".json", ".csv", ".ics", ".pdf", ".png", ".svg", ".toml")
HREF = re.compile(r'<a [^>]*?href="([^"#]+)')
FIGURE = re.compile(
    r'<a\s+href="([^"]+)"(?![^>]*aria-current)[^>]*>\s*<strong>\s*([\d.]+)\s*</strong>'
)
MEASURED = re.compile(r'<data value="([^"]+)">(.*?)</data>', re.DOTALL)
COUNTED = re.compile(r"·\s*([\d.]+)\s*dòng")
NO_TEXT = re.compile(r"<(script|style)[^>]*>.*?</\1>", re.DOTALL)
OPENED = 1  # pages of one shape


def walk(client) -> tuple[Counter, list[dict], dict[str, dict[str, str]]]:
    """How many pages answered how, what was wrong on which, and each figure (what, where, as of
    which day) with the numbers shown for it and a page of each.
    """
    answers: Counter = Counter()
    wrong, shapes = [], Counter()
    known, todo = {"/"}, deque([("/", "")])
    figures: set[tuple[str, str, str]] = set()
    measured: dict[str, dict[str, str]] = {}
    rows: dict[str, int | None] = {}
    while todo:
        url, source = todo.popleft()
        response = client.get(url, HTTP_HOST="127.0.0.1")
        answers[response.status_code] += 1
        if response.status_code >= 400:
            wrong.append({"url": url, "from": source, "what": str(response.status_code)})
        for link in _links(url, response):
            shape = _shape(link)
            if link not in known and shapes[shape] < OPENED:
                shapes[shape] += 1
                known.add(link)
                todo.append((link, url))
        if response.get("Content-Type", "").startswith("text/html"):
            page = response.content.decode()
            rows[url] = _rows(page)
            wrong += [{"url": url, **found} for found in _codes(page)]
            figures |= {(url, _whole(url, unescape(link)), n) for link, n in FIGURE.findall(page)}
            for key, shown in MEASURED.findall(page):
                measured.setdefault(key, {}).setdefault(_number(shown), url)
    for link in sorted({link for _url, link, _n in figures} - rows.keys()):
        rows[link] = _rows(client.get(link, HTTP_HOST="127.0.0.1").content.decode())
    return answers, wrong + _unlike(figures, rows), measured


def _links(url: str, response) -> list[str]:
    if response.status_code in (301, 302):
        found = [response["Location"]]
    elif response.get("Content-Type", "").startswith("text/html"):
        found = [unescape(link) for link in HREF.findall(response.content.decode())]
    else:
        found = []
    return [
        link
        for link in (_whole(url, link) for link in found)
        if link.startswith("/") and not link.partition("?")[0].endswith((*FILES, "/static/"))
    ]


def _whole(url: str, link: str) -> str:
    return url.partition("?")[0] + link if link.startswith("?") else link


def _number(shown: str) -> str:
    """ "13,3 %" and "13,3" are one."""
    found = re.search(r"[\d.,]*\d", shown)
    return found[0] if found else shown


def _unlike(figures: set[tuple[str, str, str]], rows: dict[str, int | None]) -> list[dict]:
    """Figures that open a list of another number of rows; `rows`: how many each address has."""
    return [
        {"url": url, "what": f"{number} opens {rows[link]} rows", "text": link}
        for url, link, number in sorted(figures)
        if rows[link] not in (None, int(number.replace(".", "")))
    ]


def _rows(page: str) -> int | None:
    """How many rows a list has; none where the page is something else."""
    if 'id="rows"' not in page:
        return None
    counted = COUNTED.search(page)
    if counted:
        return int(counted[1].replace(".", ""))
    body = page.partition('id="rows"')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    return len(re.findall(r"<tr(?! class=.group)[ >]", body))


def _shape(link: str) -> str:
    path, _mark, query = link.partition("?")
    names = sorted(part.partition("=")[0] for part in query.split("&") if part)
    return re.sub(r"\d+", "N", path) + ("?" + names[0] if names else "")


def _codes(page: str) -> list[dict]:
    text = unescape(re.sub(r"<[^>]+>", " ", NO_TEXT.sub("", page)))
    found = []
    for what, pattern in CODES.items():
        match = re.search(pattern, text)
        if match:
            around = text[max(0, match.start() - 40) : match.end() + 40]
            found.append({"what": what, "text": " ".join(around.split())})
    return found


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.web.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from thenchot.platform.accounts.models import Account

    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    gc.set_threshold(20_000, 20, 20)
    gc.freeze()
    told = {}
    for name in sys.argv[1:]:
        client = Client(raise_request_exception=False)
        client.force_login(Account.objects.get(username=name))
        answers, wrong, measured = walk(client)
        told[name] = {"answers": dict(answers), "wrong": wrong, "measured": measured}
    Path("/dev/stdout").write_text(json.dumps(told, ensure_ascii=False), encoding="utf8")


if __name__ == "__main__":
    main()
