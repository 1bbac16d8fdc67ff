# The same targets on a laptop and in CI; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPUS ?= ../shared/conformance
STAMP := $(VENV)/.installed
PYTEST := $(BIN)/python -m pytest
JOBS ?= auto

.DEFAULT_GOAL := help
.PHONY: help setup site serve test lint types check fmt conformance goldens parity parity-markdown parity-highlight bench bench-start bench-serve soak pictures release-check clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed: make PYTHON=python3.13"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

setup: $(STAMP) ## make .venv with everything that the project needs

site: $(STAMP) ## build the reference site, which is the manual, into _site/
	$(BIN)/onemg build
	@echo "The site is in _site/; open _site/index.html or run: make serve"

serve: $(STAMP) ## preview the reference site
	$(BIN)/onemg serve

test: $(STAMP) ## run the tests
	$(PYTEST) -q -n $(JOBS)

lint: $(STAMP) ## ruff: format and rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP) ## mypy strict
	$(BIN)/mypy

check: lint types test ## what CI runs

fmt: $(STAMP) ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

conformance: $(STAMP) ## run the upstream suites kept in CORPUS
	$(BIN)/python -m tests.support.conformance $(CORPUS)

goldens: $(STAMP) ## rewrite our own expectations (not those made by the originals)
	$(PYTEST) -q --update-goldens

parity: $(STAMP) ## compare SITE=dir (default: the golden sites) with JEKYLL="command"; more by WITH="--compat ..."
	JEKYLL="$(JEKYLL)" $(BIN)/python -m $(if $(SITE)$(WITH),tests.support.parity $(SITE) $(WITH),tests.support.parity_goldens)

parity-markdown: $(STAMP) ## compare all Markdown files of DIR=dir with Ruby kramdown
	$(BIN)/python -m tests.support.parity_markdown $(DIR)

parity-highlight: $(STAMP) ## compare all code blocks below DIR=dir with Rouge
	$(BIN)/python -m tests.support.parity_highlight $(DIR)

bench: $(STAMP) ## speed, as ratios in one run
	$(BIN)/python -m tests.bench

bench-start: $(STAMP) ## how long it takes to start, and to build one page
	$(BIN)/python -m tests.bench start

bench-serve: $(STAMP) ## from an edit to the browser's event, Jekyll's beside it (minutes)
	$(BIN)/python -m tests.bench serve

soak: $(STAMP) ## a preview under 1000 random edits while clients keep asking
	$(BIN)/python -m tests.support.soak

pictures: $(STAMP) ## draw the pictures of README and manual anew; needs playwright and Chromium
	$(BIN)/python -m tests.support.pictures

release-check: $(STAMP) ## verify version, changelog, wheel, licences, and the wheel alone with PYTHONS="python3.11 ..."
	$(BIN)/python -m tests.support.release_check $(PYTHONS)

clean: ## remove what is built
	rm -rf $(VENV) _site dist build .jekyll-cache
