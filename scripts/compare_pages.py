#!/usr/bin/env python3

"""Shows whether two versions of the program say the same things to the same people.

    compare_pages.py render OUT           every page, as every account of the demonstration, as text
    compare_pages.py compare BEFORE AFTER what one rendering says and the other does not

`render` runs with the Python of the version to be looked at, on the demonstration that
THENCHOT_HOME and THENCHOT_KEYS point to. It works on a copy, and takes back what each request
writes, so neither the data nor the order of the pages changes what is read. It knows nothing of
the program but its first page: it follows links and tries what the forms of lists offer, so both
versions may be built quite differently. Of addresses that differ only in their numbers it reads a
few (`--cap`). With `--also BEFORE` it first reads every address of an earlier rendering, so that
each page has its counterpart. Both should read the same demonstration; where one version cannot
take over the data of the other, each its own, made on the same day with the same `--today`.

`compare` pairs the pages by address. Line breaks do not count, words and their order do. With
`--ignore-added` only what is gone counts: a new column or button is no difference.

A map (`--map FILE`) tells which addresses were renamed, one a line: `^/old/(\\d+)/ -> /new/\\1/`.
"""

import argparse
import difflib
import hashlib
import io
import json
import logging
import os
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit
from xml.etree import ElementTree
from zipfile import ZipFile

TODAY = "2026-11-29"
CAP = 5
NOBODY = "nobody"  # a visitor who has not signed in
HOST = "testserver"
INDEX = "index.json"
ACCOUNTS = "demo-accounts.txt"
LEADS_TO = "leads to "
GROWN = 1.05  # from here on a page is told to have become heavier

# Never followed: they sign out, change the language, or are no pages.
NOT_FOLLOWED = re.compile(r"/(logout|language|static)(/|$)")
# Where a request is told to come back to: the same page under many addresses.
NOT_KEPT = {"next"}

# What differs from one moment to the next although nothing changed: (pattern, put instead, why).
# Applied to one line at a time.
CLOCK = r"\b\d\d:\d\d(:\d\d)?\b"
MADE_AT = "the time of day at which the demonstration was made"
VOLATILE = [
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(Z|[+-]\d\d:\d\d)", "‹moment›", MADE_AT),
    (rf"{CLOCK}(?= \d\d/\d\d/\d{{4}})", "‹time›", MADE_AT),
    (rf"(?<=\d\d/\d\d/\d{{4}} ){CLOCK}", "‹time›", MADE_AT),
    (r"(?<=\d{4}-\d\d-\d\dT)\d\d:\d\d", "‹time›", "a form that proposes the present moment"),
]


# ---------------------------------------------------------------- text of what is answered


BLOCK_NAMES = (
    "address article aside blockquote body br button caption datalist dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav "
    "ol optgroup option p pre section select summary svg table tbody td text textarea tfoot th "
    "thead tr ul"
)
BLOCKS = set(BLOCK_NAMES.split())
UNSEEN = {"script", "style", "head", "template"}
UNTOLD_FIELDS = {"csrfmiddlewaretoken"}  # another at each request
SEARCHED = "nguyen"  # what is typed into a field to search with


