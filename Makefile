# Two commands are all a newcomer needs: `make serve` and `make test`.  PYTHON=python3.12 chooses another interpreter.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
NEO4J_LATEST := 2026.08.1
SETUP := .venv/.setup
SETUP_DEV := .venv/.setup-dev
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup serve test test-latest lint format services neo4j neo4j-stop lock benchmark clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(SETUP) ## make .venv with the crossplan command in it

$(SETUP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and "Python %d.%d found, 3.11 or newer expected: make PYTHON=python3.12 ..." % v[:2])'
	@echo "setup: installing into .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

$(SETUP_DEV): $(SETUP) requirements-dev.lock
	@echo "setup: installing the tools for tests into .venv"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

serve: $(SETUP) ## ingest the built-in plans once, then serve the API and the page on 127.0.0.1:8000
	@$(BIN)/crossplan ingest
	@$(BIN)/crossplan serve --port $(PORT)

lint: $(SETUP_DEV) ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# With CROSSPLAN_REQUIRE=all the services are installed first and every test that cannot run is a failure.
ifeq ($(CROSSPLAN_REQUIRE),all)
test: services
endif
# A test process loads every compiled library there is: the C library must keep room for torch's, which comes last.
test: export GLIBC_TUNABLES := glibc.rtld.optional_static_tls=16384
test: $(SETUP_DEV) lint ## lint, types and every test whose services are there
	$(BIN)/pytest

# The same graph, statements and loads on the newest server; the kills are tried on the pinned one.
test-latest: $(SETUP_DEV) ## the tests of the server, against the newest Neo4j
	$(BIN)/python -m graph.server stop
	$(BIN)/python -m graph.server start --version $(NEO4J_LATEST)
	$(BIN)/pytest -m neo4j -k "not killed" tests/graph tests/queries tests/search

services: $(SETUP_DEV) ## what the service tests need (Debian): Chromium, Java, Maven, Node.js, a running Neo4j
	tests/services/install
	$(MAKE) neo4j

neo4j: $(SETUP) ## start a real Neo4j on loopback; its address and password stand in .neo4j.env
	$(BIN)/python -m graph.server start

neo4j-stop: $(SETUP) ## stop it
	$(BIN)/python -m graph.server stop

format: $(SETUP_DEV) ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## resolve pyproject.toml into the two lock files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet --extra dev pyproject.toml -o requirements-dev.lock

benchmark: $(SETUP_DEV) ## measure and print the figures of docs/performance.md
	$(BIN)/python -m benchmarks

clean: ## remove what setup and ingest made
	rm -rf .venv .crossplan build *.egg-info
