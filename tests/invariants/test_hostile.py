"""Every route × every parameter: whatever is sent, the answer is a page, a refusal or "not found",
never an error of ours.

The parameters of a route are those of its address, those that its page has in forms and links,
those that its row of the matrix sends, and all that any view asks for by name. Hypothesis draws
from them, the same examples in each run.
"""

import os
import re
from functools import cache

import pytest
from django.urls import get_resolver
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.invariants import hostile
from tests.invariants.matrix import CASES
from tests.invariants.walking import address

from thenchot.platform.scope.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ASKED = "HOSTILE_EXAMPLES" in os.environ  # the whole walk, some twenty minutes
EXAMPLES = int(os.environ.get("HOSTILE_EXAMPLES", "1"))
ROLES = (Role.LEADER, Role.ADMIN) if ASKED else (Role.LEADER,)
WHOLE = hostile.WHOLE if ASKED else hostile.WHOLE[::2]
BROAD = (Role.LEADER, Role.ADMIN, Role.OFFICER, *Role)
KNOWN = hostile.names_in_sources()
few = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def role_of(case):
    if case.public or not case.may:
        return Role.LEADER
    return next(role for role in BROAD if role in case.may)


def sound(answer, told):
    if answer.status_code >= 500:
        error = getattr(answer, "exc_info", None)
        pytest.fail(f"{told}: {answer.status_code} {error and repr(error[1])[:300]}")


@pytest.fixture(scope="module")
def asked(town, ask):
    """asked(case) -> (role, address, names of queries, forms to post)."""

    @cache
    def gather(case_at):
        case = CASES[case_at]
        role = role_of(case)
        where = address(case, town.own[case.subject] if case.subject else None)
        names, forms = set(KNOWN), []
        if case.get:
            answer = ask(role, "GET", where)
            sound(answer, where)
            found = hostile.Forms(answer.content.decode("utf8", "replace"))
            names |= found.asked
            for form in found.forms:
                if form.method == "post":
                    forms.append((form.address or where, form.fields))
                else:
                    names |= set(form.fields)
        if case.post is not None:
            forms.append((where, {name: [str(v)] for name, v in case.post.items()}))
        own = [form for form in forms if form[0].split("?")[0] == where.split("?")[0]]
        return role, where, sorted(names - {"csrfmiddlewaretoken"}), own

    return gather


by_case = pytest.mark.parametrize(
    "at", range(len(CASES)), ids=lambda at: f"{CASES[at].route}{CASES[at].query}"
)


@by_case
def test_what_is_asked_for_in_the_address(at, asked, ask):
    role, where, names, _forms = asked(at)
    if not CASES[at].get:
        pytest.skip("takes no GET")

    @few
    @given(st.dictionaries(st.sampled_from(names), st.sampled_from(hostile.VALUES), min_size=1))
    def walk(values):
        joint = "&" if "?" in where else "?"
        target = f"{where}{joint}{urlencode(values)}"
        sound(ask(role, "GET", target), target[:300])

    walk()


@pytest.mark.skipif(not ASKED, reason="long: HOSTILE_EXAMPLES=12")
@by_case
def test_what_is_sent(at, asked, ask):
    role, _where, _names, forms = asked(at)
    fields = [(target, form, name) for target, form in forms for name in form]
    if not fields:
        pytest.skip("takes no POST")

    @few
    @given(st.sampled_from(range(len(fields))), st.sampled_from(hostile.VALUES), st.booleans())
    def walk(chosen, value, is_only):
        target, form, name = fields[chosen]
        sent = {key: values[-1:] for key, values in form.items()} if not is_only else {}
        sent |= {name: [value, value], name + value[:5]: [value]}
        sound(ask(role, "POST", target, sent), f"POST {target} {name}={value[:60]!r}")

    walk()


def patterns(found=None, before=""):
    for one in get_resolver().url_patterns if found is None else found:
        here = before + str(one.pattern)
        inner = getattr(one, "url_patterns", None)
        if inner is None:
            yield here
        else:
            yield from patterns(inner, here)


ADDRESSED = sorted({one for one in patterns() if "<" in one and "^" not in one})


@pytest.mark.postgres
@pytest.mark.parametrize("pattern", ADDRESSED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_numbers_of_an_address(pattern, method, town, ask):
    for role in ROLES:
        for whole in WHOLE:
            target = "/" + re.sub(r"<int:\w+>", str(whole), pattern)
            target = re.sub(r"<\w+:\w+>|<\w+>", "khong-co", target)
            sound(ask(role, method, target), f"{method} {target[:200]}")


@pytest.mark.parametrize(
    "pattern", [one for one in ADDRESSED if re.search("<(slug|str|path):", one)]
)
def test_words_of_an_address(pattern, town, ask):
    for role in ROLES:
        for word in ("x", "-", "_", "a" * 2000, "__class__", "0", "none"):
            target = "/" + re.sub(r"<int:\w+>", str(town.own["person"]), pattern)
            target = re.sub(r"<\w+:\w+>|<\w+>", word, target)
            sound(ask(role, "GET", target), target[:200])