class PageText(HTMLParser):
    """The words of a page, one block a line, and its form fields as `[name] value`."""

    def __init__(self):
        super().__init__()
        self.title, self.lines, self.links = "", [], []
        self._words, self._hidden, self._in_title = [], 0, False
        self._select, self._area, self._form, self._typed = None, None, None, []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._begin(tag)
        if tag in ("a", "area") and given.get("href"):
            self.links.append(given["href"])
        elif tag == "form":
            self._form = given
        elif tag in ("input", "button"):
            self._input(given)
        elif tag == "textarea":
            self._area, self._typed = given.get("name", ""), []
        elif tag == "select":
            self._select = Select(given.get("name"), "multiple" in given)
        elif tag == "option" and self._select:
            self._select.add(given)

    def handle_endtag(self, tag):
        self._hidden -= tag in UNSEEN and self._hidden > 0
        self._in_title = False
        self._space(tag)
        if tag == "select" and self._select:
            self._end_select(self._select)
        elif tag == "textarea":
            self._field(self._area, " ".join("".join(self._typed).split()))
            self._area = None
        elif tag == "form":
            self._form = None

    def handle_data(self, data):
        if self._in_title:
            self.title += data
        elif self._area is not None:
            self._typed.append(data)
        elif not self._hidden:
            self._words.append(data)

    def close(self):
        super().close()
        self._flush()

    def _begin(self, tag):
        self._space(tag)
        self._in_title = tag == "title" and self._hidden > 0
        self._hidden += tag in UNSEEN

    def _space(self, tag):
        if tag in BLOCKS:
            self._flush()
        else:
            self._words.append(" ")

    def _flush(self):
        line = " ".join("".join(self._words).split())
        if line:
            self.lines.append(line)
        self._words = []

    def _end_select(self, select):
        for value in select.chosen():
            self._field(select.name, value)
        for value in select.not_chosen():
            self._try(select.name, value)
        self._select = None

    def _input(self, given):
        name, value, kind = given.get("name"), given.get("value") or "", given.get("type")
        if kind in ("checkbox", "radio"):
            value = value or "on"
            self._try(name, "" if "checked" in given else value)
            value += ": chosen" if "checked" in given else ": not chosen"
        elif kind == "search" or name == "q":
            self._try(name, SEARCHED)
        self._field(name, value)

    def _try(self, name, value):
        """What a form that only reads would ask for, with this one field filled in."""
        if self._form is not None and name and self._form.get("method", "get").lower() == "get":
            page = self._form.get("action", "").partition("?")[0]
            self.links.append(f"{page}?{urlencode({name: value})}")

    def _field(self, name, value):
        if name and name not in UNTOLD_FIELDS:
            self._flush()
            self.lines.append(f"[{name}] {value}".rstrip())


class Select:
    """A list to choose from: without a mark a browser takes the first."""

    def __init__(self, name, is_multiple):
        self.name, self.is_multiple, self._values, self._marked = name, is_multiple, [], []

    def add(self, given):
        (self._marked if "selected" in given else self._values).append(given.get("value") or "")

    def chosen(self):
        return self._marked or ([] if self.is_multiple else self._values[:1])

    def not_chosen(self):
        return [value for value in self._values if value not in self.chosen()]


def lines_of_html(body: bytes) -> tuple[str, list[str], list[str]]:
    """Title, lines, addresses of its links."""
    page = PageText()
    page.feed(body.decode("utf8", "replace"))
    page.close()
    return " ".join(page.title.split()), page.lines, page.links


def lines_of_workbook(body: bytes) -> list[str]:
    from python_calamine import CalamineWorkbook

    book, lines = CalamineWorkbook.from_filelike(io.BytesIO(body)), []
    for name in book.sheet_names:
        lines.append(f"sheet {name}")
        rows = book.get_sheet_by_name(name).to_python()
        lines += [" | ".join(" ".join(str(cell).split()) for cell in row) for row in rows]
    return lines


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")


def lines_of_document(body: bytes) -> list[str]:
    """Every paragraph, those in tables and frames too."""
    with ZipFile(io.BytesIO(body)) as parts:
        names = sorted(name for name in parts.namelist() if WORD_PARTS.fullmatch(name))
        trees = [ElementTree.fromstring(parts.read(name)) for name in names]
    told = [_paragraph(each) for tree in trees for each in tree.iter(f"{WORD}p")]
    return [line for line in told if line]


def _paragraph(element) -> str:
    words = (" " if each.tag == f"{WORD}tab" else each.text or "" for each in _runs(element))
    return " ".join("".join(words).split())


def _runs(element):
    return (each for each in element.iter() if each.tag in (f"{WORD}t", f"{WORD}tab"))


def lines_of_json(body: bytes) -> list[str]:
    return json.dumps(json.loads(body), ensure_ascii=False, indent=1).splitlines()


def lines_of_text(body: bytes) -> list[str]:
    return [" ".join(line.split()) for line in body.decode("utf8", "replace").splitlines()]


