"""More forms of giving work: other labels, punctuation, order of clauses than the documents "
"have."""

import pytest
from tests.importer.further_forms import FORMS as FURTHER
from tests.importer.giving_forms import FORMS as LISTED
from tests.importer.open_forms import FORMS as OPEN
from tests.importer.test_constructions import END

FORMS = LISTED | OPEN | FURTHER


@pytest.mark.parametrize("form", FORMS)
def test_a_further_form_of_giving_work_is_read(read, form):
    text, wanted = FORMS[form]
    tasks = read(text + END).tasks
    ends = [task.deadline.end for task in tasks]
    said = [
        (list(task.lead), end.isoformat() if end else None)
        for task, end in zip(tasks, ends, strict=True)
    ]
    assert said == [(lead, end) for _, lead, end in wanted]
    words = zip(wanted, tasks, strict=True)
    assert [part for (part, _, _), task in words if part not in task.text] == []
