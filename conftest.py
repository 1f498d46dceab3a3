"""Which database the tests run on: SQLite, or PostgreSQL when THENCHOT_TEST_DATABASE=postgres asks
for it.
"""

from tests import postgres

if postgres.is_asked_for():
    postgres.use()