READERS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": lines_of_workbook,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": lines_of_document,
    "application/json": lines_of_json,
    "text/plain": lines_of_text,
    "text/csv": lines_of_text,
}


def settled(line: str) -> str:
    for pattern, instead, _reason in VOLATILE:
        line = re.sub(pattern, instead, line)
    return line


# ---------------------------------------------------------------- addresses


def local(link: str, page: str) -> str | None:
    """The link as an address of this site, in one way of writing it; None: not to be followed."""
    parts = urlsplit(urljoin(f"http://{HOST}{page}", link))
    if parts.scheme not in ("http", "https") or parts.netloc != HOST:
        return None
    if NOT_FOLLOWED.search(parts.path):
        return None
    return _address(parts.path, parse_qsl(parts.query, keep_blank_values=True))


def _address(path: str, pairs: list[tuple[str, str]]) -> str:
    kept = sorted((pair for pair in pairs if pair[0] not in NOT_KEPT), key=lambda pair: pair[0])
    return f"{quote(unquote(path))}?{urlencode(kept)}" if kept else quote(unquote(path))


def shape(address: str) -> str:
    """Addresses that differ only in their numbers, or in what is asked of the same field."""
    path, _, query = address.partition("?")
    names = sorted({name for name, _ in parse_qsl(query, keep_blank_values=True)})
    return re.sub(r"\d+", "#", path) + (f"?{'&'.join(names)}" if names else "")


def natural(address: str) -> list:
    """Numbers in the order of numbers."""
    parts = re.findall(r"\d+|\D+", address)
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]


def few_of_each(addresses, taken: Counter, cap: int) -> list[str]:
    """The first of each shape, as long as it has not had its number."""
    chosen = []
    for address in sorted(addresses, key=natural):
        if taken[shape(address)] < cap:
            taken[shape(address)] += 1
            chosen.append(address)
    return chosen


def file_name(address: str) -> str:
    """Readable, and different for different addresses."""
    plain = re.sub(r"[^\w.=-]+", "_", unquote(address)).strip("_")[:80] or "first"
    return f"{plain}.{hashlib.sha256(address.encode()).hexdigest()[:8]}.txt"


def renames(path: Path | None) -> list[tuple[re.Pattern, str]]:
    """The map of addresses."""
    lines = path.read_text(encoding="utf8").splitlines() if path else []
    told = [line.split(" -> ") for line in lines if line.strip() and not line.startswith("#")]
    return [(re.compile(old.strip()), new.strip()) for old, new in told]


def renamed(address: str, pairs: list[tuple[re.Pattern, str]]) -> str:
    """By the first line of the map that fits."""
    for old, new in pairs:
        if old.search(address):
            return old.sub(new, address, count=1)
    return address


# ---------------------------------------------------------------- rendering


@dataclass
class Page:
    address: str
    status: int
    bytes: int
    queries: int
    file: str
    is_linked: bool = False
    text: str = field(default="", repr=False)
    links: list[str] = field(default_factory=list, repr=False)

    def told(self) -> dict:
        left_out = ("text", "links")
        return {name: value for name, value in asdict(self).items() if name not in left_out}


def render(given) -> int:
    earlier = load(given.also) if given.also else {}
    pairs, start = renames(given.map), start_addresses(given.start)
    make_way(given.out)
    with copy_of_the_demo() as home:
        open_program(home, given.today)
        accounts = {}
        for name in account_names(home, given.accounts):
            first = [renamed(one, pairs) for one in earlier.get(name, ())] + start
            pages = crawl(client_of(name), first, given.cap)
            accounts[name] = keep(pages, given.out / name)
            print(f"{name:<10} {counted(pages)}", flush=True)
    reasons = [{"pattern": pattern, "why": why} for pattern, _, why in VOLATILE]
    write_index(given.out, {"today": given.today, "volatile": reasons, "accounts": accounts})
    return 0


