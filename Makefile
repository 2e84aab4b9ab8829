# Needs Python 3.11, 3.12 or 3.13, make and git; everything else goes into .venv/.
# Every path below is relative, so that the checkout may stand in a folder with a space in its name.

PYTHON ?= python3
RUN := .venv/bin/python
PIP := $(RUN) -m pip --quiet --disable-pip-version-check
LOCK := .venv/bin/uv --quiet pip compile pyproject.toml --group build --universal \
	--python-version 3.11 --generate-hashes --no-header --no-annotate $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site serve test check bench lint lock clean

help:
	@echo "make site     set up and build the site into site/"
	@echo "make serve    live preview on edit"
	@echo "make test     set up and run every check"
	@echo "make check    the quick loop: lint, types, quick tests"
	@echo "make bench    the benchmarks, with their peers"
	@echo "make lock     write requirements/ anew from pyproject.toml; UPGRADE=1 takes newer versions"
	@echo "make clean    remove site/, .venv/ and the caches"
	@echo "PYTHON=python3.12 chooses the Python that .venv/ is made with"

site: .venv/.run
	@.venv/bin/factcheck build

serve: .venv/.run
	@.venv/bin/factcheck serve

lint: .venv/.dev
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --quiet --check . || { echo "Run: .venv/bin/ruff format ." >&2; exit 1; }
	@$(RUN) -m mypy --no-error-summary

check: lint
	@$(RUN) -m pytest -q -n auto --ignore tests/browser -m "not slow"

test: lint
	@for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		if command -v "$$name" >/dev/null && \
			{ command -v chromedriver || test -x "$$CHROMEWEBDRIVER/chromedriver"; } >/dev/null; \
		then exit 0; fi; \
	done; \
	echo "No Chromium or Chrome with its chromedriver on the path, so no browser tests;" \
		"Debian: apt-get install chromium chromium-driver" >&2; \
	test -z "$$CI"
	@$(RUN) -m pytest

bench: .venv/.dev .venv/.node
	@$(RUN) tests/bench/run.py

lock: .venv/.dev
	@$(LOCK) --output-file requirements/run.txt
	@$(LOCK) --extra watch --constraint requirements/run.txt --output-file requirements/watch.txt
	@$(LOCK) --extra watch --group dev --constraint requirements/watch.txt \
		--output-file requirements/dev.txt

clean:
	@rm -rf site .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. A stamp says what is installed: .run is enough for the site, .dev adds the checks.
# One that was moved, or whose Python has gone, is made anew.

ifneq ($(shell test -x .venv/bin/python && cat .venv/.made 2>/dev/null),$(CURDIR))
.PHONY: .venv/.made
endif

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || { \
		echo "Python 3.11, 3.12 or 3.13 is needed, and $(PYTHON) is not one; name yours: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) has no venv module; Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv ..."
	@$(PYTHON) -m venv --clear .venv
	@pwd -P >$@

.venv/.run: .venv/.made requirements/run.txt pyproject.toml
	@$(PIP) install --no-deps --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# What `factcheck watch` and `factcheck seal SOURCE URL` need to read live pages.
.venv/.watch: .venv/.made requirements/watch.txt pyproject.toml
	@$(PIP) install --no-deps --require-hashes --requirement requirements/watch.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.run $@

.venv/.dev: .venv/.made requirements/run.txt requirements/dev.txt pyproject.toml
	@$(PIP) install --no-deps --require-hashes --requirement requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.run $@

# What the benchmarks measure pages with, where there is npm; without it they say what they leave out.
.venv/.node: .venv/.made tests/bench/package.json
	@mkdir -p .venv/node
	@cp tests/bench/package.json .venv/node/
	@! command -v npm >/dev/null || { \
		npm install --prefix .venv/node --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error && \
		touch $@; } || echo "npm installed nothing" >&2
