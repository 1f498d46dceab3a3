# Everything a person or CI runs. Needs only Python 3.11+ and make; the rest comes from the registries.
UV_VERSION := 0.13.8
PYTHON ?= python3
UV := .uv/bin/uv
BIN := .venv/bin
export THENCHOT_HOME ?= $(CURDIR)/var/data
export THENCHOT_KEYS ?= $(CURDIR)/var/keys/keyring.json
# Hundreds of tests start a program of ours: none of them compiles everything again.
unexport PYTHONDONTWRITEBYTECODE

# Set by `make coverage`: counting lines doubles the time of a run before Python 3.12.
COVERAGE ?=
# Python 3.12 and later count lines almost for nothing.
SYSMON = $(shell $(BIN)/python -c 'import sys; print("COVERAGE_CORE=sysmon" * (sys.version_info >= (3, 12)))')
TEMPLATES := $(BIN)/djangofmt --line-length 110 --indent-width 2
CHECKS := $(addprefix check-,types migrations dead-code lint format templates widths layers docs)
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)  # of one check at a time

.PHONY: run test coverage check docs $(CHECKS) bench fix clean

run: .venv/run  ## set everything up and open a demo ward on http://127.0.0.1:8000
	@$(BIN)/thenchot demo --if-empty
	@echo "Mở http://127.0.0.1:8000 (dừng: Ctrl+C)"
	@$(BIN)/thenchot worker & worker=$$!; trap "kill $$worker 2>/dev/null" EXIT INT TERM; THENCHOT_DEMO=1 $(BIN)/thenchot serve

test: .venv/dev check  ## everything, on SQLite and PostgreSQL, with a real browser
	@scripts/test-tools
	$(SYSMON) $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(COVERAGE)
	$(if $(COVERAGE),$(BIN)/python scripts/coverage-floors)
	THENCHOT_TEST_DATABASE=postgres $(BIN)/python -m pytest -m postgres -n 2 --dist loadfile --no-loadscope-reorder

coverage:  ## the tests, with the lines they reach held against the floors of every package
	@$(MAKE) test COVERAGE="--cov --cov-report=json"

check: .venv/dev  ## what takes seconds: everything that is read rather than run
	@$(MAKE) --no-print-directory --keep-going -j2 $(TOGETHER) $(CHECKS)

check-types: .venv/dev
	@$(BIN)/python scripts/types
check-lint: .venv/dev
	@$(BIN)/ruff check
check-format: .venv/dev
	@$(BIN)/ruff format --check
check-templates: .venv/dev
	@$(TEMPLATES) --check src
check-widths: .venv/dev
	@$(BIN)/python scripts/widths
check-layers: .venv/dev
	@$(BIN)/lint-imports
check-migrations: .venv/dev
	@$(BIN)/python manage.py makemigrations --check --dry-run
check-dead-code: .venv/dev
	@$(BIN)/python scripts/dead-code

check-docs: docs

docs: .venv/dev  ## the documentation as a small site in build/docs; a broken link is an error
	@$(BIN)/python scripts/site
	@$(BIN)/zensical build --strict

bench: .venv/dev  ## ratios measured side by side in one run
	$(BIN)/python -m bench

fix: .venv/dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(TEMPLATES) src

clean:
	rm -rf .venv .uv var build

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Thiếu module venv. Trên Debian, Ubuntu: sudo apt install python3-venv"; exit 1; }
	@echo "Chuẩn bị công cụ uv $(UV_VERSION)…"
	@$(PYTHON) -m venv .uv && .uv/bin/pip install -q --disable-pip-version-check uv==$(UV_VERSION)

.venv/run: $(UV) uv.lock pyproject.toml
	@echo "Cài thư viện…"
	@test -f .venv/dev || $(UV) sync --frozen --no-dev --python $(PYTHON)
	@touch $@

.venv/dev: $(UV) uv.lock pyproject.toml
	@$(UV) sync --frozen --python $(PYTHON)
	@touch $@ .venv/run