def make_way(out: Path) -> None:
    """An earlier rendering there is replaced, anything else is left alone."""
    if (out / INDEX).exists():
        shutil.rmtree(out)
    elif out.exists() and any(out.iterdir()):
        sys.exit(f"{out} holds something that is no rendering.")


def start_addresses(path: Path | None) -> list[str]:
    lines = path.read_text(encoding="utf8").splitlines() if path else []
    return [found for line in lines if line.strip() and (found := local(line.strip(), "/"))] + ["/"]


@contextmanager
def copy_of_the_demo():
    """The program writes into the copy: what it read, its sessions, its static files."""
    source = Path(os.environ.get("THENCHOT_HOME", ""))
    if os.environ.get("DATABASE_URL") or not (source / ACCOUNTS).is_file():
        sys.exit("THENCHOT_HOME has to be the folder of a demonstration; DATABASE_URL unset.")
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        yield shutil.copytree(source, Path(folder) / "data")


def open_program(home: Path, today: str) -> None:
    os.environ |= {"THENCHOT_HOME": str(home), "THENCHOT_TODAY": today, "THENCHOT_DEMO": "1"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    logging.disable(logging.WARNING)  # refusals and missing pages are answers here
    password = (home / ACCOUNTS).read_text(encoding="utf8").splitlines()[0]
    VOLATILE.append((re.escape(password), "‹password›", "made up for each demonstration"))


def account_names(home: Path, wanted: str) -> list[str]:
    _password, *rows = (home / ACCOUNTS).read_text(encoding="utf8").splitlines()
    names = [NOBODY, *(row.split("\t")[0] for row in rows if row)]
    return [name for name in names if name in wanted.split(",")] if wanted else names


def client_of(name: str):
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(raise_request_exception=False, SERVER_NAME=HOST)
    if name != NOBODY:
        account = get_user_model().objects.get_by_natural_key(name)
        last_seen = account.last_login
        client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])
        account.last_login = last_seen  # pages show it
        account.save(update_fields=["last_login"])
    return client


def crawl(client, first: list[str], cap: int) -> list[Page]:
    """Level by level, so that which addresses are read does not hang on the order of links."""
    pages, linked, taken = {}, {"/"}, Counter()
    level = sorted(set(first), key=natural)
    taken.update(shape(address) for address in level)
    visit(client, "/")  # what the program keeps in memory is read before anything is counted
    while level:
        pages |= {address: visit(client, address) for address in level}
        found = {link for address in level for link in pages[address].links}
        linked |= found
        level = few_of_each(found - pages.keys(), taken, cap)
    for page in pages.values():
        page.is_linked = page.address in linked
    return list(pages.values())


def visit(client, address: str) -> Page:
    with taken_back() as statements:
        response = client.get(address)
        body = response.getvalue()
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    head, lines, links = answered(response, kind, body)
    text = "\n".join(settled(line) for line in [*head, "", *lines]) + "\n"
    followed = {found for link in links if (found := local(link, address))} - {address}
    name, cost = file_name(address), (len(body), len(statements))
    return Page(address, response.status_code, *cost, name, text=text, links=sorted(followed))


@contextmanager
def taken_back():
    """Gives the statements of SQL; the database is afterwards as it was."""
    from django.db import connection, transaction

    statements = []

    def noted(execute, sql, *rest):
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")):
            statements.append(sql)
        return execute(sql, *rest)

    with transaction.atomic():
        with connection.execute_wrapper(noted):
            yield statements
        transaction.set_rollback(True)


def answered(response, kind: str, body: bytes) -> tuple[list[str], list[str], list[str]]:
    """What stands above the text, the text, the links."""
    head = [f"status {response.status_code}"]
    if target := response.headers.get("Location"):
        return [*head, LEADS_TO + (local(target, "/") or target)], [], [target]
    if kind == "text/html":
        title, lines, links = lines_of_html(body)
        return [*head, f"title {title}"], lines, links
    head += [f"type {kind}", f"file {response.headers.get('Content-Disposition', '')}"]
    return head, READERS[kind](body) if kind in READERS else [], []


