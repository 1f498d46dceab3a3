"""Hands at the data, past the program: each kind is named by `audit verify` and by `doctor`.

The demonstration goes through the services, so that before anybody's hand nothing is named.
"""

import pytest
from tests.demonstration import demo_home
from tests.forking import Commands
from tests.web.demonstration import Demonstration

pytestmark = [pytest.mark.slow]

NO_TRIGGERS = tuple(
    f"DROP TRIGGER {table}_no_{action}"
    for table in ("audit_event", "audit_read")
    for action in ("update", "delete")
)
DATED = "id = (SELECT min(id) FROM programmes_task WHERE timing = 'dated')"
RECURRING = "id = (SELECT min(id) FROM programmes_task WHERE timing = 'recurring' AND due_on > '')"
CLOSED = "id = (SELECT min(id) FROM worklog_assessment WHERE state = 'closed' AND total > 0)"
LAST_EVENTS = "seq > (SELECT max(seq) FROM audit_event) - 2"

# what was done -> (by which statements, what is said)
KINDS = {
    "date in force of a task": (
        [f"UPDATE programmes_task SET due_on = date(due_on, '+30 days') WHERE {DATED}"],
        "nhiệm vụ số",
    ),
    "first date of a task": (
        [
            f"UPDATE programmes_task SET original_due_on = date(original_due_on, '+9 days') "
            f"WHERE {DATED}"
        ],
        "nhiệm vụ số",
    ),
    "both dates of a task": (
        [
            f"UPDATE programmes_task SET due_on = date(due_on, '+9 days'), "
            f"original_due_on = date(original_due_on, '+9 days') WHERE {DATED}"
        ],
        "nhiệm vụ số",
    ),
    "date of a recurring task": (
        [f"UPDATE programmes_task SET due_on = date(due_on, '+9 days') WHERE {RECURRING}"],
        "hạn khác với kỳ",
    ),
    "date of a period": (
        [
            "UPDATE programmes_instance SET due_on = date(due_on, '+9 days'), "
            "original_due_on = date(original_due_on, '+9 days') "
            "WHERE id = (SELECT min(id) FROM programmes_instance)"
        ],
        "kỳ của nhiệm vụ định kỳ số",
    ),
    "first day of an appointment": (
        [
            "UPDATE people_appointment SET valid_from = date(valid_from, '-5 years') "
            "WHERE id = (SELECT min(id) FROM people_appointment)"
        ],
        "vị trí công tác số",
    ),
    "birth of a person": (
        [
            "UPDATE people_person SET born_on = date(born_on, '+5 years') WHERE id = "
            "(SELECT min(id) FROM people_person WHERE born_on > '' AND born_year_only = 0)"
        ],
        "hồ sơ cán bộ số",
    ),
    "account of a person": (
        [
            "UPDATE people_person SET account_id = NULL "
            "WHERE id = (SELECT max(id) FROM people_person WHERE account_id > 0)"
        ],
        "hồ sơ cán bộ số",
    ),
    "total of a closed sheet": (
        [f"UPDATE worklog_assessment SET total = total + 1 WHERE {CLOSED}"],
        "phiếu theo dõi, đánh giá số",
    ),
    "band of a closed sheet": (
        [
            "UPDATE worklog_assessment SET band = CASE band WHEN 'good' THEN 'excellent' "
            f"ELSE 'good' END WHERE {CLOSED}"
        ],
        "phiếu theo dõi, đánh giá số",
    ),
    "receipt of a closed sheet": (
        [f"UPDATE worklog_assessment SET result = json_object('a', 1) WHERE {CLOSED}"],
        "phiếu theo dõi, đánh giá số",
    ),
    "level of a quarter": (
        [
            "UPDATE rating_quarterrating SET level = CASE level WHEN 'good' THEN 'excellent' "
            "ELSE 'good' END WHERE id = (SELECT min(id) FROM rating_quarterrating)"
        ],
        "đã bị sửa ngoài hệ thống",
    ),
    "an inserted grant": (
        [
            "INSERT INTO scope_grant (account_id, role, path, starts_on, created_at) "
            "SELECT min(id), 'leader', '/', '2020-01-01', '2026-01-01' FROM accounts_account"
        ],
        "vai trò được giao số",
    ),
    "role of a grant": (
        ["UPDATE scope_grant SET role = 'admin' WHERE role = 'staff'"],
        "vai trò được giao số",
    ),
    "a deleted grant": (
        ["DELETE FROM scope_grant WHERE id = (SELECT min(id) FROM scope_grant)"],
        "đã bị xóa ngoài hệ thống",
    ),
    "swapped password hashes": (
        [
            "CREATE TEMP TABLE kept AS SELECT id, password FROM accounts_account "
            "WHERE username IN ('quantri', 'congchuc')",
            "UPDATE accounts_account SET password = (SELECT password FROM kept "
            "WHERE kept.id <> accounts_account.id) WHERE username IN ('quantri', 'congchuc')",
        ],
        "tài khoản số",
    ),
    "an inserted account": (
        [
            "INSERT INTO accounts_account (password, username, name, folded, email, is_active, "
            "wants_digest, created_at) SELECT password, 'ma', 'Ma', 'ma', '', 1, 1, '2026-01-01' "
            "FROM accounts_account LIMIT 1"
        ],
        "không do sự kiện nào của hệ thống tạo ra",
    ),
    "dropped triggers": (["DROP TRIGGER audit_event_no_update"], "audit_event_no_update"),
    "dropped triggers of the looks": (
        ["DROP TRIGGER audit_read_no_delete"],
        "audit_read_no_delete",
    ),
    "newest events deleted after the last head": (
        [*NO_TRIGGERS[:2], f"DELETE FROM audit_event WHERE {LAST_EVENTS}"],
        "sự kiện đã ghi nay không còn",
    ),
    "an emptied trail": ([*NO_TRIGGERS[:2], "DELETE FROM audit_event"], "không còn"),
    "an emptied trail whose count is set back": (
        [
            *NO_TRIGGERS[:2],
            "DELETE FROM audit_event",
            "DELETE FROM sqlite_sequence WHERE name = 'audit_event'",
        ],
        "nhật ký trống trong khi hệ thống đã có tài khoản",
    ),
    "a changed event": (
        [*NO_TRIGGERS[:2], "UPDATE audit_event SET actor_name = 'Ai đó' WHERE seq = 40"],
        "hỏng từ sự kiện số 40",
    ),
    "a mark taken out of an event": (
        [
            *NO_TRIGGERS[:2],
            "UPDATE audit_event SET marks = '{}' WHERE seq = "
            "(SELECT min(seq) FROM audit_event WHERE marks <> '{}')",
        ],
        "hỏng từ sự kiện số",
    ),
    "a deleted look": (
        [*NO_TRIGGERS[2:], "DELETE FROM audit_read WHERE id = 3"],
        "lượt xem",
    ),
    "the newest looks deleted": (
        [*NO_TRIGGERS[2:], "DELETE FROM audit_read WHERE id > 4"],
        "lượt xem",
    ),
    "a changed look": (
        [*NO_TRIGGERS[2:], "UPDATE audit_read SET page = 'desk' WHERE id = 2"],
        "lượt xem số 1–",
    ),
}


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    home = demo_home(tmp_path_factory)
    made = Demonstration.of_the_run(home, tmp_path_factory.mktemp("tampering"))
    made.sql(
        *(
            "INSERT INTO audit_read (at, account_id, subject_type, subject_id, page) "
            f"SELECT '2026-01-0{day}', min(id), 'people.person', '7', 'person_detail' "
            "FROM accounts_account"
            for day in range(1, 7)
        )
    )
    done = made.run("run_due", "--only", "audit.export_head", "--force")
    assert done.returncode == 0, done.stderr
    for folder in ("one", "two"):  # two events after the last head
        made.run("backup", "--to", made.root / folder)
    return made


