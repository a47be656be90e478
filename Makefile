# Each target does everything it needs from a fresh checkout, and can be run again.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
INSTALLED := .venv/.installed
# How many mutants of the extraction rules are tried
MUTANTS ?= 160
# How many tests run at once
WORKERS ?= auto
# Arguments for pytest: make test ARGS="tests/models -k embargo"
ARGS ?=

.PHONY: demo test lint format bench mutants schema venv clean

demo: $(INSTALLED)  ## a running site with a newsroom of made-up content on http://127.0.0.1:8000
	DEBUG=1 $(BIN)/python manage.py demo --port $(PORT)

test: $(INSTALLED)  ## the whole suite, on the database of DATABASE_URL or on SQLite
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

lint: $(INSTALLED)  ## everything that can be said about the code without running it
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files -z -- '*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2 --check
	$(BIN)/mypy
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run

format: $(INSTALLED)  ## mend what can be mended automatically
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	git ls-files -z -- '*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

bench: $(INSTALLED)  ## milliseconds and SQL statements of every public page and endpoint
	$(BIN)/python -m bench --write docs/bench.md

mutants: $(INSTALLED)  ## which changes of the pure rules no test notices (docs/mutation.md)
	$(BIN)/python -m bench.mutants --run $(MUTANTS) --write docs/mutation.md

schema: $(INSTALLED)  ## what the public API promises, stored beside its test
	WRITE_SCHEMA=1 $(BIN)/python -m pytest -q tests/api/test_schema.py -k stored_one

venv: $(INSTALLED)

$(INSTALLED): requirements.txt requirements-dev.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $(INSTALLED)

clean:  ## forget the environment and the local site
	rm -rf .venv var mutants