def keep(pages: list[Page], folder: Path) -> list[dict]:
    folder.mkdir(parents=True)
    for page in pages:
        (folder / page.file).write_text(page.text, encoding="utf8")
    return [page.told() for page in sorted(pages, key=lambda page: natural(page.address))]


def counted(pages: list[Page]) -> str:
    by_status = sorted(Counter(page.status for page in pages).items())
    return f"{len(pages)} pages: " + ", ".join(f"{n} × {status}" for status, n in by_status)


def write_index(out: Path, told: dict) -> None:
    (out / INDEX).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf8")


def load(folder: Path) -> dict[str, dict[str, dict]]:
    """Of each account its pages by address."""
    told = json.loads((folder / INDEX).read_text(encoding="utf8"))["accounts"]
    return {name: {page["address"]: page for page in pages} for name, pages in told.items()}


# ---------------------------------------------------------------- comparing


@dataclass
class Found:
    """What the comparison found; a difference is told once with the pages it stands on."""

    pages: int = 0
    same: int = 0
    broken_otherwise: int = 0  # the same words, other line breaks
    changed: int = 0
    differences: dict = field(default_factory=lambda: defaultdict(list))
    only_before: dict = field(default_factory=lambda: defaultdict(list))
    only_after: dict = field(default_factory=lambda: defaultdict(list))
    unlinked: dict = field(default_factory=lambda: defaultdict(list))
    costs: list = field(default_factory=list)
    not_in_both: list = field(default_factory=list)


def compare(given) -> int:
    before, after = load(given.before), load(given.after)
    pairs, found = renames(given.map), Found()
    found.not_in_both = sorted(before.keys() ^ after.keys())
    for name in sorted(before.keys() & after.keys()):
        one = {renamed(a, pairs): page for a, page in before[name].items()}
        compare_account(found, given, name, one, after[name], pairs)
    tell(found, given)
    is_different = found.not_in_both or found.changed or found.only_before or found.unlinked
    return int(bool(is_different or (found.only_after and not given.ignore_added)))


def compare_account(found: Found, given, name: str, before: dict, after: dict, pairs) -> None:
    for address in sorted(before.keys() | after.keys(), key=natural):
        old, new, where = before.get(address), after.get(address), f"{name} {address}"
        if old is None:
            found.only_after[shape(address)].append(where)
        elif new is None:
            found.only_before[shape(address)].append(where)
        else:
            one = lines_of(given.before / name / old["file"], pairs)
            two = lines_of(given.after / name / new["file"], [])
            compare_page(found, given.ignore_added, where, one, two)
            if old["is_linked"] and not new["is_linked"]:
                found.unlinked[shape(address)].append(where)
            found.costs.append((where, old, new))


def lines_of(file: Path, pairs) -> list[str]:
    """With the address a page leads to as it is called today."""
    status, second, *rest = file.read_text(encoding="utf8").splitlines()
    if second.startswith(LEADS_TO):
        second = LEADS_TO + renamed(second.removeprefix(LEADS_TO), pairs)
    return [status, second, *rest]


def compare_page(found: Found, ignore_added: bool, where: str, one: list, two: list) -> None:
    found.pages += 1
    if one == two:
        found.same += 1
        return
    if tokens(one) == tokens(two):
        found.broken_otherwise += 1
        return
    if one[0] != two[0]:
        told = [f"- {one[0]}\n+ {two[0]}"]  # the rest of such a page says nothing more
    else:
        told = lost(one, two) if ignore_added else hunks(one, two)
    found.changed += bool(told)
    found.same += not told
    for each in told:
        found.differences[each if one[0] != two[0] else masked(each)].append((where, each))


def masked(told: str) -> str:
    """What is told of many pages with different numbers is told once."""
    return re.sub(r"\d+", "#", told)


def tokens(lines: list[str]) -> list[str]:
    """Words and signs: what stands between them does not count."""
    return re.findall(r"\w+|[^\w\s]", "\n".join(lines))


