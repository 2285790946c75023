# Needs Python 3.11, 3.12 or 3.13 with venv and pip; everything else is fetched into a folder of its own.
#
#   make demo      decide a dossier of Liaocheng        make lint      style, and imports that go one way
#   make test      the tests; ARGS="-k share" narrows   make types     strict types
#   make check     tests, lint and types                make coverage  the tests, and what they did not reach
#   make wheel     build into dist/                     make lock      after pyproject.toml; ARGS=--upgrade renews
#   make schema    the JSON Schemas in schema/, anew    make errors    the messages in docs/errors.md, anew
#   make docs      the documentation site, into build/site, and no page of it asks another host for anything
#   make watched   the tests of the watcher, with its rules engine
#   make bench     the table of docs/performance.md; ARGS=--quick for a short run
#
# Another interpreter gets an environment of its own: make test PYTHON=python3.12

PYTHON = python3
DOSSIER = examples/dossiers/liaocheng/passing.yaml
ARGS =

ifeq ($(PYTHON),python3)
VENV := .venv
else
VENV := .venv-$(or $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])'),$(error $(PYTHON) cannot be run))
endif

UV_VERSION := 0.13.9
BIN := $(VENV)/bin
UV := UV_PROJECT_ENVIRONMENT=$(VENV) UV_PYTHON_DOWNLOADS=never $(BIN)/uv
INDEX := --no-config --default-index https://pypi.org/simple
UV_READY := $(VENV)/.uv-$(UV_VERSION)
READY := $(VENV)/.ready
BENCH := $(VENV)-bench
WATCH := $(VENV)-watch

.PHONY: demo test lint types check coverage schema errors docs watched bench lock wheel clean
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/tic-rules check $(DOSSIER) --city liaocheng --on 2026-11-21 $(ARGS)

test: $(READY)
	$(BIN)/pytest $(ARGS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache --no-logo

types: $(READY)
	$(BIN)/mypy

check: test lint types

coverage: $(READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

schema: $(READY)
	$(BIN)/python -m tic_rules.schemas schema

errors: $(READY)
	$(BIN)/python -m tests.project.errors_page

docs: $(READY)
	$(BIN)/python -m docs.site gather build
	$(BIN)/zensical build --strict --config-file build/zensical.toml
	$(BIN)/python -m docs.site check build/site

# The tests of the watcher with the rules engine that it is for, which is built from source and wants a C compiler.
watched: $(WATCH)/.ready
	$(WATCH)/bin/pytest tests/watched $(ARGS)

bench: $(BENCH)/.ready
	$(BENCH)/bin/python -m benchmarks $(ARGS)

lock: $(UV_READY)
	$(UV) lock $(INDEX) $(ARGS)

wheel: $(READY)
	$(UV) build --python $(BIN)/python

clean:
	rm -rf .venv .venv-bench .venv-watch .venv-3.* build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache

# Where uv cannot reach the addresses in the lock (a mirror, a company's index), pip can by its own settings: it has
# just fetched uv. The versions and hashes are the same.
$(READY): pyproject.toml uv.lock $(UV_READY)
	@$(UV) lock --check --quiet $(INDEX)
	$(UV) sync --frozen --quiet --python $(BIN)/python || { \
	    echo 'The public index was not reached: again by pip, by the same lock.' && \
	    $(UV) export --frozen --quiet --no-emit-project --output-file $(VENV)/locked.txt && \
	    $(BIN)/python -m pip install --quiet --require-hashes --requirement $(VENV)/locked.txt && \
	    $(BIN)/python -m pip install --quiet --no-deps --editable .; }
	@touch $@

# The peers of the benchmarks, in an environment of their own: one of them is built from source and wants a C compiler.
$(BENCH)/.ready: pyproject.toml uv.lock $(UV_READY)
	$(PYTHON) -m venv $(BENCH)
	$(UV) export --frozen --quiet --no-dev --group bench --no-emit-project --output-file $(BENCH)/locked.txt
	$(BENCH)/bin/python -m pip install --quiet --require-hashes --requirement $(BENCH)/locked.txt
	$(BENCH)/bin/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(WATCH)/.ready: pyproject.toml uv.lock $(UV_READY)
	$(PYTHON) -m venv $(WATCH)
	$(UV) export --frozen --quiet --no-dev --group test --extra watch --no-emit-project --output-file $(WATCH)/locked.txt
	$(WATCH)/bin/python -m pip install --quiet --require-hashes --requirement $(WATCH)/locked.txt
	$(WATCH)/bin/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(UV_READY):
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else \
	    "tic-rules needs Python 3.11, 3.12 or 3.13, not %s; name one: make PYTHON=python3.12" % sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@