@pytest.fixture(scope="module")
def copied(template, tmp_path_factory):
    """copied() -> a new copy, always at the same place, so that its commands are read once."""
    place = tmp_path_factory.mktemp("tampered") / "copy"
    commands = Commands(template.copied(place).environment)
    yield lambda: template.copied(place, commands)
    commands.end()


@pytest.fixture
def demonstration(copied):
    return copied()


def test_without_hands_nothing_is_named(template):
    done = template.run("audit", "verify")
    assert done.returncode == 0 and "✗" not in done.stderr
    assert "còn nguyên" in done.stdout and "!" not in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_by_hand_is_named(demonstration, kind):
    statements, said = KINDS[kind]
    demonstration.sql(*statements)
    done = demonstration.run("audit", "verify")
    assert done.returncode == 1, (done.stdout, done.stderr)
    assert said in done.stderr and "Traceback" not in done.stderr
    assert "còn nguyên" not in done.stdout


def test_the_doctor_names_it_too(demonstration):
    for kind in ("total of a closed sheet", "swapped password hashes", "an inserted grant"):
        demonstration.sql(*KINDS[kind][0])
    stored = next(path for path in (demonstration.root / "data/files").rglob("*-*"))
    body = bytearray(stored.read_bytes())
    body[len(body) // 2] ^= 1
    stored.write_bytes(bytes(body))
    done = demonstration.run("doctor")
    assert done.returncode == 1
    for said in ("phiếu theo dõi", "tài khoản số", "vai trò được giao số", "không còn như lúc lưu"):
        assert said in done.stdout, said


class TestHeads:
    def test_a_line_that_is_no_head_is_told_by_its_number(self, demonstration):
        path = demonstration.root / "heads.txt"
        path.write_text(path.read_text() + "2026-11-20 nhiều abc\n" + "x" * 5000 + "\n\xff\n")
        done = demonstration.run("audit", "verify")
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "của tệp mốc không đọc được" in done.stderr

    def test_the_end_cut_off_with_the_count_set_back_shows_against_a_head(self, demonstration):
        demonstration.sql(
            *NO_TRIGGERS[:2],
            "DELETE FROM audit_event WHERE seq > (SELECT max(seq) FROM audit_event) - 4",
            "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM audit_event) "
            "WHERE name = 'audit_event'",
        )
        done = demonstration.run("audit", "verify")
        assert done.returncode == 1 and "nay không còn" in done.stderr

    def test_no_head_at_all_is_a_warning(self, demonstration):
        (demonstration.root / "heads.txt").unlink()
        done = demonstration.run("audit", "verify")
        assert done.returncode == 0
        assert "! chưa có mốc nào được xuất ra ngoài" in done.stdout

    def test_they_are_printed_for_the_safe(self, demonstration):
        done = demonstration.run("audit", "heads")
        assert done.returncode == 0 and "MỐC NHẬT KÝ" in done.stdout
        last = (demonstration.root / "heads.txt").read_text().split()[-1]
        assert last in done.stdout.replace(" ", "").replace("\n", "")

    def test_a_file_that_is_not_there_is_one_sentence(self, demonstration):
        done = demonstration.run("audit", "verify", "--heads", demonstration.root / "none.txt")
        assert done.returncode == 1 and "Không thấy tệp mốc" in done.stderr