def hunks(one: list[str], two: list[str]) -> list[str]:
    """The pieces of a diff whose words differ, each once."""
    told = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind != "equal" and tokens(one[a:b]) != tokens(two[c:d]):
            told.append("\n".join([*(f"- {x}" for x in one[a:b]), *(f"+ {x}" for x in two[c:d])]))
    return list(dict.fromkeys(told))


def lost(one: list[str], two: list[str]) -> list[str]:
    """Lines of before with words that are gone. What moved to another place is not gone."""
    left, pool = Counter(one) - Counter(two), Counter(two) - Counter(one)
    words, told = Counter(tokens(list(pool.elements()))), []
    for line in left.elements():
        here = Counter(tokens([line]))
        missing = here - words
        words -= here
        if missing:
            told.append(f"- {line}\n  gone: {' '.join(missing.elements())}")
    return list(dict.fromkeys(told))


def tell(found: Found, given) -> None:
    what = "with text gone" if given.ignore_added else "changed"
    print(f"{found.pages} pages in both")
    print(f"  {found.same} the same, {found.broken_otherwise} with other line breaks only")
    print(f"  {found.changed} {what}")
    tell_costs(found.costs)
    if found.not_in_both:
        print(f"\naccounts in one of both only: {', '.join(found.not_in_both)}")
    tell_addresses("only before", found.only_before)
    tell_addresses("only after", found.only_after)
    tell_addresses("no page links to it any more", found.unlinked)
    by_number = sorted(found.differences.values(), key=lambda places: -len(places))
    for places in by_number[: given.most]:
        tell_difference(places)
    if len(by_number) > given.most:
        print(f"\n… and {len(by_number) - given.most} more differences (--most)")


def tell_difference(places: list[tuple[str, str]]) -> None:
    where = [place for place, _ in places]
    print(f"\n== {len(where)} pages, as {', '.join(where[:3])}{' …' if where[3:] else ''}")
    print(places[0][1])


def tell_addresses(title: str, shapes: dict) -> None:
    if shapes:
        print(f"\n{title}: {sum(map(len, shapes.values()))}")
        for name, where in sorted(shapes.items()):
            print(f"  {name}: {len(where)}, as {where[0]}")


def tell_costs(costs: list[tuple[str, dict, dict]]) -> None:
    for name in ("queries", "bytes"):
        old, new = (sum(cost[n][name] for cost in costs) for n in (1, 2))
        more = [cost for cost in costs if cost[2][name] > cost[1][name] * GROWN]
        more = sorted(more, key=lambda cost: cost[1][name] - cost[2][name])[:5]
        told = [f"{where} {one[name]} → {two[name]}" for where, one, two in more]
        print(f"{name}: {old} before, {new} after")
        print(*(f"  more: {line}\n" for line in told), sep="", end="")


# ---------------------------------------------------------------- the command


def parser() -> argparse.ArgumentParser:
    told = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = told.add_subparsers(required=True)
    add_render(commands.add_parser("render", help="every page of this version, as text"))
    add_compare(commands.add_parser("compare", help="what differs between two renderings"))
    return told


def add_render(command) -> None:
    command.set_defaults(run=render)
    command.add_argument("out", type=Path)
    command.add_argument("--today", default=TODAY, help=f"the day it is ({TODAY})")
    command.add_argument("--cap", type=int, default=CAP, help=f"addresses of one shape ({CAP})")
    command.add_argument("--accounts", default="", help="only these, with commas")
    command.add_argument("--start", type=Path, help="file of more addresses to begin with")
    command.add_argument("--also", type=Path, help="an earlier rendering: its addresses too")
    command.add_argument("--map", type=Path, help="how addresses of --also were renamed")


def add_compare(command) -> None:
    command.set_defaults(run=compare)
    command.add_argument("before", type=Path)
    command.add_argument("after", type=Path)
    command.add_argument("--map", type=Path, help="how addresses were renamed")
    command.add_argument("--ignore-added", action="store_true", help="only what is gone counts")
    command.add_argument("--most", type=int, default=100, help="differences to print (100)")


def main() -> int:
    given = parser().parse_args()
    return given.run(given)


if __name__ == "__main__":
    sys.exit(main())
